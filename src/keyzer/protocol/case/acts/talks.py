"""Acts about talking: hearings, contact with guardians, agreements and aftercare."""

from keyzer.protocol.case import facts, targets
from keyzer.protocol.case.act import PUPIL, Act
from keyzer.protocol.case.acts.frame import not_ended
from keyzer.protocol.case.commands import talks as commands
from keyzer.protocol.case.effects import Effect
from keyzer.protocol.case.events import talks as events
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.events.measures import MeasureDecided
from keyzer.protocol.case.moment import Moment, record, repeat
from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.case.values import HearingOutcome
from keyzer.protocol.case.who import SECOND_PERSONS, lacks_role
from keyzer.protocol.terms import local_day
from keyzer.protocol.vocabulary import Gate, Text


def _ahead(moment: Moment, command: commands.InviteHearing) -> list[Reason]:
    if command.planned_at >= moment.at:
        return []
    return [reason("Het gesprek ligt in het verleden.", "The talk lies in the past.", moment.ground)]


def _hearing(moment: Moment, command: commands.RecordHearing) -> list[Reason]:
    against = []
    if command.held_at > moment.at:
        against += [reason("Dit gesprek is nog niet geweest.", "This talk has not taken place yet.", moment.ground)]
    if command.outcome is HearingOutcome.ABSENT and not _was_invited(moment, command):
        against += [
            reason(
                "Wie niet kwam, moet wel zijn uitgenodigd.", "Who did not come must have been invited.", moment.ground
            )
        ]
    return against + _back_dated(moment, command)


def _was_invited(moment: Moment, command: commands.RecordHearing) -> bool:
    return any(one.person == command.person and one.at <= command.held_at for one in moment.state.invitations)


def last_heard_first(moment: Moment) -> MeasureDecided | None:
    """The last decision in force for which the subject had to be heard."""
    measures = moment.edition.measures
    gated = [one for one in facts.in_force(moment.state) if Gate.SUBJECT_HEARD in measures[one.measure].gates]
    return gated[-1] if gated else None


def _back_dated(moment: Moment, command: commands.RecordHearing) -> list[Reason]:
    decision = last_heard_first(moment)
    if decision is None or command.held_at > decision.at:
        return []
    nl = "Het besluit is al genomen. Een gesprek van daarvoor hoort eerder in het dossier."
    return [reason(nl, "The decision was taken. A talk from before it had to be recorded before it.", moment.ground)]


def _too_late_to_count(moment: Moment, person: str) -> list[Reason]:
    """After a decision a hearing is only owed after urgency, or serves what is proposed or found anew."""
    decision = last_heard_first(moment)
    if decision is None or moment.state.round_began > decision.at or _goes_on(moment, decision):
        return []
    if decision.urgent and not facts.is_heard(moment.state, person):
        return []
    nl = "Een gesprek van na het besluit telt daarvoor niet. Stel eerst iets nieuws voor."
    return [reason(nl, "A talk after the decision does not count for it. First propose anew.", moment.ground)]


def _goes_on(moment: Moment, decision: MeasureDecided) -> bool:
    later = (*moment.state.proposals, *moment.state.intentions)
    return any(one.at > decision.at for one in later) or facts.is_new_fact(moment.state, decision.at)


def _may_claim(moment: Moment) -> list[Reason]:
    """The urgent reason of a summary dismissal is the one that was told; it can't be changed afterwards (BW 7:677)."""
    if not facts.with_effect(moment.state, Effect.SUMMARY_DISMISSAL):
        return not_ended(moment)
    nl = "De dringende reden staat in het besluit en ligt daarmee vast."
    return [reason(nl, "The urgent reason stands in the decision and is thereby fixed.", moment.ground)]


def _contact(moment: Moment, command: commands.RecordContact) -> list[Reason]:
    against = []
    if command.contacted_at > moment.at:
        against += [reason("Dit contact is nog niet geweest.", "This contact has not taken place yet.", moment.ground)]
    if command.reached and not command.answer.strip():
        against += [reason("Schrijf kort op wat er is gezegd.", "Write down briefly what was said.", moment.ground)]
    if command.view_asked and not command.reached:
        against += [
            reason("Wie niet is bereikt, is niet gehoord.", "Who was not reached was not heard.", moment.ground)
        ]
    return against


def _contacted(moment: Moment, command: commands.RecordContact) -> list[Event]:
    said = {"guardian": command.guardian, "channel": command.channel, "contacted_at": command.contacted_at}
    if not command.reached:
        return [record(moment, events.GuardianNotReached, (moment.ground,), **said)]
    more = {"view_asked": command.view_asked, "answer": command.answer, "interpreter": command.interpreter}
    return [record(moment, events.GuardianReached, (moment.ground,), **said, **more)]


def _not_own_request(moment: Moment, guardian: str) -> list[Reason]:
    asked_by = {one.by for one in moment.state.exception_requests if one.guardian == guardian}
    if moment.by.id not in asked_by:
        return []
    return [
        reason(
            "Een ander dan wie het vroeg beslist over een uitzondering.",
            "Someone other than who asked decides about an exception.",
            moment.ground,
            who=SECOND_PERSONS,
        )
    ]


def _ahead_on(moment: Moment, command: commands.PlanAftercare) -> list[Reason]:
    if command.planned_on >= local_day(moment.at):
        return []
    return [reason("Deze dag is al voorbij.", "This day has passed.", moment.ground)]


def _owes_aftercare(moment: Moment, person: str) -> list[Reason]:
    if person in targets.aftercare_owed(moment.state):
        return [reason("Deze nazorg is al gepland.", "This aftercare is planned already.", moment.ground)]
    return []


def _aftercare_given(moment: Moment, command: commands.RecordAftercare) -> list[Event]:
    again = command.person not in targets.aftercare_owed(moment.state)
    return [repeat(moment, events.AftercareGiven, command, again=again)]


ACTS = (
    Act(
        command=commands.InviteHearing,
        label=Text(nl="Uitnodigen voor een gesprek", en="Invite to a talk"),
        do=events.HearingInvited,
        check=_ahead,
    ),
    Act(
        command=commands.RecordHearing,
        label=Text(nl="Gesprek vastleggen", en="Record a talk"),
        do=events.HearingRecorded,
        choice="person",
        of_choice=_too_late_to_count,
        check=_hearing,
    ),
    Act(
        command=commands.ClaimUrgency,
        label=Text(nl="Vastleggen waarom het niet kan wachten", en="Record why it can't wait"),
        do=events.UrgencyClaimed,
        when=_may_claim,
    ),
    Act(
        command=commands.RecordContact,
        label=Text(nl="Contact vastleggen", en="Record contact"),
        do=_contacted,
        check=_contact,
        lanes=PUPIL,
    ),
    Act(
        command=commands.RequestContactException,
        label=Text(nl="Vragen om geen contact te zoeken", en="Ask to leave someone uncontacted"),
        do=events.ContactExceptionRequested,
        lanes=PUPIL,
    ),
    Act(
        command=commands.ApproveContactException,
        label=Text(nl="Uitzondering op contact goedkeuren", en="Approve an exception to contact"),
        do=events.ContactExceptionApproved,
        who=lambda moment: lacks_role(moment, SECOND_PERSONS),
        choice="guardian",
        of_choice=_not_own_request,
        lanes=PUPIL,
    ),
    Act(
        command=commands.DeclineContactException,
        label=Text(nl="Uitzondering op contact niet goedkeuren", en="Decline an exception to contact"),
        do=events.ContactExceptionDeclined,
        who=lambda moment: lacks_role(moment, SECOND_PERSONS),
        choice="guardian",
        of_choice=_not_own_request,
        lanes=PUPIL,
    ),
    Act(
        command=commands.PlanAftercare,
        label=Text(nl="Nazorg plannen", en="Plan aftercare"),
        do=events.AftercarePlanned,
        choice="person",
        of_choice=_owes_aftercare,
        check=_ahead_on,
    ),
    Act(
        command=commands.RecordAftercare,
        label=Text(nl="Nazorg vastleggen", en="Record aftercare"),
        do=_aftercare_given,
        when_closed=True,
    ),
)
