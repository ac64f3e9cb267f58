"""Acts about putting right: agreements, mediation and repair, which nobody can be made to join (leerlingen-5)."""

from keyzer.protocol.case.act import PUPIL, Act
from keyzer.protocol.case.commands import repair as commands
from keyzer.protocol.case.events import repair as events
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.moment import Moment, repeat
from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.case.targets import open_mediations
from keyzer.protocol.rule import implements
from keyzer.protocol.terms import local_day
from keyzer.protocol.vocabulary import Text


def _willing(moment: Moment, *agrees: bool) -> list[Reason]:
    """What people agree on together, each of them wants; else it is no agreement."""
    if all(agrees):
        return []
    nl = "Dit is vrijwillig: het kan alleen als iedereen die meedoet het zelf wil."
    return [reason(nl, "This is voluntary: it can only be when all who take part want it themselves.", moment.ground)]


def _stop_contact(moment: Moment, command: commands.AgreeStopContact) -> list[Reason]:
    against = _willing(moment, command.subject_agrees, command.other_agrees)
    if command.until < local_day(moment.at):
        against += [reason("De einddatum is al voorbij.", "The end date has passed.", moment.ground)]
    return against


@implements("reikwijdte-4e")
def agree_stop_contact(moment: Moment, command: commands.AgreeStopContact) -> list[Event]:
    """Two people agree that one leaves the other alone, online too, until a day."""
    number = f"c{len(moment.state.stop_contacts) + 1}"
    return [repeat(moment, events.StopContactAgreed, command, moment.ground, "reikwijdte-4e", agreement=number)]


def _mediation(moment: Moment, command: commands.PlanMediation) -> list[Reason]:
    against = _willing(moment, command.subject_agrees, command.other_agrees)
    if command.planned_at < moment.at:
        against += [reason("Het gesprek ligt in het verleden.", "The talk lies in the past.", moment.ground)]
    return against


def _not_planned_yet(moment: Moment, person: str) -> list[Reason]:
    if person not in open_mediations(moment.state):
        return []
    return [reason("Dit gesprek is al gepland.", "This talk is planned already.", moment.ground)]


def _repair(moment: Moment, command: commands.AgreeRepair) -> list[Reason]:
    against = _willing(moment, command.subject_agrees)
    if command.due_on < local_day(moment.at):
        against += [reason("Deze dag is al voorbij.", "This day has passed.", moment.ground)]
    return against


def _repair_agreed(moment: Moment, command: commands.AgreeRepair) -> list[Event]:
    number = f"h{len(moment.state.repairs) + 1}"
    return [repeat(moment, events.RepairAgreed, command, moment.ground, "leerlingen-5", repair=number)]


ACTS = (
    Act(
        command=commands.AgreeStopContact,
        label=Text(nl="Afspreken om iemand met rust te laten", en="Agree to leave someone alone"),
        do=agree_stop_contact,
        check=_stop_contact,
    ),
    Act(
        command=commands.LookBack,
        label=Text(nl="Terugkijken op een afspraak", en="Look back on an agreement"),
        do=events.LookedBack,
        when_closed=True,
    ),
    Act(
        command=commands.PlanMediation,
        label=Text(nl="Gesprek tussen leerlingen plannen", en="Plan a talk between pupils"),
        do=events.MediationPlanned,
        choice="person",
        of_choice=_not_planned_yet,
        check=_mediation,
        lanes=PUPIL,
    ),
    Act(
        command=commands.RecordMediation,
        label=Text(nl="Gesprek tussen leerlingen vastleggen", en="Record a talk between pupils"),
        do=events.MediationHeld,
        lanes=PUPIL,
    ),
    Act(
        command=commands.AgreeRepair,
        label=Text(nl="Afspreken wat wordt goedgemaakt", en="Agree what will be put right"),
        do=_repair_agreed,
        check=_repair,
        lanes=PUPIL,
    ),
    Act(
        command=commands.RecordRepair,
        label=Text(nl="Vastleggen of het is goedgemaakt", en="Record whether it was put right"),
        do=events.RepairRecorded,
        lanes=PUPIL,
    ),
)
