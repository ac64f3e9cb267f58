"""Every write to an incident. Each is one transaction: the event is appended and the tables follow."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.ledger import queries as history
from keyzer.people import queries as people

from . import events
from .models import Citation, Incident, Involvement, Party
from .queries import reports_of, whom_it_keeps_out
from .standing import standing_of


class Involved(NamedTuple):
    """What followed from naming somebody: the new version, and the new handler when the old one had to give it up."""

    version: int
    handler: UUID | None


class AlreadyDone(Exception):
    """The same person sent exactly this before: nothing is written twice."""


class NotInvolved(Exception):
    """The person has no such part in this incident."""


class HasCase(Exception):
    """There is a case about this person: it can end without a measure, but the person stays its subject."""


def open_incident(  # noqa: PLR0913 -- an incident begins with all that was told
    *,
    by: UUID,
    at: datetime,
    told: str,
    happened_on: date | None,
    place: str,
    persons: Sequence[tuple[UUID, protocol.Part]],
    conduct: Sequence[str],
    layer: int | None,
    report: UUID | None,
    kept_out: tuple[UUID, ...] = (),
    stream: UUID | None = None,
    handler: UUID | None = None,
) -> UUID:
    """Open an incident and answer its id. Who opens it handles it, or else `handler`, but never a party to it.

    `kept_out` could not see its report; `stream` is its id, else a new one. Raises people.queries.NobodyLeft.
    """
    beginning = events.Told(told=told, happened_on=happened_on, place=place, report=report, kept_out=kept_out)
    parts, kinds = list(dict.fromkeys(persons)), list(dict.fromkeys(conduct))
    standing = standing_of(parts, clock.local(at).date(), kept_out)
    with writing():
        row = Incident(id=ledger.open_stream("incident", at=at, stream=stream), opened_at=at, opened_by=by, layer=layer)
        row.handler_id, row.lane = standing.handler(handler or by, layer), standing.lane.value
        row.happened_on, row.place, row.report = happened_on, place, report
        row.save(force_insert=True)
        _append(row, [beginning, *_named(parts, kinds)], by=by, at=at)
        _list(row, parts, kinds, standing.parties)
    return row.id


def _named(parts: Sequence[tuple[UUID, protocol.Part]], kinds: Sequence[str]) -> list[events.AnyEvent]:
    involved = [events.Involved(person=person, part=part) for person, part in parts]
    return [*involved, *(events.ConductCited(conduct=kind) for kind in kinds)]


def _list(
    row: Incident, parts: Sequence[tuple[UUID, protocol.Part]], kinds: Sequence[str], out: Iterable[UUID]
) -> None:
    Involvement.objects.bulk_create(
        Involvement(incident=row, person_id=person, part=part.value) for person, part in parts
    )
    Citation.objects.bulk_create(Citation(incident=row, conduct=kind) for kind in kinds)
    Party.objects.bulk_create(Party(incident=row, person_id=person) for person in sorted(out))


def add_fact(incident: UUID, fact: str, *, seen: int, by: UUID, at: datetime) -> int:
    """Add what became known; answers the new version. Raises ledger.actions.Conflict and AlreadyDone."""
    event = events.FactAdded(fact=fact)
    with writing():
        return _append(_seen(incident, event, seen, by), [event], by=by, at=at)


def involve(incident: UUID, person: UUID, part: protocol.Part, *, seen: int, by: UUID, at: datetime) -> Involved:
    """Give somebody a part. A handler who becomes party loses the incident to another coordinator in the same breath.

    Cases must follow: a room that knows them calls `cases.actions.involve`. Naming the same part twice changes nothing.
    Raises ledger.actions.Conflict, AlreadyDone, and people.queries.NobodyLeft when nobody else can handle it.
    """
    event = events.Involved(person=person, part=part)
    with writing():
        row = _seen(incident, event, seen, by)
        _made, is_new = Involvement.objects.get_or_create(incident=row, person_id=person, part=part.value)
        if not is_new:
            return Involved(row.version, None)
        return _involve(row, event, by=by, at=at)


def change_part(incident: UUID, change: events.PartChanged, *, seen: int, by: UUID, at: datetime) -> Involved:
    """Record that somebody took part as something else; what follows is as in `involve`.

    Raises Conflict and AlreadyDone; NotInvolved when the person had no such part; HasCase when a case is about it.
    """
    with writing():
        row = _seen(incident, change, seen, by)
        held = Involvement.objects.filter(incident=row, person_id=change.person, part=change.was.value).first()
        if held is None:
            raise NotInvolved
        if held.case is not None:
            raise HasCase
        held.delete()
        Involvement.objects.get_or_create(incident=row, person_id=change.person, part=change.part.value)
        return _involve(row, change, by=by, at=at)


def cite(incident: UUID, conduct: Sequence[str], *, seen: int, by: UUID, at: datetime) -> int:
    """Name kinds of conduct that it may be; those already named are passed over. Raises Conflict and AlreadyDone."""
    with writing():
        named = [events.ConductCited(conduct=kind) for kind in dict.fromkeys(conduct)]
        row = _seen(incident, named[0], seen, by)
        known = set(Citation.objects.filter(incident=row).values_list("conduct", flat=True))
        fresh = [event for event in named if event.conduct not in known]
        Citation.objects.bulk_create(Citation(incident=row, conduct=event.conduct) for event in fresh)
        return _append(row, fresh, by=by, at=at)


def add_report(incident: UUID, report: UUID, *, by: UUID, at: datetime) -> None:
    """Another report tells of the same; twice is once."""
    _note_report(incident, events.ReportAdded(report=report), by=by, at=at)


def take_out_report(incident: UUID, report: UUID, *, by: UUID, at: datetime) -> None:
    """A report that was added stands by itself again; twice is once."""
    _note_report(incident, events.ReportTakenOut(report=report), by=by, at=at)


def _note_report(incident: UUID, event: events.ReportAdded | events.ReportTakenOut, *, by: UUID, at: datetime) -> None:
    with writing():
        row = Incident.objects.select_for_update().get(id=incident)
        if (event.report in reports_of(incident)) is isinstance(event, events.ReportTakenOut):
            _append(row, [event], by=by, at=at)


def hold(incident: UUID) -> None:
    """Let others who write about this incident wait until this act is done; to be called inside `writing()`."""
    Incident.objects.select_for_update().filter(id=incident).values_list("id").get()


def link_case(incident: UUID, subject: UUID, case: UUID) -> None:
    """Remember which case is about the subject of this incident."""
    subjects = Involvement.objects.filter(part=protocol.Part.ONDERWERP.value)
    subjects.filter(incident_id=incident, person_id=subject).update(case=case)


def seal(incident: UUID, *, by: UUID, at: datetime) -> None:
    """Leave it to the board alone, which handles it from now on (WVO 2020, 3.39); what is sealed stays as it is.

    Raises people.queries.NobodyLeft when every member of the board takes part in it.
    """
    with writing():
        for row in Incident.objects.select_for_update().filter(id=incident, sealed=False):
            was, barred = row.handler_id, Party.objects.filter(incident=row).values_list("person_id", flat=True)
            row.handler_id = people.board_for(clock.local(at).date(), set(barred))[0]
            row.sealed = True
            row.save(update_fields=["sealed", "handler"])
            _append(row, [events.HandedOver(was=was, handler=row.handler_id)], by=by, at=at)


def settle(incident: UUID, *, by: UUID, at: datetime) -> None:
    """Record that all that followed from it is done; a settled incident stays as it is."""
    _move(incident, "open", "settled", events.Settled(), by=by, at=at)


def unsettle(incident: UUID, *, reason: str, by: UUID, at: datetime) -> None:
    """Open a settled incident again, because something follows from it after all; an open one stays as it is."""
    _move(incident, "settled", "open", events.Reopened(reason=reason), by=by, at=at)


def _move(incident: UUID, was: str, becomes: str, event: events.AnyEvent, *, by: UUID, at: datetime) -> None:
    with writing():
        if Incident.objects.filter(id=incident, state=was).update(state=becomes):
            _append(Incident.objects.get(id=incident), [event], by=by, at=at)


def _seen(incident: UUID, event: events.AnyEvent, seen: int, by: UUID) -> Incident:
    """The incident, when nothing was written to it since version `seen`."""
    row = Incident.objects.get(id=incident)
    if row.version == seen:
        return row
    added = history.read(incident, after=seen)
    if added and added[0].by == by and events.read(added[0].content) == event:
        raise AlreadyDone
    raise ledger.Conflict(seen, row.version)


def _append(row: Incident, recorded: Sequence[events.AnyEvent], *, by: UUID, at: datetime) -> int:
    entries = [events.entry(event) for event in recorded]
    row.version = ledger.append(row.id, entries, seen=row.version, by=by, at=at)
    row.save(update_fields=["version"])
    return row.version


def _involve(row: Incident, event: events.Involved | events.PartChanged, *, by: UUID, at: datetime) -> Involved:
    """Record who takes part, and let everything follow that turns on it: who is shut out, the lane, the handler."""
    held = Involvement.objects.filter(incident=row).values_list("person_id", "part")
    parts = [(person, protocol.Part(part)) for person, part in held]
    standing = standing_of(parts, clock.local(at).date(), whom_it_keeps_out(row.id))
    Party.objects.filter(incident=row).delete()
    Party.objects.bulk_create(Party(incident=row, person_id=person) for person in sorted(standing.parties))
    was, row.handler_id = row.handler_id, standing.handler(row.handler_id, row.layer, sealed=row.sealed)
    row.lane = standing.lane.value
    row.save(update_fields=["handler", "lane"])
    following: list[events.AnyEvent] = [event]
    if was != row.handler_id:
        following.append(events.HandedOver(was=was, handler=row.handler_id))
    version = _append(row, following, by=by, at=at)
    return Involved(version, row.handler_id if was != row.handler_id else None)
