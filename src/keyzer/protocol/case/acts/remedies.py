"""Acts about objection and dispute (WVO 2020, 8.15(7) and (8); Awb 6:7)."""

from keyzer.protocol.case import facts, targets
from keyzer.protocol.case.act import PUPIL, Act
from keyzer.protocol.case.acts.against import answered, not_ahead, not_before_decision, taken_in
from keyzer.protocol.case.clocks import objection_ends
from keyzer.protocol.case.commands import remedies as commands
from keyzer.protocol.case.events import remedies as events
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.events.measures import MeasureDecided
from keyzer.protocol.case.moment import Moment, repeat
from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.case.targets import open_disputes
from keyzer.protocol.case.values import ObjectionOutcome
from keyzer.protocol.case.who import BOARD, only, speaks_or_handles
from keyzer.protocol.terms import local_day
from keyzer.protocol.vocabulary import Text


def _may_object(moment: Moment, command: commands.LodgeObjection) -> list[Reason]:
    against = not_before_decision(moment, command.decision, command.received_on)
    if command.person not in _who_may_object(moment, facts.decided(moment.state, command.decision)):
        against += [
            reason(
                "Bezwaar maakt de leerling, of een ouder met gezag zolang de leerling nog geen 18 is.",
                "The pupil objects, or a guardian with authority while the pupil is under 18.",
                moment.ground,
            )
        ]
    if facts.has_objected(moment.state, command.decision, command.person):
        against += [
            reason("Deze persoon maakte al bezwaar.", "This person has objected already.", moment.ground),
        ]
    if moment.by.id in facts.speakers(moment.state) and moment.by.id != command.person:
        against += [reason("Bezwaar maakt iedereen zelf.", "One objects for oneself.", moment.ground)]
    return against


def _who_may_object(moment: Moment, decision: MeasureDecided) -> frozenset[str]:
    """Who can object to a decision: who is heard about it now, and who it was meant for."""
    return frozenset({*facts.to_hear(moment.state, moment.at), *decision.recipients})


def _somebody_is_left(moment: Moment) -> list[Reason]:
    """Each objects once, and the pupil and a guardian for themselves alone."""
    speakers = frozenset(facts.speakers(moment.state))
    named = speakers & {moment.by.id} or speakers
    for decision in targets.objectionable(moment.state):
        able = _who_may_object(moment, decision) & named
        if any(not facts.has_objected(moment.state, decision.decision, person) for person in able):
            return []
    nl, en = "Er is niemand die nog bezwaar kan maken.", "There is nobody who can still object."
    return [reason(nl, en, moment.ground)]


def _lodged(moment: Moment, command: commands.LodgeObjection) -> list[Event]:
    """An objection is never turned away: a late one is marked, a closed case opens again."""
    ends = objection_ends(moment.edition, moment.state, command.decision, command.person)
    late = ends is not None and command.received_on > local_day(ends)
    lodged = repeat(moment, events.ObjectionLodged, command, late=late)
    return taken_in(moment, lodged, command.objection)


def _documents(moment: Moment, command: commands.HearObjection) -> list[Reason]:
    if command.documents_offered:
        return []
    nl = "Wie bezwaar maakt, mag eerst het advies en de verslagen zien."
    return [reason(nl, "Who objects may first see the advice and reports.", moment.ground)]


def _not_filed(moment: Moment, decision: str) -> list[Reason]:
    if all(dispute.decision != decision for dispute in moment.state.disputes):
        return []
    return [reason("Dit is al aan de commissie voorgelegd.", "This was put to the committee already.", moment.ground)]


def _ready(moment: Moment, decision: str) -> list[Reason]:
    against = []
    if not facts.objectors_heard(moment.state, decision):
        nl = "Wie bezwaar maakte, is nog niet gehoord."
        against += [reason(nl, "The objector has not been heard yet.", moment.ground)]
    if any(one.decision == decision for one in open_disputes(moment.state)):
        nl = "De geschillencommissie heeft nog niet geoordeeld."
        against += [reason(nl, "The disputes committee has not judged yet.", moment.ground)]
    return against


def _outcome(moment: Moment, command: commands.DecideObjection) -> list[Reason]:
    """Only what came too late can be left without a judgment on its substance (Awb 6:7, 6:11)."""
    lodged = [one for one in moment.state.objections if one.decision == command.decision]
    if command.outcome is not ObjectionOutcome.INADMISSIBLE or all(one.late for one in lodged):
        return []
    nl = "Dit bezwaar kwam op tijd. Beslis dan of het gegrond is."
    return [reason(nl, "This objection came in time. Decide whether it is upheld.", moment.ground)]


def _objection_decided(moment: Moment, command: commands.DecideObjection) -> list[Event]:
    decided = repeat(moment, events.ObjectionDecided, command)
    return answered(moment, decided, command.decision, command.outcome, command.reason)


ACTS = (
    Act(
        command=commands.LodgeObjection,
        label=Text(nl="Bezwaar ontvangen", en="Take in an objection"),
        do=_lodged,
        who=speaks_or_handles,
        when=_somebody_is_left,
        check=_may_object,
        lanes=PUPIL,
        when_closed=True,
        for_parties=True,
    ),
    Act(
        command=commands.HearObjection,
        label=Text(nl="Hoorzitting over bezwaar vastleggen", en="Record the hearing of an objection"),
        do=events.ObjectionHeard,
        check=_documents,
        lanes=PUPIL,
    ),
    Act(
        command=commands.FileDispute,
        label=Text(nl="Geschil vastleggen", en="Record a dispute"),
        do=events.DisputeFiled,
        choice="decision",
        of_choice=_not_filed,
        check=lambda moment, command: not_ahead(moment, command.filed_on),
        lanes=PUPIL,
    ),
    Act(
        command=commands.JudgeDispute,
        label=Text(nl="Oordeel van de commissie vastleggen", en="Record the committee's judgment"),
        do=events.DisputeJudged,
        check=lambda moment, command: not_ahead(moment, command.judged_on),
        lanes=PUPIL,
    ),
    Act(
        command=commands.DecideObjection,
        label=Text(nl="Beslissen op bezwaar", en="Decide on an objection"),
        do=_objection_decided,
        who=only(BOARD),
        choice="decision",
        of_choice=_ready,
        check=_outcome,
        lanes=PUPIL,
    ),
)
