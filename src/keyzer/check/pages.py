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
    """One kind of finding, with the places where it stands: told once, however often it is found."""

    label: str
    why: str
    better: str
    articles: tuple[str, ...]
    places: tuple[Note, ...]


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
    found: int
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
        found=len(numbered),
        lines=_lines(numbered),
        holds_hidden=not HIDDEN.isdisjoint(draft),
        ask_url=address("consults:ask") if at_work else "",
    )


def _headline(numbered: list[Note]) -> str:
    if not numbered:
        return _("Nothing noticed")
    if any(note.is_sure for note in numbered):
        return _("Look at this first")
    return _("Perhaps look at this")


def _lines(numbered: list[Note]) -> list[Line]:
    """One line a kind, in the order in which the kinds come first."""
    kinds: dict[str, list[Note]] = {}
    for note in numbered:
        kinds.setdefault(note.told.finding.kind, []).append(note)
    return [_line(places) for places in kinds.values()]


def _line(places: list[Note]) -> Line:
    finding = places[0].told.finding
    return Line(
        label=_read(finding.label),
        why=_read(finding.why),
        better=_read(finding.better),
        articles=finding.articles,
        places=tuple(places),
    )


def _stretch(piece: Piece) -> Stretch:
    marks = tuple(Mark(note.number, _read(note.told.finding.label), note.is_sure) for note in piece.begins)
    return Stretch(piece.text, piece.tint, marks)


def _read(text: Text) -> str:
    return text.read(get_language() or "nl")
