"""Names that many people bear, in letters of any case. The list of them knows nothing of who is at school."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from keyzer.check.found import Found
from keyzer.protocol import Sure

from .names import ENDS, TITLES, WORD, Word
from .shapes import CLASS, KIND, between_words

FILE = Path(__file__).with_name("frequent_names.toml")
MOST_BETWEEN = 3
MOST_APART = 2
BREAKS = frozenset(",;:!?\n()")
TO_CLASS = frozenset({"uit", "van", "in", "zit", "klas", "from", "of", "class"})
MOST_TO_CLASS = 3


def frequent(text: str, own: Sequence[str]) -> Iterator[Found]:
    """Given and family name, a title with a family name, a given name with a class; `own` is the writer's name."""
    said, mine = [Word(match[0].casefold(), *match.span()) for match in WORD.finditer(text)], frozenset(own)
    for place, word in enumerate(said):
        last = _end_of_name(text, said, place)
        if last is not None and not {each.said for each in said[place : last + 1]} <= mine:
            yield Found(KIND, word.start, said[last].end, Sure.MISSCHIEN)


def _end_of_name(text: str, said: Sequence[Word], place: int) -> int | None:
    """The place of the last word of the name that begins here; None when none does."""
    word = said[place].said
    if word in _names("given"):
        return _family(text, said, place) or _class(text, said, place)
    if word in TITLES:
        return _family(text, said, place)
    return _given_behind(text, said, place)


def _family(text: str, said: Sequence[Word], before: int) -> int | None:
    """The family name right behind a word, over `van der`."""
    for place in range(before + 1, min(before + 2 + MOST_BETWEEN, len(said))):
        if not _is_near(text, said[place - 1], said[place]):
            return None
        word = said[place].said
        if word in _names("family") or (place > before + 1 and word in _names("behind")):
            return place
        if word not in between_words():
            return None
    return None


def _given_behind(text: str, said: Sequence[Word], place: int) -> int | None:
    """`Jansen, Noor`: the comma tells that the given name stands behind."""
    following = place + 1
    if following == len(said) or said[place].said not in _names("family"):
        return None
    is_listed = text[said[place].end : said[following].start].strip() == ","
    return following if is_listed and said[following].said in _names("given") else None


def _class(text: str, said: Sequence[Word], before: int) -> int | None:
    for place in range(before + 1, min(before + 2 + MOST_TO_CLASS, len(said))):
        if ENDS.search(text, said[place - 1].end, said[place].start):
            return None
        if re.fullmatch(CLASS, said[place].said):
            return place
        if said[place].said not in TO_CLASS:
            return None
    return None


def _is_near(text: str, word: Word, following: Word) -> bool:
    """Whether two words can be of one name: `mw. visser` can, `noor, visser` can't."""
    between = text[word.end : following.start]
    is_one = "." not in between or word.said in TITLES
    return len(between) <= MOST_APART and is_one and BREAKS.isdisjoint(between)


@cache
def _names(name: str) -> frozenset[str]:
    return frozenset(tomllib.loads(FILE.read_text(encoding="utf-8"))[name].split())
