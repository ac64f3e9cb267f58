"""People of the school, by the marks of their names: the text is marked word by word, and no name is ever read."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from keyzer.check.found import Found
from keyzer.people.queries import NameMarks, mark
from keyzer.protocol import Sure

from .words import words

WORD = re.compile(r"[^\W_]+")
BETWEEN = re.compile(r" {0,2}[,'’-]? ?|[._]")
TITLES = frozenset(words("names", "titles"))
CLASS = re.compile(r"(?=.*\d)[a-z0-9]{2,5}")
ENDS = re.compile(r"[.!?]\s|\n")
WORDS_AWAY = 6
TITLE_AWAY = 40
MOST_OF_FAMILY = 4


class Word(NamedTuple):
    """A word in lower case, and where it stands."""

    said: str
    start: int
    end: int


def names(text: str, marks: NameMarks, own: Sequence[str]) -> Iterator[Found]:
    """Names of others in any order and case. A given name alone is nobody; `own` are the words of the writer's name."""
    said = [Word(match[0].casefold(), *match.span()) for match in WORD.finditer(text)]
    mine = frozenset(own)
    yield from _whole(text, said, marks, mine)
    yield from _titled(text, said, marks)
    yield from _seated(text, said, marks)


def _whole(text: str, said: Sequence[Word], marks: NameMarks, mine: frozenset[str]) -> Iterator[Found]:
    place = 0
    while place < len(said):
        run = _longest(text, said[place : place + marks.longest], marks)
        if len(run) > 1 and not {word.said for word in run} <= mine:
            yield Found("naam", run[0].start, run[-1].end, Sure.ZEKER)
        place += max(1, len(run))


def _longest(text: str, said: Sequence[Word], marks: NameMarks) -> Sequence[Word]:
    """The longest run from the first word on that is a name; empty when none is."""
    reach = 1
    while reach < len(said) and BETWEEN.fullmatch(text, said[reach - 1].end, said[reach].start):
        reach += 1
    for length in range(reach, 1, -1):
        if mark("whole", (word.said for word in said[:length])) in marks.whole:
            return said[:length]
    return ()


def _titled(text: str, said: Sequence[Word], marks: NameMarks) -> Iterator[Found]:
    """`mevrouw Dekker`: somebody of that name, here or elsewhere."""
    for place, title in enumerate(said):
        if title.said not in TITLES:
            continue
        after = said[place + 1 : place + 1 + MOST_OF_FAMILY]
        for length in range(len(after), 0, -1):
            near = (
                after[length - 1].end - title.end < TITLE_AWAY and "\n" not in text[title.end : after[length - 1].end]
            )
            if near and mark("family", (word.said for word in after[:length])) in marks.family:
                yield Found("naam", title.start, after[length - 1].end, Sure.MISSCHIEN)
                break


def _seated(text: str, said: Sequence[Word], marks: NameMarks) -> Iterator[Found]:
    """A given name and the class in which somebody of that name sits, close to each other in one sentence."""
    for number, place in enumerate(said):
        if not CLASS.fullmatch(place.said):
            continue
        for given in (*said[max(0, number - WORDS_AWAY) : number], *said[number + 1 : number + 1 + WORDS_AWAY]):
            start, end = min(given.start, place.start), max(given.end, place.end)
            if mark("seated", (place.said, given.said)) in marks.seated and not ENDS.search(text, start, end):
                yield Found("klas-en-naam", start, end, Sure.ZEKER)
