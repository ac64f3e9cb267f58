"""Every write to a report or a doubt that was told. Each is one transaction: the event is appended, the row follows."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from keyzer.incidents import actions as incidents
from keyzer.incidents import queries as incident_queries
from keyzer.intake import events, queries, routing, terms
from keyzer.intake.events import IntakeLane, State
from keyzer.intake.models import Party, Report
from keyzer.kit import clock
from keyzer.kit.addresses import address_of
from keyzer.kit.writing import writing
from keyzer.people import queries as people
from keyzer.post import actions as post

from .rows import Evidence, IncidentDraft, NotPossible, append, keep_evidence, move, unchanged


def mark_read(report: UUID, *, by: UUID, at: datetime) -> None:
    """Let the reporter know that who handles it has read it; only the first time of each counts."""
    with writing():
        row = Report.objects.select_for_update().get(id=report)
        if row.handler_id == by and not queries.has_read(report, by):
            row.state = State.READ if row.state == State.RECEIVED else row.state
            append(row, [events.Read()], by=by, at=at)


def answer(report: UUID, words: str, *, seen: int, by: UUID, at: datetime) -> None:
    """Write to the reporter; nothing is owed then. Who asked for mail is told that something waits.

    Raises Conflict when words were added since `seen`.
    """
    with writing():
        row = unchanged(report, seen)
        if row.state in {State.RECEIVED, State.READ}:
            row.state = State.ANSWERED
        row.due_at = None
        append(row, [events.Answered(words=words)], by=by, at=at)
        _let_know(row, at)


def ask(report: UUID, words: str, *, seen: int, by: UUID | None, at: datetime) -> None:
    """The reporter writes again, and an answer is owed again. Raises Conflict when words were added since `seen`.

    `by` is None for who did not give a name.
    """
    with writing():
        row = unchanged(report, seen)
        if row.state in {State.ANSWERED, State.SETTLED} and row.incident is None:
            row.state = State.READ
        row.due_at = row.due_at or terms.answer_due(IntakeLane(row.lane), at)
        append(row, [events.Asked(words=words)], by=by, at=at)


def wish_mail(report: UUID, *, wanted: bool, by: UUID | None, at: datetime) -> None:
    """The one who told it wants mail from now on, or none any more. `by` is None for who is under a seal."""
    with writing():
        row = Report.objects.select_for_update().get(id=report)
        if queries.wants_mail(report) is not wanted:
            append(row, [events.MailWished(wanted=wanted)], by=by, at=at)


def turn_into_report(report: UUID, *, seen: int, by: UUID | None, at: datetime) -> None:
    """The one who doubted makes it a report, nothing told again (leerlingen-8). A report stays one. Raises Conflict."""
    with writing():
        row = Report.objects.select_for_update().get(id=report)
        if row.lane == IntakeLane.MELDING:
            return
        row = unchanged(report, seen)
        row.lane = IntakeLane.MELDING
        row.state = State.READ
        row.due_at = terms.answer_due(IntakeLane.MELDING, at)
        append(row, [events.BecameReport()], by=by, at=at)


def add_evidence(report: UUID, evidence: Sequence[Evidence], *, by: UUID | None, at: datetime) -> int:
    """Keep files with the report; answers how many it had already. Raises ledger.files.FileProblem when erased."""
    with writing():
        row = Report.objects.select_for_update().get(id=report)
        return keep_evidence(row, evidence, queries.told_in(report), by=by, at=at)


def step_aside(report: UUID, *, by: UUID, at: datetime) -> None:
    """Who handles it takes part in it, and hands it to another coordinator. Raises people.queries.NobodyLeft.

    What is sealed goes with its incident, where the board names who takes part.
    """
    with writing():
        row = Report.objects.select_for_update().get(id=report)
        if row.handler_id != by or (row.incident and incident_queries.is_sealed(row.incident)):
            return
        Party.objects.get_or_create(report=row, person_id=by)
        handler = routing.another_handler(row.layer, clock.local(at).date(), _kept_away(row))
        move(row, handler, by=by, at=at)


def follow_incident(report: UUID, *, at: datetime) -> None:
    """When the incident that came of it moved to another coordinator, the report moves too."""
    with writing():
        row = Report.objects.select_for_update().get(id=report)
        handler = incident_queries.handler_of(row.incident) if row.incident else None
        if handler is not None and handler != row.handler_id:
            move(row, handler, by=None, at=at)


def stand_in(deputy: UUID, *, at: datetime) -> None:
    """Take over what waits for those who are away and for whom this person stands in."""
    on = clock.local(at).date()
    away = [person for person, stands_in in people.deputies(on).items() if stands_in == deputy]
    if not away:
        return
    with writing():
        waiting = Report.objects.select_for_update().filter(handler__in=away, due_at__isnull=False, incident=None)
        for row in waiting:
            if deputy not in _kept_away(row):
                move(row, deputy, by=None, at=at)


def let_deputies_in(at: datetime) -> None:
    """What waits for who is away goes to who stands in and is there, without waiting for that person to come by."""
    deputies = people.deputies(clock.local(at).date())
    for deputy in sorted(set(deputies.values()) - set(deputies)):
        stand_in(deputy, at=at)


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
        row = unchanged(report, seen)
        out = Party.objects.filter(report=row).values_list("person_id", flat=True)
        row.incident = incidents.open_incident(
            by=by, at=at, layer=row.layer, report=report, kept_out=tuple(out), **draft._asdict()
        )
        row.state = State.HANDLED
        append(row, [events.IncidentOpened(incident=row.incident)], by=by, at=at)
        Report.objects.filter(part_of=row).update(incident=row.incident)
        for double in Report.objects.filter(part_of=row).order_by("id").values_list("id", flat=True):
            incidents.add_report(row.incident, double, by=by, at=at)
    follow_incident(report, at=at)
    return row.incident


def settle(report: UUID, words: str, *, seen: int, by: UUID, at: datetime) -> None:
    """Close it with an answer: nothing more follows. Raises NotPossible when an incident came of it, Conflict."""
    with writing():
        row = unchanged(report, seen)
        if row.incident is not None:
            raise NotPossible("an incident came of this report: it is settled when the incident is")
        row.state = State.SETTLED
        row.due_at = None
        append(row, [events.Answered(words=words), events.Settled()], by=by, at=at)
        _let_know(row, at)


def _kept_away(row: Report) -> set[UUID]:
    """Who may not handle it: who told it, under a seal too, and everybody who takes part."""
    parties = Party.objects.filter(report=row).values_list("person_id", flat=True)
    reporter = row.reporter_id or queries.reporter_behind(row.id)
    return {*parties, *([reporter] if reporter else [])}


def _let_know(row: Report, at: datetime) -> None:
    """Mail that something waits, to who asked for it and gave a name; never what it is."""
    if row.reporter_id and queries.wants_mail(row.id):
        post.queue(to=row.reporter_id, kind="waiting", path=address_of("intake:show", row.id), by=None, at=at)
