"""A draft cut into pieces, so that a page can mark each finding where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from keyzer.protocol import Sure

from .plain import without_hidden
from .queries import Told


@dataclass(frozen=True)
class Note:
    """A finding under its number."""

    number: int
    told: Told
    words: str

    @property
    def is_sure(self) -> bool:
        """Whether it is told as sure."""
        return self.told.finding.sure is Sure.ZEKER


@dataclass(frozen=True)
class Piece:
    """A stretch of the draft: `begins` are the findings that begin here, `tint` is empty where nothing was found."""

    text: str
    tint: str
    begins: tuple[Note, ...]


def notes(draft: str, findings: Sequence[Told]) -> list[Note]:
    """The findings, numbered, each with the words that it is about."""
    return [
        Note(number, told, without_hidden(draft[told.start : told.end]))
        for number, told in enumerate(findings, start=1)
    ]


def pieces(draft: str, numbered: Sequence[Note]) -> list[Piece]:
    """The whole draft in order, without the signs that could turn or hide what is marked."""
    borders = sorted({0, len(draft), *(edge for note in numbered for edge in (note.told.start, note.told.end))})
    return [_piece(draft, start, end, numbered) for start, end in pairwise(borders)]


def _piece(draft: str, start: int, end: int, numbered: Sequence[Note]) -> Piece:
    over = [note for note in numbered if note.told.start <= start and end <= note.told.end]
    tint = "" if not over else "sure" if any(note.is_sure for note in over) else "maybe"
    begins = tuple(note for note in over if note.told.start == start)
    return Piece(without_hidden(draft[start:end]), tint, begins)
