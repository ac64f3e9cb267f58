"""Hides everybody who takes no part in an incident: by number where they speak, and wherever they are named."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from .messages import Message

SHORTEST_NAME = 3
NOT_A_NAME = frozenset(
    ("van", "den", "der", "ter", "ten", "het", "een", "the", "and", "voor", "mam", "pap", "opa", "oma", "mama", "papa")
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_REACHED_BY = r"(?:\+|\b0|@)\d(?:[ ().\u00a0\u202f\u2011-]*\d){7,13}\b|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"


class Mask:
    """Who is shown as whom: `authors` by the name under which they speak, `names` by every word that tells one."""

    def __init__(self, authors: Mapping[str, str], names: Mapping[str, str], someone: str) -> None:
        self._authors, self._names, self._someone = authors, names, someone
        every = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        named = rf"(?<!\w)@?(?:{every})(?:['’]?s)?(?!\w)|" if every else ""
        self._pattern = re.compile(f"{named}{_REACHED_BY}", re.IGNORECASE)

    def author(self, name: str) -> str:
        """How an author is called on the page."""
        return self._authors.get(name, self._someone) if name else ""

    def text(self, text: str) -> str:
        """The words, with nobody told in them who is hidden."""
        return self._pattern.sub(self._replaced, text)

    def message(self, message: Message) -> Message:
        """The message as it may be shown."""
        attachment = self.text(message.attachment) if message.attachment else message.attachment
        return message._replace(author=self.author(message.author), text=self.text(message.text), attachment=attachment)

    def _replaced(self, found: re.Match[str]) -> str:
        name = found[0].removeprefix("@").lower()
        return next((self._names[one] for one in (name, name[:-1], name[:-2]) if one in self._names), self._someone)


def mask_of(
    authors: Sequence[str],
    visible: Collection[str],
    *,
    also: Iterable[str] = (),
    person: Callable[[int], str],
    someone: str,
) -> Mask:
    """Show the authors in `visible` by name and hide all others, and the names in `also` (such as those of a class).

    `person` calls somebody by number, the same for an export whoever looks; `someone` stands for a name that is not
    one person's alone, and for any telephone number or address for mail.
    """
    called = {name: name if name in visible else person(place) for place, name in enumerate(authors, start=1)}
    names = {word: someone for name in also for word in _words(name)}
    for word in {word for name in visible for word in _words(name)}:
        names.pop(word, None)
    told: dict[str, str] = {}
    for name in authors:
        for word in _words(name):
            told[word] = called[name] if told.get(word, called[name]) == called[name] else someone
    own = {word for name in visible for word in _words(name) if told.get(word) != someone}
    names |= {word: by for word, by in told.items() if word not in own}
    names |= {name.lower(): name for name in visible}
    return Mask(called, names, someone)


def _words(name: str) -> Iterator[str]:
    """A name as a whole, and each word of it by which somebody may be told."""
    yield name.lower()
    for word in _WORD.findall(name.lower()):
        if len(word) >= SHORTEST_NAME and word not in NOT_A_NAME:
            yield word
