"""What somebody types or pastes, read as an account: a handle or an address, and what only looks like one."""

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

LONGEST = 200
OTHER = "anders"
"""The platform of a website, and of every program that the register does not know."""
SITES = {
    "instagram.com": "instagram",
    "facebook.com": "facebook",
    "fb.com": "facebook",
    "x.com": "x",
    "twitter.com": "x",
    "youtube.com": "youtube",
    "youtu.be": "youtube",
    "tiktok.com": "tiktok",
    "snapchat.com": "snapchat",
    "twitch.tv": "twitch",
    "t.me": "telegram",
    "telegram.me": "telegram",
    "wa.me": "whatsapp",
    "whatsapp.com": "whatsapp",
    "discord.gg": "discord",
    "discord.com": "discord",
}
WITH_AT = frozenset({"instagram", "snapchat", "tiktok", "twitch", "x"})
BEFORE_THE_NAME = frozenset({"add", "c", "channel", "channels", "invite", "pages", "s", "stories", "user"})
"""Parts of an address that stand before the name."""
OF_A_POST = frozenset(
    {"explore", "groups", "hashtag", "i", "p", "photo", "photo.php", "playlist", "reel", "reels", "share", "shorts"}
    | {"tv", "video", "watch"}
)
"""Parts in the place of the name that tell of a post or a search: of which account stands not in the address."""
ONLY_POSTS = "youtu.be"
FRONTS = ("www.", "m.", "mobile.")
ADDRESS = re.compile(r"^(?:https?://)?(?P<host>[\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:[/?#].*)?$", re.IGNORECASE)
BETWEEN = re.compile(r"[\s._\-]+")
ALIKE = str.maketrans(
    "0134578@$|!\u0131\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u03bd\u03bf\u03b5\u03c1\u03b9\u03ba\u03c4",
    "oleastbaslliaeopcyxijsdvoepikt",
)
"""Signs that pass for a letter: digits, and letters of the Cyrillic and Greek scripts."""
PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
SHORTEST_TO_COMPARE = 5


class NotAHandle(ValueError):
    """Nothing that an account can be called stands in it."""


class Handle(NamedTuple):
    """An account as it is compared. `platform` is empty when nothing tells it; `is_odd` with letters that deceive."""

    platform: str
    name: str
    is_odd: bool


def read(typed: str, platform: str = "") -> Handle:
    """The account that is meant by `@De.Keyzer`, `instagram.com/dekeyzer/?hl=nl` and the like. Raises NotAHandle."""
    visible = "".join(sign for sign in typed if unicodedata.category(sign) not in {"Cf", "Cc"})
    plain = unicodedata.normalize("NFKC", visible).strip()
    if len(typed) > LONGEST * 5:
        raise NotAHandle("this is too long for an account: paste its address alone")
    found = _of_address(plain) if _is_address(plain) else (platform, plain)
    name = found[1].strip().lstrip("@").rstrip("/").casefold().replace(" ", "")
    if not any(sign.isalnum() for sign in name) or "://" in name or len(name) > LONGEST:
        raise NotAHandle("this is no account: type its name or paste its address")
    return Handle(found[0], name, is_odd=visible.strip() != typed.strip() or not name.isascii())


def as_written(typed: str) -> str:
    """The account as people write it: `@DeKeyzer` for its address on a site where names begin so, else as typed."""
    plain = typed.strip()
    site, name = _of_address(plain) if _is_address(plain) else ("", "")
    return f"@{name.lstrip('@')}" if site in WITH_AT and name else plain


def looks_like(name: str, other: str) -> bool:
    """Whether somebody who reads quickly takes one name for the other; the same name does not look like itself."""
    if name == other:
        return False
    plain, drawn = (_letters(name), _letters(other)), (_drawn(name), _drawn(other))
    return any(_close(one, two) for one, two in (plain, drawn) if min(len(one), len(two)) >= SHORTEST_TO_COMPARE)


def _letters(name: str) -> str:
    """The name without what the eye passes over: case, accents, dots, and signs that pass for a letter."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return BETWEEN.sub("", bare.casefold().translate(ALIKE)).replace("i", "l")


def _drawn(name: str) -> str:
    """As `_letters`, with two letters that together look like another one read as that."""
    letters = _letters(name)
    for pair, single in PAIRS:
        letters = letters.replace(pair, single)
    return letters


def _close(one: str, two: str) -> bool:
    return one in two or two in one or _one_apart(one, two)


def _is_address(plain: str) -> bool:
    """A dot alone makes no address: `de.keyzer` is a handle; a scheme, a path or a known site does."""
    match = ADDRESS.match(plain)
    if match is None or plain.startswith("@"):
        return False
    return "/" in plain or plain.lower().startswith("www.") or plain.rpartition(".")[2].lower() in {"nl", "com", "eu"}


def _of_address(plain: str) -> tuple[str, str]:
    parts = urlsplit(plain if "://" in plain else f"https://{plain}")
    host = (parts.hostname or "").casefold()
    host = next((host.removeprefix(front) for front in FRONTS if host.startswith(front)), host)
    path = [unquote(part) for part in parts.path.split("/") if part]
    if host not in SITES:
        return OTHER, "/".join((host, *path))
    if path and path[0] == "profile.php":
        return SITES[host], parts.query.partition("id=")[2].partition("&")[0]
    named = [part for part in path if part.casefold() not in BEFORE_THE_NAME]
    is_post = not named or named[0].casefold() in OF_A_POST or host == ONLY_POSTS
    return SITES[host], "" if is_post else named[0]


def _one_apart(one: str, two: str) -> bool:
    """Whether one letter was added, left out, or is another."""
    if abs(len(one) - len(two)) > 1:
        return False
    begin = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    rests = ((1, 1), (1, 0), (0, 1))
    return one == two or any(one[begin + skip :] == two[begin + other :] for skip, other in rests)
