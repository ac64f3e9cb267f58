"""What single words can do in a sentence: the classes of `data/words.toml`, and words that were written otherwise."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
ROUGH = frozenset({"scheld", "kopscheld", "voor", "groepscheld", "groep", "seks", "wens", "geweld", "afkeer"})
_RUN = re.compile(r"(.)\1+")
ABUSE = frozenset({"scheld", "groepscheld", "voor", "wens"})
_LEAST = 3
_TWINS = (
    ("kh", "k"),
    ("ck", "k"),
    ("c", "k"),
    ("x", "ks"),
    ("z", "s"),
    ("ph", "f"),
    ("v", "f"),
    ("y", "i"),
    ("dt", "t"),
)


class Lexicon:
    """The words of one file of data; `classes_of` is what the rest asks."""

    def __init__(self, path: Path) -> None:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        self.alias: dict[str, str] = told["alias"]
        self.plain = frozenset(told["plain"]["words"].split())
        names = {group: frozenset(words.split()) for group, words in told["names"].items()}
        self.common, self.given, self.family = names["common"], names["given"], names["family"]
        self.titles, self.parts, self.greets = names["titles"], names["parts"], names["greets"]
        self.towards = names["towards"]
        self.starts, self.never_alone = names["starts"], names["never_alone"]
        self.emoji: dict[str, str] = told["emoji"]
        self._whole: dict[str, tuple[str, ...]] = {}
        self._beginnings: dict[str, tuple[str, ...]] = {}
        for name, words in told["classes"].items():
            for word in words.split():
                table = self._beginnings if word.endswith("*") else self._whole
                key = word.rstrip("*")
                table[key] = (*table.get(key, ()), name)
        swearing = told["swearing"]
        self._swearing: tuple[str, ...] = tuple(swearing["beginnings"].split())
        self._endings: tuple[str, ...] = tuple(word for word in swearing["endings"].split() if len(word) >= _LEAST)
        self._innocent = tuple(word.rstrip("*") for word in swearing["innocent"].split())
        self._rough = {_key(word): word for word in self._all_rough() if len(word) >= _LEAST}

    @lru_cache(maxsize=20_000)  # noqa: B019 -- there is one lexicon, and it lives as long as the process
    def classes_of(self, word: str) -> tuple[str, ...]:
        """What `word` can do, the most telling first; empty for a word of no account."""
        if found := self._whole.get(word):
            return found
        for size in range(len(word), _LEAST - 1, -1):
            if found := self._beginnings.get(word[:size]):
                return found
        if word.startswith(self._innocent):
            return ("goed",)
        return tuple(dict.fromkeys(self._as_compound(word)))

    def rough(self, word: str) -> str | None:
        """The rough word that `word` stands for, whatever letters were doubled or swapped for one that sounds alike."""
        if word in self.alias:
            return self.alias[word]
        return self._rough.get(_key(word)) if len(word) >= _LEAST else None

    def knows(self, word: str) -> bool:
        """Whether the word stands here as it is, in any class."""
        return word in self._whole or word in self.alias or bool(self.classes_of(word))

    def is_abuse(self, word: str) -> bool:
        """Whether the word stands here letter by letter as one to abuse with, not within a longer one."""
        return bool(ABUSE & set(self._whole.get(word, ())))

    def fitting(self, pattern: str) -> str | None:
        """The first rough word that fits a pattern with stars for letters that were hidden."""
        if not any(letter.isalpha() for letter in pattern):
            return None
        shape = re.compile("".join("." if letter == "*" else re.escape(letter) for letter in pattern))
        loose = re.compile(re.sub(r"(?:\\\*|\*|\.)+", ".{1,3}", shape.pattern))
        rough = self._rough.values()
        return next((word for form in (shape, loose) for word in rough if form.fullmatch(word)), None)

    def _all_rough(self) -> Iterator[str]:
        for table in (self._beginnings, self._whole):
            for word, classes in table.items():
                if classes[0] in ROUGH:
                    yield word

    def _as_compound(self, word: str) -> Iterator[str]:
        for beginning in self._swearing:
            rest = word.removeprefix(beginning)
            if rest != word and len(rest) >= _LEAST:
                yield from self.classes_of(rest)
                yield "voor"
        if len(word) > _LEAST + 3 and word.endswith(self._endings):
            yield "kopscheld"


def _key(word: str) -> str:
    """How a word sounds, roughly: no doubled letters, one letter for each sound."""
    for written, heard in _TWINS:
        word = word.replace(written, heard)
    return _RUN.sub(r"\1", word)


@cache
def lexicon() -> Lexicon:
    """The words that are shipped, read once."""
    return Lexicon(DATA / "words.toml")
