"""What the page about a draft shows."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from keyzer.kit.addresses import address
from keyzer.people import queries as people
from keyzer.people.requests import SignedIn
from keyzer.protocol import Text

from . import queries
from .marked import Note, Piece, notes, pieces
from .plain import HIDDEN


@dataclass(frozen=True)
class Line:
    """One finding as the list under the draft tells it."""

    number: int
    words: str
    is_sure: bool
    label: str
    why: str
    better: str
    articles: tuple[str, ...]


@dataclass(frozen=True)
class Mark:
    """The sign before a marked place."""

    number: int
    label: str
    is_sure: bool


@dataclass(frozen=True)
class Stretch:
    """A piece of the draft with the signs before it."""

    text: str
    tint: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class ResultPage:
    """The draft with its findings. `ask_url` is empty for who has no manager to ask."""

    draft: str
    headline: str
    kind: str
    stretches: list[Stretch]
    lines: list[Line]
    holds_hidden: bool
    ask_url: str


def result(draft: str, request: SignedIn, on: date) -> ResultPage:
    """The page for a draft that was read just now."""
    numbered = notes(draft, queries.told(draft, request, on))
    at_work = request.viewer.holds(*people.AT_WORK)
    return ResultPage(
        draft=draft,
        headline=_headline(numbered),
        kind="waits" if numbered else "done",
        stretches=[_stretch(piece) for piece in pieces(draft, numbered)],
        lines=[_line(note) for note in numbered],
        holds_hidden=not HIDDEN.isdisjoint(draft),
        ask_url=address("consults:ask") if at_work else "",
    )


def _headline(numbered: list[Note]) -> str:
    if not numbered:
        return _("Nothing noticed")
    if any(note.is_sure for note in numbered):
        return _("Look at this first")
    return _("Perhaps look at this")


def _line(note: Note) -> Line:
    finding = note.told.finding
    return Line(
        number=note.number,
        words=note.words,
        is_sure=note.is_sure,
        label=_read(finding.label),
        why=_read(finding.why),
        better=_read(finding.better),
        articles=finding.articles,
    )


def _stretch(piece: Piece) -> Stretch:
    marks = tuple(Mark(note.number, _read(note.told.finding.label), note.is_sure) for note in piece.begins)
    return Stretch(piece.text, piece.tint, marks)


def _read(text: Text) -> str:
    return text.read(get_language() or "nl")
