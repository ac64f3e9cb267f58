"""Printed lists, for who looks after the class: what each line asks, and what became of it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.acknowledgements import checks, printed
from keyzer.acknowledgements.checks import Asked, from_protocol
from keyzer.acknowledgements.editions import Shelf, shelf
from keyzer.acknowledgements.models import PaperLine, PaperList, Signature
from keyzer.acknowledgements.words import How, Refused, State
from keyzer.ledger import files
from keyzer.ledger import queries as ledger
from keyzer.people import queries as people
from keyzer.people.queries import SeatBrief
from keyzer.protocol import Audience, Edition, Viewer

from .coverage import may_see_class
from .documents import document


class LineState(StrEnum):
    """What became of a line: a line that is open or refused can be recorded."""

    OPEN = "open"
    REFUSED = "refused"
    SIGNED = "signed"
    GONE = "gone"


class Line(NamedTuple):
    """One line; `at` and `by` (a name) tell of what was recorded, `from_paper` that it came from a sheet."""

    number: int
    household: int
    asked: Asked
    name: str
    on_behalf_of: str
    state: LineState
    at: datetime | None
    by: str
    from_paper: bool


class Scan(NamedTuple):
    """A picture of the sheet, as the history tells it."""

    file: UUID
    media: str
    size: int
    at: datetime


class PaperBrief(NamedTuple):
    """A list among those of a class."""

    token: str
    households: bool
    made_at: datetime
    is_current: bool


class PaperFile(NamedTuple):
    """A list as a whole. `digest` is of the text it is signed under; it can be recorded while `is_current`."""

    id: UUID
    token: str
    seat: SeatBrief
    households: bool
    edition: Edition | None
    digest: str
    language: str
    made_at: datetime
    is_current: bool
    lines: Sequence[Line]
    scans: Sequence[Scan]

    def line(self, number: int) -> Line | None:
        """The line with this number."""
        return next((one for one in self.lines if one.number == number), None)


class _Said(NamedTuple):
    state: State
    at: datetime
    by: UUID | None
    how: How


def paper_list(viewer: Viewer, token: str, on: date) -> PaperFile | None:
    """The list with this token; None when there is none, or it is of a class that is not this viewer's."""
    row = PaperList.objects.select_related("school_class").filter(token=token).first()
    if row is None or not may_see_class(viewer, row.school_class_id, {row.school_class.layer}):
        return None
    held, seat = shelf(on), row.school_class
    return PaperFile(
        id=row.id,
        token=row.token,
        seat=SeatBrief(seat.id, seat.name, seat.layer, seat.location),
        households=row.households,
        edition=held.editions.get(row.edition),
        digest=row.edition_digest,
        language=row.language,
        made_at=row.made_at,
        is_current=is_current(row, held),
        lines=_lines(row, held, on),
        scans=list(_scans(row.stream)),
    )


def lists_of(school_class: UUID, on: date) -> list[PaperBrief]:
    """The lists that were printed of a class, newest first. Ask `may_see_class` before."""
    held = shelf(on)
    rows = PaperList.objects.filter(school_class_id=school_class).order_by("-made_at")
    return [PaperBrief(row.token, row.households, row.made_at, is_current(row, held)) for row in rows]


def scan_content(paper: UUID, file: UUID) -> bytes:
    """A kept scan. Raises files.FileProblem."""
    stream = PaperList.objects.values_list("stream", flat=True).get(id=paper)
    return b"".join(files.content(stream, file))


def is_current(row: PaperList, held: Shelf) -> bool:
    """Whether what is signed on this list still counts: the same text, beside the same adopted document."""
    known, attached = held.editions.get(row.edition), document()
    return (
        row.edition in held.counting
        and known is not None
        and known.digest == row.edition_digest
        and row.document_digest == (attached.sha256 if attached else "")
    )


def _lines(row: PaperList, held: Shelf, on: date) -> list[Line]:
    found = list(row.lines.all())
    asked = {line.number: Asked(line.signer_id, line.on_behalf_of_id, Audience(line.audience)) for line in found}
    said = _said({one.on_behalf_of for one in asked.values()}, held)
    current = _asked_in_class(row.school_class_id, held.in_force, on)
    recorders = {one.by for one in said.values() if one.by}
    names = people.names({person for one in asked.values() for person in (one.signer, one.on_behalf_of)} | recorders)
    return [_line(line, asked[line.number], said.get(asked[line.number]), current, held, on, names) for line in found]


def _line(
    row: PaperLine,
    asked: Asked,
    said: _Said | None,
    current: set[Asked],
    held: Shelf,
    on: date,
    names: dict[UUID, str],
) -> Line:
    stands = said if said and said.state is not State.WITHDRAWN else None
    state = LineState(stands.state) if stands else LineState.OPEN
    if state is not LineState.SIGNED and asked not in current and not _is_asked(asked, held.in_force, on):
        state = LineState.GONE
    return Line(
        number=row.number,
        household=row.household,
        asked=asked,
        name=names[asked.signer],
        on_behalf_of="" if asked.signer == asked.on_behalf_of else names[asked.on_behalf_of],
        state=state,
        at=stands.at if stands else None,
        by=names.get(stands.by, "") if stands and stands.by else "",
        from_paper=stands is not None and stands.how is How.PAPER,
    )


def _asked_in_class(school_class: UUID, edition: Edition, on: date) -> set[Asked]:
    bonds = people.bonds_in_class(school_class, on)
    return {from_protocol(one) for line in bonds for one in protocol.signatures_asked(edition, line.bond, on)}


def _is_asked(asked: Asked, edition: Edition, on: date) -> bool:
    """Whether somebody who is in this class no more is still asked to sign, in another."""
    try:
        checks.expect_asked(asked, edition, on)
    except Refused:
        return False
    return True


def _said(persons: set[UUID], held: Shelf) -> dict[Asked, _Said]:
    rows = Signature.objects.filter(on_behalf_of_id__in=persons, edition__in=held.counting, ended_at=None)
    found = rows.order_by("at").values_list("signer_id", "on_behalf_of_id", "audience", "state", "at", "by_id", "how")
    return {
        Asked(signer, child, Audience(audience)): _Said(State(state), at, by, How(how))
        for signer, child, audience, state, at, by, how in found
    }


def _scans(stream: UUID) -> Iterator[Scan]:
    for one in ledger.read(stream):
        event = printed.decode(one.content)
        if isinstance(event, printed.Scanned):
            yield Scan(event.file, event.media, event.size, one.at)
