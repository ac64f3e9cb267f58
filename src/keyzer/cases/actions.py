"""Every write to a case: it asks the protocol, appends what that decided and lets the tables follow, all or nothing."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from keyzer import protocol
from keyzer.incidents import actions as incidents
from keyzer.incidents.events import PartChanged
from keyzer.incidents.queries import beginning, persons_of, whom_it_keeps_out
from keyzer.incidents.queries import version as version_of
from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.people import queries as people

from . import stream
from .models import FAR_OFF, Case, Conduct, DutyRow, Party
from .opening import opening
from .standing import actor, by_rule
from .succession import with_successor

HANDLES = {protocol.Lane.LEERLING: protocol.Role.COORDINATOR, protocol.Lane.PERSONEEL: protocol.Role.TEAMLEIDER}
"""As which role somebody handles cases of a lane: what that role owes, the case's own handler owes."""


class Refused(Exception):
    """The protocol does not allow it. `reasons` are all of its reasons, with who may and what is missing."""

    def __init__(self, reasons: Sequence[protocol.Reason]) -> None:
        super().__init__("; ".join(reason.text.en for reason in reasons))
        self.reasons = tuple(reasons)


class AlreadyDone(Exception):
    """The same person sent exactly this before: nothing is written twice."""


class CaseExists(Exception):
    """There is a case about this person in this incident already; `case` is its id."""

    def __init__(self, case: UUID) -> None:
        super().__init__(f"there is a case about this person: see `{case}`")
        self.case = case


def open_case(incident: UUID, subject: UUID, *, by: UUID, at: datetime) -> UUID:
    """Open a case about one subject of an incident and answer its id; of what is sealed it is the board's alone.

    Raises CaseExists, Refused, and people.queries.NobodyLeft when nobody can handle it.
    """
    return _open(incident, subject, None, by=by, at=at)


def open_by_rule(incident: UUID, subject: UUID, *, by: UUID, at: datetime) -> UUID:
    """As `open_case`, for what follows of itself from an act of somebody who opens no cases: a device taken in."""
    return _open(incident, subject, by_rule(by), by=by, at=at)


def _open(incident: UUID, subject: UUID, who: protocol.Actor | None, *, by: UUID, at: datetime) -> UUID:
    with writing():
        incidents.hold(incident)
        existing = Case.objects.filter(incident_id=incident, subject_id=subject).values_list("id", flat=True).first()
        if existing is not None:
            raise CaseExists(existing)
        layer = people.layer_of(subject, clock.local(at).date())
        events = _opened(incident, opening(incident, subject, at), layer, who, by=by, at=at)
        case = ledger.open_stream(stream.KIND, at=at)
        ledger.append(case, stream.entries(events), seen=0, by=by, at=at)
        _project(Case(id=case, layer=layer, opened_at=at), stream.replayed(events), at)
        incidents.link_case(incident, subject, case)
        incidents.unsettle(incident, reason="", by=by, at=at)
    return case


def _opened(
    incident: UUID, command: protocol.Open, layer: int | None, who: protocol.Actor | None, *, by: UUID, at: datetime
) -> Sequence[protocol.Event]:
    """How the case begins. For the board it begins with what whoever it was told it (WVO 2020, 3.39(3))."""
    edition, who = protocol.in_force(clock.local(at).date()), who or actor(by, layer, command.handler, at)
    began = _accepted(protocol.decide(edition, None, command, at, who))
    if command.path is protocol.CasePath.ORDINARY:
        return began
    told = protocol.parse_command("report-task-offence", {"account": beginning(incident).told})
    return [*began, *_accepted(protocol.decide(edition, protocol.replay(began), told, at, by_rule(by)))]


def act(case: UUID, command: protocol.Command, *, seen: int, by: UUID, at: datetime) -> int:
    """Do what the command says and answer the new version. `seen` is the version that the person looked at.

    Raises Refused with all reasons, ledger.actions.Conflict when something was added since, AlreadyDone.
    """
    with writing():
        row = Case.objects.get(id=case)
        found = stream.replay(case)
        if found.state.version != seen:
            if _was_sent(row, found, command, seen, by):
                raise AlreadyDone
            raise ledger.Conflict(seen, found.state.version)
        by_whom = actor(by, row.layer, found.state.handler, at)
        if isinstance(command, protocol.NameParty):
            command = with_successor(found.state, row.layer, command, at)
        decided = _accepted(protocol.decide(found.edition, found.state, command, at, by_whom))
        version = _write(row, found, _with_the_board(found, decided, by=by, at=at), by=by, at=at)
        if isinstance(command, protocol.NameParty):
            person, incident = UUID(command.person), row.incident_id
            involve(incident, person, command.part, seen=version_of(incident), by=by, at=at)
    return version


def _with_the_board(
    found: stream.Replayed, decided: Sequence[protocol.Event], *, by: UUID, at: datetime
) -> Sequence[protocol.Event]:
    """What was decided; a case that is sealed by it goes to a member of the board, who alone sees it from now on."""
    after = found.followed_by(decided).state
    if found.state.sealed or not after.sealed:
        return decided
    board = people.board_for(clock.local(at).date(), {UUID(one) for one in protocol.parties(after)})
    if after.handler in {str(member) for member in board}:
        return decided
    given = protocol.parse_command("reassign", {"handler": str(board[0]), "reason": "WVO 2020, 3.39"})
    return [*decided, *_accepted(protocol.decide(found.edition, after, given, at, by_rule(by)))]


def involve(incident: UUID, person: UUID, part: protocol.Part, *, seen: int, by: UUID, at: datetime) -> None:
    """Give somebody a part in an incident, and in every open case of it; who handled them and becomes party loses them.

    `seen` is the version of the incident. Raises what incidents.actions.involve raises.
    """
    with writing():
        incidents.involve(incident, person, part, seen=seen, by=by, at=at)
        _name_party(incident, person, part, by=by, at=at)


def change_part(incident: UUID, change: PartChanged, *, seen: int, by: UUID, at: datetime) -> None:
    """Give somebody another part than was thought; cases follow as in `involve`.

    Raises what incidents.actions.change_part raises.
    """
    with writing():
        incidents.change_part(incident, change, seen=seen, by=by, at=at)
        _name_party(incident, change.person, change.part, by=by, at=at)


def let_time_pass(at: datetime) -> int:
    """Bring what the lists say of every case with something owed up to the day of `at`; answers of how many.

    What is owed can change by time alone: a pupil turns 18, a term for defence ends. Pages always ask the protocol
    anew; lists and reminders read tables that else follow at the next act.
    """
    moves = Q(phase=protocol.Phase.OPEN.value) | Q(id__in=DutyRow.objects.values("case"))
    behind = list(Case.objects.filter(moves, as_of__lt=clock.local(at).date()).values_list("id", flat=True))
    for case in behind:
        with writing():
            row = Case.objects.select_for_update().get(id=case)
            _project(row, stream.replay(case), at)
    return len(behind)


def _name_party(incident: UUID, person: UUID, part: protocol.Part, *, by: UUID, at: datetime) -> None:
    """Let every case of the incident know; a closed one refuses, but its tables still shut the person out."""
    for row in Case.objects.filter(incident_id=incident).exclude(subject_id=person):
        found = stream.replay(row.id)
        command = with_successor(found.state, row.layer, protocol.NameParty(person=str(person), part=part), at)
        decided = protocol.decide(found.edition, found.state, command, at, by_rule(by))
        _write(row, found, () if isinstance(decided, protocol.Refusal) else decided, by=by, at=at)


def _accepted(decided: Sequence[protocol.Event] | protocol.Refusal) -> Sequence[protocol.Event]:
    if isinstance(decided, protocol.Refusal):
        raise Refused(decided.reasons)
    return decided


def _was_sent(row: Case, found: stream.Replayed, command: protocol.Command, seen: int, by: UUID) -> bool:
    """Whether the same person's same command is what was written right after version `seen`."""
    added = found.events[seen:]
    if not added or added[0].by != str(by):
        return False
    at = added[0].at
    state = found.at_version(seen)
    decided = protocol.decide(found.edition, state, command, at, actor(by, row.layer, state.handler, at))
    return not isinstance(decided, protocol.Refusal) and tuple(decided) == added[: len(decided)]


def _write(row: Case, found: stream.Replayed, events: Sequence[protocol.Event], *, by: UUID, at: datetime) -> int:
    version = ledger.append(row.id, stream.entries(events), seen=found.state.version, by=by, at=at)
    after = found.followed_by(events)
    _project(row, after, at)
    _tell_incident(row, found.state, after.state, by=by, at=at)
    return version


def _tell_incident(row: Case, before: protocol.CaseState, after: protocol.CaseState, *, by: UUID, at: datetime) -> None:
    """An incident is settled with the last case of it, opens again with the first that does, and is sealed with any."""
    if after.sealed:
        incidents.seal(row.incident_id, by=by, at=at)
    if after.phase == before.phase:
        return
    incidents.hold(row.incident_id)
    if after.phase is protocol.Phase.OPEN:
        incidents.unsettle(row.incident_id, reason="", by=by, at=at)
    elif _all_closed(row.incident_id):
        incidents.settle(row.incident_id, by=by, at=at)


def _all_closed(incident: UUID) -> bool:
    """Whether every subject of the incident had a case, and none of these is open."""
    subjects = {one.person: one.case for one in persons_of(incident) if one.part is protocol.Part.ONDERWERP}
    is_open = Case.objects.filter(incident_id=incident, phase=protocol.Phase.OPEN.value).exists()
    return not is_open and None not in subjects.values()


def _project(row: Case, found: stream.Replayed, at: datetime) -> None:
    """Rewrite everything that tables say of a case."""
    state, owed = found.state, protocol.open_duties(found.edition, found.state, at)
    is_closed = state.phase is protocol.Phase.CLOSED
    gravity = protocol.gravity(state)
    row.incident_id, row.subject_id = UUID(state.incident), UUID(state.subject)
    row.handler_id = UUID(state.handler) if state.handler else None
    row.lane, row.phase, row.sealed, row.version = state.lane.value, state.phase.value, state.sealed, state.version
    row.edition, row.edition_digest = found.edition.id, found.edition.digest
    row.closed_at = state.last_at if is_closed else None
    row.as_of = clock.local(at).date()
    row.next_due = min((duty.due for duty in owed if duty.due), default=None)
    row.measure = state.decisions[-1].measure if state.decisions else ""
    row.gravity = gravity.value if gravity else ""
    row.save()
    _project_lists(row, state)
    waiting = [duty_row for duty in owed if not (is_closed and duty.blocks) for duty_row in _duty_rows(row, duty)]
    DutyRow.objects.filter(case=row).delete()
    DutyRow.objects.bulk_create(waiting if is_closed else waiting + _proposal_rows(row, found))


def _project_lists(row: Case, state: protocol.CaseState) -> None:
    named = {one.person for one in persons_of(row.incident_id) if one.part is not protocol.Part.MELDER}
    parties = {UUID(person) for person in protocol.parties(state)} | named | whom_it_keeps_out(row.incident_id)
    Party.objects.filter(case=row).exclude(person_id__in=parties).delete()
    held = set(Party.objects.filter(case=row).values_list("person_id", flat=True))
    Party.objects.bulk_create(Party(case=row, person_id=person) for person in sorted(parties - held))
    known = set(Conduct.objects.filter(case=row).values_list("kind", flat=True))
    Conduct.objects.bulk_create(Conduct(case=row, kind=kind) for kind in state.conduct if kind not in known)


def _proposal_rows(row: Case, found: stream.Replayed) -> list[DutyRow]:
    """A proposal waits for whoever the edition lets decide that measure."""
    return [
        DutyRow(
            case=row,
            layer=row.layer,
            duty=f"proposal:{proposal.measure}",
            owed_role=role.value,
            due=row.next_due or FAR_OFF,
            label_nl=f"Besluiten over het voorstel: {measure.label.nl}",
            label_en=f"Decide on the proposal: {measure.label.en}",
            grounds=" ".join(measure.grounds),
        )
        for proposal in found.state.proposals
        for measure in [found.edition.measures[proposal.measure]]
        for role in sorted(measure.decided_by)
        if role is not HANDLES[found.state.lane]
    ]


def _duty_rows(row: Case, duty: protocol.Duty) -> list[DutyRow]:
    """One row for the person who owes it, else one for each role that does; the handler stands for the own role.

    What is sealed the board owes, whoever would: nobody else sees it.
    """
    common = {
        "case": row,
        "layer": row.layer,
        "duty": duty.id,
        "due": duty.due or FAR_OFF,
        "alarm": duty.alarm,
        "label_nl": duty.label.nl,
        "label_en": duty.label.en,
        "grounds": " ".join(duty.grounds),
    }
    if duty.owed_by_person is not None:
        return [DutyRow(owed_person_id=UUID(duty.owed_by_person), **common)]
    if row.sealed:
        return [DutyRow(owed_role=protocol.Role.BESTUUR.value, **common)]
    own = HANDLES[protocol.Lane(row.lane)] if row.handler_id else None
    return [
        DutyRow(owed_person_id=row.handler_id, **common) if role is own else DutyRow(owed_role=role.value, **common)
        for role in sorted(duty.owed_by)
    ]
