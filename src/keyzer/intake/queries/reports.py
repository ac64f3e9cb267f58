"""Every read of reports. Who may see one is decided here: the one who told it, and the one who handles it."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.evidence import queries as evidence_kept
from keyzer.incidents import queries as incidents
from keyzer.intake import choices, events
from keyzer.intake.events import EvidenceAdded, IntakeLane, SealBroken, State, Told, Way
from keyzer.intake.models import Report
from keyzer.kit import clock
from keyzer.ledger import queries as ledger
from keyzer.people import queries as people

from .history import History, history_of
from .lists import settled_among, state_of
from .sealing import reported_by, reporter_behind
from .sight import visible, visible_to


class Message(NamedTuple):
    """One turn in the conversation."""

    by_reporter: bool
    writer: str
    words: str
    at: datetime


class Reading(NamedTuple):
    """That somebody who handles it has read it; of the board no name is told."""

    at: datetime
    person: UUID | None
    name: str


class ReceivedFile(NamedTuple):
    """A file that came with a report."""

    report: UUID
    file: EvidenceAdded
    received_at: datetime


class ReportPage(NamedTuple):
    """All of one report. `reporter` is None for who reads it without knowing.

    `by_mail` is whether who told it asked for mail; `moves` are when somebody else began to handle it, and who.
    `locked` are the files that nobody may open; `broken` is when and by whom the seal was broken; `aside` why it was
    set aside, None while it is not.
    """

    id: UUID
    lane: IntakeLane
    way: Way
    state: State
    version: int
    reporter: people.PersonBrief | None
    handler: people.PersonBrief
    layer: int | None
    received_at: datetime
    due_at: datetime | None
    incident: UUID | None
    told: Told
    messages: list[Message]
    evidence: list[EvidenceAdded]
    readings: list[Reading]
    moves: list[tuple[datetime, str]]
    broken: list[tuple[datetime, str, str]]
    aside: events.SetAside | None
    part_of: UUID | None
    by_reporter: bool
    by_handler: bool
    locked: frozenset[UUID]
    by_mail: bool

    @property
    def read_at(self) -> datetime | None:
        """When it was read first; None while it was not."""
        return self.readings[0].at if self.readings else None

    @property
    def teller(self) -> str:
        """Who told it, in the words of this reader."""
        return self.reporter.name if self.reporter else choices.unnamed(self.way)

    @property
    def is_about_images(self) -> bool:
        """True on the path on which no picture is looked at: as was told, or because a file had to be locked away."""
        return bool(self.locked) or choices.is_about_sexual_images(self.told.conduct)

    @property
    def is_words_only(self) -> bool:
        """True for what no file is asked for with: sexual images, and what was told to the board alone."""
        return self.told.to_board or self.is_about_images

    @property
    def is_unnamed(self) -> bool:
        """True when the one who told it did not give a name to everybody who reads it."""
        return self.way is not Way.OP_NAAM


def page(viewer: protocol.Viewer, report: UUID) -> ReportPage | None:
    """All of a report, for who may see it; None for others and when it was erased."""
    sealed = reported_by(UUID(viewer.id))
    row = visible(viewer, sealed).filter(id=report).first()
    if row is None:
        return None
    return _page(row, viewer, by_reporter=str(row.reporter_id) == viewer.id or row.id in sealed)


def page_by_receipt(report: UUID) -> ReportPage | None:
    """All of a report for who told it without a name; the caller has seen the receipt.

    None when it was erased, or there is none: found out by the same reads, so that none tells which.
    """
    history = history_of(report)
    row = Report.objects.filter(id=report, way=Way.ZONDER_NAAM).first() if history else None
    return _drawn(row, history, None, by_reporter=True) if row and history else None


def names_around(page: ReportPage) -> list[str]:
    """Who sits in class with whoever was named, for a reader from whom they are hidden where they take no part.

    Who told it in confidence is not reckoned with, so that nobody is told by whom the mask knows: then it is the year.
    """
    on = clock.local(page.received_at).date()
    told = {page.reporter.id, page.told.child} if page.way is Way.OP_NAAM and page.reporter else set()
    persons = {one for one in (*told, *(named.person for named in page.told.persons)) if one}
    found = people.names_in_class_of(persons, on) if persons else []
    return found if found or page.layer is None else people.names_in_year(page.layer, on)


def _page(row: Report, viewer: protocol.Viewer, *, by_reporter: bool) -> ReportPage | None:
    found = history_of(row.id)
    return _drawn(row, found, viewer, by_reporter=by_reporter) if found else None


def _drawn(row: Report, found: History, viewer: protocol.Viewer | None, *, by_reporter: bool) -> ReportPage:
    who = UUID(viewer.id) if viewer else None
    known = row.reporter_id or (reporter_behind(row.id) if by_reporter or who in found.who_looked() else None)
    persons = people.brief({row.handler_id, *found.concerned(), *([known] if known else [])})
    teller = persons[known].name if known else choices.unnamed(Way(row.way))
    return ReportPage(
        id=row.id,
        lane=IntakeLane(row.lane),
        way=Way(row.way),
        state=state_of(row.id, row.state, settled_among([(row.id, row.incident)])),
        version=row.version,
        reporter=persons[known] if known else None,
        handler=persons[row.handler_id],
        layer=row.layer,
        received_at=row.received_at,
        due_at=row.due_at,
        incident=row.incident,
        told=found.told,
        messages=[*_messages(found, persons, teller)],
        evidence=found.evidence(),
        readings=[Reading(each.at, each.by, persons[each.by].name) for each, _ in found.of(events.Read) if each.by],
        moves=[(at, persons[handler].name) for at, handler in found.moves()],
        broken=[(each.at, persons[each.by].name, event.reason) for each, event in found.of(SealBroken) if each.by],
        aside=found.set_aside() if row.state == State.ASIDE else None,
        part_of=row.part_of_id,
        by_reporter=by_reporter,
        by_handler=row.handler_id == who,
        locked=evidence_kept.locked([row.id]) if found.evidence() else frozenset(),
        by_mail=found.wants_mail(),
    )


def has_moved(report: UUID) -> bool:
    """True when the incident that came of it went to another person than who handles the report."""
    row = Report.objects.filter(id=report).exclude(incident=None).values_list("incident", "handler_id").first()
    return row is not None and row[0] is not None and incidents.handler_of(row[0]) != row[1]


def concerns(viewer: protocol.Viewer, report: UUID) -> bool:
    """True for who may see a report, or the incident that came of it."""
    own = visible_to(viewer).filter(id=report).exists()
    return own or incidents.visible_to(viewer).filter(report=report).exists()


def handler_of(report: UUID) -> UUID | None:
    """Who handles a report; None when there is no such report."""
    return Report.objects.filter(id=report).values_list("handler_id", flat=True).first()


def evidence(viewer: protocol.Viewer, report: UUID, file: UUID) -> EvidenceAdded | None:
    """One file of a report, for who may see the report."""
    found = page(viewer, report)
    return next((each for each in found.evidence if each.file == file), None) if found else None


def evidence_content(report: UUID, file: UUID) -> Iterator[bytes]:
    """The bytes of a file. Raises ledger.files.FileProblem when it is gone, was altered, or is locked away."""
    return evidence_kept.content(report, file)


def files_of(incident: UUID) -> list[ReceivedFile]:
    """The files of every report that an incident came of, oldest first; for a room that has asked who may see them."""
    reports = Report.objects.filter(incident=incident).values_list("id", flat=True)
    told = ((report, each) for report, history in ledger.read_many(list(reports)).items() for each in history)
    found = ((report, events.read(each.content), each.at) for report, each in told)
    added = [ReceivedFile(report, event, at) for report, event, at in found if isinstance(event, EvidenceAdded)]
    return sorted(added, key=lambda one: (one.received_at, one.report))


def changes_since(found: ReportPage, seen: int) -> list[Message]:
    """What was written in the conversation since version `seen`."""
    count = sum(each.kind in {"answered", "asked"} for each in ledger.read(found.id, after=seen))
    return found.messages[len(found.messages) - count :]


def _messages(history: History, persons: Mapping[UUID, people.PersonBrief], teller: str) -> Iterator[Message]:
    for each, event in history.each:
        if isinstance(event, events.Answered | events.Asked):
            writer = persons[each.by].name if each.by else teller
            yield Message(isinstance(event, events.Asked), writer, event.words, each.at)
