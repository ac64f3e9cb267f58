"""Acts about measures: proposing, intending, deciding, making known and ending them."""

from datetime import datetime, timedelta

from keyzer.protocol.case import facts
from keyzer.protocol.case.act import Act
from keyzer.protocol.case.acts.frame import not_ended
from keyzer.protocol.case.commands import measures as commands
from keyzer.protocol.case.effects import Effect, effect_of
from keyzer.protocol.case.events import measures as events
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.gates import missing, put_off
from keyzer.protocol.case.moment import Moment, record, repeat
from keyzer.protocol.case.notices import must_be_written
from keyzer.protocol.case.range import fits
from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.case.who import BOARD, SETTLERS, lacks_role
from keyzer.protocol.edition import Measure
from keyzer.protocol.rule import implements
from keyzer.protocol.terms import LOCAL, local_day
from keyzer.protocol.vocabulary import Role, Text

DAYS_A_WEEK = 7


def _conduct_cited(moment: Moment) -> list[Reason]:
    if moment.state.conduct:
        return not_ended(moment)
    text = "Noem eerst om welk gedrag het gaat.", "First cite what conduct it is about."
    return [reason(*text, moment.ground), *not_ended(moment)]


def _may_propose(moment: Moment, measure: str) -> list[Reason]:
    chosen = moment.edition.measures[measure]
    may_decide = moment.by.roles & frozenset(chosen.decided_by)
    against = [] if may_decide else lacks_role(moment, chosen.proposed_by, *chosen.grounds)
    if any(proposal.measure == measure for proposal in moment.state.proposals):
        against += [reason("Deze maatregel is al voorgesteld.", "This measure was proposed already.", *chosen.grounds)]
    return against


@implements("leerlingen-9", "personeel-8")
def against_deciding(moment: Moment, measure: str) -> list[Reason]:
    """A measure is taken by who may, after what the edition asks first, and once for one fact."""
    chosen = moment.edition.measures[measure]
    return [
        *lacks_role(moment, _deciders(moment, chosen), *chosen.grounds),
        *missing(moment, chosen),
        *_twice(moment, chosen),
        *_knowledge(moment, chosen),
        *_order_term(moment, chosen),
    ]


def _deciders(moment: Moment, chosen: Measure) -> frozenset[Role]:
    """Who the edition names; in a sealed case the board decides what it else leaves to the director."""
    return frozenset(chosen.decided_by) | (BOARD if moment.state.sealed else frozenset())


def _twice(moment: Moment, chosen: Measure) -> list[Reason]:
    effect = effect_of(chosen)
    if effect is Effect.ORDER_SUSPENSION or (effect is Effect.SUSPENSION and _awaits_removal(moment)):
        return []
    same = [
        one
        for one in facts.in_force(moment.state)
        if one.measure == chosen.id or (effect is Effect.SUSPENSION and one.effect is effect)
    ]
    if not same or facts.is_new_fact(moment.state, same[-1].at):
        return []
    nl = "Hiervoor is al zo'n maatregel genomen. Een tweede keer vraagt een nieuw feit."
    return [reason(nl, "Such a measure was taken for this. A second one asks a new fact.", *chosen.grounds)]


def _awaits_removal(moment: Moment) -> bool:
    """During the removal consultation a pupil may be suspended, week by week (WVO 2020, 8.15(4))."""
    measures = moment.edition.measures
    intended = any(effect_of(measures[one.measure]) is Effect.REMOVAL for one in moment.state.intentions)
    return intended and not facts.with_effect(moment.state, Effect.REMOVAL)


def _knowledge(moment: Moment, chosen: Measure) -> list[Reason]:
    if effect_of(chosen) is not Effect.SUMMARY_DISMISSAL or moment.state.knowledge:
        return []
    nl = "Leg eerst vast sinds wanneer wie mag besluiten ervan weet."
    return [reason(nl, "First record since when who may decide has known of it.", *chosen.grounds)]


def _order_term(moment: Moment, chosen: Measure) -> list[Reason]:
    if effect_of(chosen) is not Effect.ORDER_SUSPENSION or moment.state.settings.order_suspension_weeks is not None:
        return []
    nl = "Personeelszaken vult eerst in hoe lang een ordemaatregel hoogstens duurt."
    en = "HR must first fill in how long an order suspension lasts at most."
    return [reason(nl, en, *chosen.grounds, who=SETTLERS)]


def _arguments(moment: Moment, command: commands.DecideMeasure) -> list[Reason]:
    chosen = moment.edition.measures[command.measure]
    against = []
    weighed = facts.gravity(moment.state)
    if weighed is not None and not fits(chosen, weighed) and not command.outside_range.strip():
        nl = "Deze maatregel past niet bij de ernst die is gewogen. Schrijf op waarom het toch moet."
        against += [reason(nl, "This measure does not match the gravity weighed. Write down why.", *chosen.grounds)]
    return against + _times(moment, command, chosen)


def _times(moment: Moment, command: commands.DecideMeasure, chosen: Measure) -> list[Reason]:
    starts, ends = command.starts, command.ends
    if ends is None and not chosen.needs_end:
        return []
    if starts is None or ends is None:
        return [reason("Vul in wanneer het begint en eindigt.", "Fill in when it starts and ends.", *chosen.grounds)]
    against = []
    if ends <= starts:
        against += [
            reason("Het einde ligt niet na het begin.", "The end does not come after the start.", *chosen.grounds)
        ]
    if local_day(starts) < local_day(moment.at):
        against += [
            reason("Een maatregel begint niet in het verleden.", "No measure starts in the past.", *chosen.grounds)
        ]
    longest = _longest_days(moment, chosen)
    if longest is not None and _is_too_long(starts, ends, longest):
        against += [_longest(chosen, longest)]
    return against


def _longest_days(moment: Moment, chosen: Measure) -> int | None:
    weeks = moment.state.settings.order_suspension_weeks
    is_order = effect_of(chosen) is Effect.ORDER_SUSPENSION
    return weeks * DAYS_A_WEEK if is_order and weeks is not None else chosen.lasts_at_most


def _is_too_long(starts: datetime, ends: datetime, days: int) -> bool:
    first, last = starts.astimezone(LOCAL), ends.astimezone(LOCAL)
    if days == 0:
        return first.date() != last.date()
    return last > first + timedelta(days=days)


def _longest(chosen: Measure, days: int) -> Reason:
    if days == 0:
        nl = "Dit duurt niet langer dan dezelfde dag. Kies een eerder einde."
        return reason(nl, "This lasts no longer than the same day. Choose an earlier end.", *chosen.grounds)
    nl = f"Dit duurt hoogstens {days} dagen. Kies een eerder einde."
    return reason(nl, f"This lasts at most {days} days. Choose an earlier end.", *chosen.grounds)


@implements("leerlingen-9", "personeel-8")
def decide_measure(moment: Moment, command: commands.DecideMeasure) -> list[Event]:
    """The decision on a measure, with the gravity as weighed and everyone who must have it."""
    chosen = moment.edition.measures[command.measure]
    event = repeat(
        moment,
        events.MeasureDecided,
        command,
        *chosen.grounds,
        decision=f"b{len(moment.state.decisions) + 1}",
        effect=effect_of(chosen),
        gravity=facts.gravity(moment.state),
        urgent=bool(put_off(moment, chosen)),
        recipients=facts.recipients(moment.state, moment.at),
    )
    return [event]


def _intention(moment: Moment, command: commands.RecordIntention) -> list[Reason]:
    if command.given_at <= moment.at:
        return []
    return [reason("Dit voornemen is nog niet gegeven.", "This intention has not been given yet.", moment.ground)]


def _may_intend(moment: Moment, measure: str) -> list[Reason]:
    chosen = moment.edition.measures[measure]
    return lacks_role(moment, {*chosen.decided_by, *chosen.proposed_by, Role.HR}, *chosen.grounds)


def _to_whom(moment: Moment, command: commands.Announce) -> list[Reason]:
    if (command.decision, command.person) not in facts.untold(moment.state):
        return [reason("Deze persoon heeft dit besluit al.", "This person has this decision already.", moment.ground)]
    if command.person in facts.recipients(moment.state, moment.at):
        return []
    nl = "Deze persoon mag dit nu niet horen: de leerling is 18, of contact mag niet."
    return [reason(nl, "This person may not be told now: the pupil is 18, or contact is not allowed.", moment.ground)]


def _in_writing(moment: Moment, decision: str) -> list[Reason]:
    """A decision that must be in writing is made known by the letter that was issued, and by nothing else."""
    chosen = facts.decided(moment.state, decision)
    if not must_be_written(moment.edition, chosen):
        return []
    nl = "Dit besluit geef je op schrift. Maak de brief en leg vast hoe die is gegeven."
    en = "This decision is given in writing. Make the letter and record how it was given."
    return [Reason(text=Text(nl=nl, en=en), grounds=chosen.grounds, command="issue-letter")]


def may_lift(moment: Moment, decision: str) -> list[Reason]:
    """Who decided a measure, and the board, may end it."""
    chosen = moment.edition.measures[facts.decided(moment.state, decision).measure]
    return lacks_role(moment, {*chosen.decided_by, Role.BESTUUR}, *chosen.grounds)


def lift(moment: Moment, decision: str, why: str) -> Event:
    """The end of a measure."""
    return record(moment, events.MeasureLifted, (moment.ground,), decision=decision, reason=why)


ACTS = (
    Act(
        command=commands.Propose,
        label=Text(nl="Maatregel voorstellen", en="Propose a measure"),
        do=events.MeasureProposed,
        when=_conduct_cited,
        choice="measure",
        of_choice=_may_propose,
    ),
    Act(
        command=commands.WithdrawProposal,
        label=Text(nl="Voorstel intrekken", en="Withdraw a proposal"),
        do=events.ProposalWithdrawn,
    ),
    Act(
        command=commands.RecordIntention,
        label=Text(nl="Voornemen vastleggen", en="Record an intention"),
        do=events.IntentionRecorded,
        when=_conduct_cited,
        choice="measure",
        of_choice=_may_intend,
        check=_intention,
    ),
    Act(
        command=commands.DecideMeasure,
        label=Text(nl="Besluiten tot een maatregel", en="Decide a measure"),
        do=decide_measure,
        when=_conduct_cited,
        choice="measure",
        of_choice=against_deciding,
        check=_arguments,
    ),
    Act(
        command=commands.Announce,
        label=Text(nl="Besluit bekendmaken", en="Make a decision known"),
        do=events.DecisionAnnounced,
        choice="decision",
        of_choice=_in_writing,
        check=_to_whom,
    ),
    Act(
        command=commands.LiftMeasure,
        label=Text(nl="Maatregel beëindigen", en="End a measure"),
        do=events.MeasureLifted,
        choice="decision",
        of_choice=may_lift,
    ),
)
