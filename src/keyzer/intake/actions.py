"""Every write to a report or a doubt. Each is one transaction: the event is appended and the row follows."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db import IntegrityError
from django.db.models import QuerySet

from keyzer import protocol
from keyzer.cases import actions as cases
from keyzer.incidents import actions as incidents
from keyzer.incidents import queries as incident_queries
from keyzer.kit import clock
from keyzer.kit.addresses import address_of
from keyzer.kit.inserted import insert
from keyzer.kit.prepared import prepared
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.ledger import files
from keyzer.ledger import queries as ledger_queries
from keyzer.ledger.actions import Conflict
from keyzer.post import actions as post

from . import events, routing, terms
from .events import IntakeLane, State, Told
from .models import Party, Report


class Evidence(NamedTuple):
    """A file that was looked at and may be kept."""

    incoming: files.Incoming
    name: str
    media: str


class IncidentDraft(NamedTuple):
    """What an incident is opened with."""

    told: str
    happened_on: date | None
    place: str
    persons: Sequence[tuple[UUID, protocol.Part]]
    conduct: Sequence[str]


class NotPossible(Exception):
    """The report is not in a state in which this can be done."""


def tell(
    lane: IntakeLane,
    told: Told,
    *,
    reporter: protocol.Viewer,
    sending: UUID,
    evidence: Sequence[Evidence],
    at: datetime,
) -> UUID:
    """Receive a report or a doubt and send it to who handles it; answers its id.

    The same `sending` by the same reporter is one report, however often it arrives. Raises people.queries.NobodyLeft.
    """
    earlier = _sent_before(reporter, sending)
    if earlier is not None:
        return earlier
    try:
        return _receive(lane, told, reporter, sending, evidence, at)
    except IntegrityError:
        if (earlier := _sent_before(reporter, sending)) is None:
            raise
        return earlier


def tell_board(told: Told, *, reporter: protocol.Viewer, sending: UUID, at: datetime) -> UUID:
    """Tell the board alone of a possible sexual offence by somebody with a task here, and answer the report's id.

    In one act: the report, a sealed incident, a case of the board about each who is named as doing it, and mail to the
    members of the board (WVO 2020, 3.39). Raises people.queries.NobodyLeft when the board has nobody left for it.
    """
    with writing():
        if (earlier := _sent_before(reporter, sending)) is not None:
            return earlier
        by, named = UUID(reporter.id), [(one.person, one.part) for one in told.persons]
        board = routing.board(told, clock.local(at).date())
        row = _received(IntakeLane.MELDING, told, by, sending, routing.Route(board[0], routing.named(told)), None, at)
        persons = [(by, protocol.Part.MELDER), *named]
        draft = IncidentDraft(told=told.words, happened_on=None, place="", persons=persons, conduct=())
        out = tuple(routing.named(told))
        row.incident = incidents.open_incident(by=by, at=at, layer=None, report=row.id, kept_out=out, **draft._asdict())
        incidents.seal(row.incident, by=by, at=at)
        for person in (person for person, part in named if part is protocol.Part.ONDERWERP):
            cases.open_case(row.incident, person, by=by, at=at)
        _append(row, [events.IncidentOpened(incident=row.incident)], by=by, at=at)
        for member in board:
            post.queue(to=member, kind="board-urgent", path=address_of("incidents:show", row.incident), by=None, at=at)
    follow_incident(row.id, at=at)
    return row.id


def mark_read(report: UUID, *, by: UUID, at: datetime) -> None:
    """Let the reporter know that who handles it has read it; only the first time counts."""
    with writing():
        row = Report.objects.select_for_update().get(id=report)
        if row.state == State.RECEIVED and row.handler_id == by:
            row.state = State.READ
            _append(row, [events.Read()], by=by, at=at)


def answer(report: UUID, words: str, *, seen: int, by: UUID, at: datetime) -> None:
    """Write to the reporter; nothing is owed then. Raises Conflict when words were added since `seen`."""
    with writing():
        row = _unchanged(report, seen)
        if row.state in {State.RECEIVED, State.READ}:
            row.state = State.ANSWERED
        row.due_at = None
        _append(row, [events.Answered(words=words)], by=by, at=at)


def ask(report: UUID, words: str, *, seen: int, by: UUID, at: datetime) -> None:
    """The reporter writes again, and an answer is owed again. Raises Conflict when words were added since `seen`."""
    with writing():
        row = _unchanged(report, seen)
        if row.state in {State.ANSWERED, State.SETTLED} and row.incident is None:
            row.state = State.READ
        row.due_at = row.due_at or terms.answer_due(IntakeLane(row.lane), at)
        _append(row, [events.Asked(words=words)], by=by, at=at)


def turn_into_report(report: UUID, *, seen: int, by: UUID, at: datetime) -> None:
    """The one who doubted makes it a report, nothing told again (leerlingen-8). A report stays one. Raises Conflict."""
    with writing():
        row = Report.objects.select_for_update().get(id=report)
        if row.lane == IntakeLane.MELDING:
            return
        row = _unchanged(report, seen)
        row.lane = IntakeLane.MELDING
        row.state = State.READ
        row.due_at = terms.answer_due(IntakeLane.MELDING, at)
        _append(row, [events.BecameReport()], by=by, at=at)


def add_evidence(report: UUID, evidence: Sequence[Evidence], *, by: UUID, at: datetime) -> None:
    """Keep files with the report. Raises ledger.files.FileProblem when the report was erased."""
    with writing():
        row = Report.objects.select_for_update().get(id=report)
        with _kept(report, evidence) as added:
            _append(row, added, by=by, at=at)


def step_aside(report: UUID, *, by: UUID, at: datetime) -> None:
    """Who handles it takes part in it, and hands it to another coordinator. Raises people.queries.NobodyLeft.

    What is sealed goes with its incident, where the board names who takes part.
    """
    with writing():
        row = Report.objects.select_for_update().get(id=report)
        if row.handler_id != by or (row.incident and incident_queries.is_sealed(row.incident)):
            return
        Party.objects.get_or_create(report=row, person_id=by)
        parties = Party.objects.filter(report=row).values_list("person_id", flat=True)
        without = {row.reporter_id, *parties}
        handler = routing.another_handler(row.layer, clock.local(at).date(), without)
        _move(row, handler, by=by, at=at)


def follow_incident(report: UUID, *, at: datetime) -> None:
    """When the incident that came of it moved to another coordinator, the report moves too."""
    with writing():
        row = Report.objects.select_for_update().get(id=report)
        handler = incident_queries.handler_of(row.incident) if row.incident else None
        if handler is not None and handler != row.handler_id:
            _move(row, handler, by=None, at=at)


def open_incident(report: UUID, draft: IncidentDraft, *, seen: int, by: UUID, at: datetime) -> UUID:
    """Make an incident of it and answer its id; a report that has one keeps that one.

    Raises NotPossible for a doubt, Conflict, people.queries.NobodyLeft.
    """
    with writing():
        row = Report.objects.select_for_update().get(id=report)
        if row.incident is not None:
            return row.incident
        if row.lane == IntakeLane.TWIJFEL:
            raise NotPossible("no file is made of a doubt: only who doubts can make it a report")
        row = _unchanged(report, seen)
        out = Party.objects.filter(report=row).values_list("person_id", flat=True)
        row.incident = incidents.open_incident(
            by=by, at=at, layer=row.layer, report=report, kept_out=tuple(out), **draft._asdict()
        )
        row.state = State.HANDLED
        _append(row, [events.IncidentOpened(incident=row.incident)], by=by, at=at)
    follow_incident(report, at=at)
    return row.incident


def settle(report: UUID, words: str, *, seen: int, by: UUID, at: datetime) -> None:
    """Close it with an answer: nothing more follows. Raises NotPossible when an incident came of it, Conflict."""
    with writing():
        row = _unchanged(report, seen)
        if row.incident is not None:
            raise NotPossible("an incident came of this report: it is settled when the incident is")
        row.state = State.SETTLED
        row.due_at = None
        _append(row, [events.Answered(words=words), events.Settled()], by=by, at=at)


def _receive(
    lane: IntakeLane, told: Told, reporter: protocol.Viewer, sending: UUID, evidence: Sequence[Evidence], at: datetime
) -> UUID:
    on, by = clock.local(at).date(), UUID(reporter.id)
    with writing():
        layer = routing.layer_of(reporter, told, on)
        row = _received(lane, told, by, sending, routing.route(reporter, told, layer, on), layer, at)
        if evidence:
            with _kept(row.id, evidence) as added:
                _append(row, added, by=by, at=at)
    return row.id


def _received(
    lane: IntakeLane, told: Told, by: UUID, sending: UUID, route: routing.Route, layer: int | None, at: datetime
) -> Report:
    """The report with its stream, and who is shut out of it."""
    row = Report(
        id=ledger.begin_stream("report", [events.entry(told)], by=by, at=at),
        lane=lane,
        reporter_id=by,
        handler_id=route.handler,
        layer=layer,
        received_at=at,
        due_at=terms.answer_due(lane, at),
        sending=sending,
        version=1,
    )
    insert(row)
    for person in route.shut_out:
        insert(Party(report=row, person_id=person))
    return row


def _sent_before(reporter: protocol.Viewer, sending: UUID) -> UUID | None:
    return next((report for (report,) in _sendings(UUID(reporter.id), sending)), None)


@prepared
def _sendings(reporter: UUID, sending: UUID) -> QuerySet[Report, tuple[UUID]]:
    return Report.objects.filter(reporter_id=reporter, sending=sending).values_list("id")


def _unchanged(report: UUID, seen: int) -> Report:
    """The report, if nobody added words since version `seen`; a receipt or a file changes nothing for the writer."""
    row = Report.objects.select_for_update().get(id=report)
    if any(event.kind in events.WITH_WORDS for event in ledger_queries.read(report, after=seen)):
        raise Conflict(seen, row.version)
    return row


def _append(row: Report, recorded: Sequence[events.AnyEvent], *, by: UUID | None, at: datetime) -> None:
    entries = [events.entry(event) for event in recorded]
    row.version = ledger.append(row.id, entries, seen=row.version, by=by, at=at)
    row.save()


def _move(row: Report, handler: UUID, *, by: UUID | None, at: datetime) -> None:
    moved = events.Rerouted(was=row.handler_id, handler=handler)
    row.handler_id = handler
    _append(row, [moved], by=by, at=at)


@contextmanager
def _kept(stream: UUID, evidence: Sequence[Evidence]) -> Iterator[list[events.EvidenceAdded]]:
    """Keep the files; when recording them fails, they go."""
    added: list[events.EvidenceAdded] = []
    try:
        for file in evidence:
            kept = file.incoming.keep(stream)
            added.append(
                events.EvidenceAdded(file=kept.id, name=file.name, media=file.media, size=kept.size, sha256=kept.sha256)
            )
        yield added
    except Exception:
        for each in added:
            files.remove(each.file)
        raise
