"""Acts about the police and the complaint of whom it was done to (leerlingen-10, personeel-9; Sr 64-67)."""

from keyzer.protocol.case import facts, targets
from keyzer.protocol.case.act import Act, Doing
from keyzer.protocol.case.commands import remedies as commands
from keyzer.protocol.case.events import remedies as events
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.moment import Moment, repeat
from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.case.values import Complainant, PoliceChoice
from keyzer.protocol.case.who import DIRECTORS, only
from keyzer.protocol.rule import implements
from keyzer.protocol.terms import local_day
from keyzer.protocol.vocabulary import Text


def _suspected(moment: Moment) -> list[Reason]:
    if facts.suspected_offences(moment.edition, moment.state):
        return []
    return [
        reason(
            "Bij het genoemde gedrag hoort geen strafbaar feit.",
            "The conduct cited is no offence.",
            moment.police_ground,
        )
    ]


@implements("leerlingen-10", "personeel-9")
def decide_police(moment: Moment, command: commands.DecidePolice) -> list[Event]:
    """Whether the school reports an offence is decided by the director, with reasons both ways."""
    return [repeat(moment, events.PoliceDecided, command, moment.police_ground)]


def report_chosen(moment: Moment) -> bool:
    """Whether the last decision was to report."""
    decisions = moment.state.police_decisions
    return bool(decisions) and decisions[-1].choice is PoliceChoice.REPORT


def _chosen(moment: Moment) -> list[Reason]:
    if report_chosen(moment):
        return []
    nl = "De directeur heeft niet besloten tot aangifte."
    return [reason(nl, "The director has not decided to report.", moment.police_ground, who=DIRECTORS)]


def _papers_may_go(moment: Moment) -> list[Reason]:
    """The police get papers once the director chose to report; in a case of WVO 2020, 3.39 once the board found the
    suspicion reasonable and those who must know beforehand were told.
    """
    if not moment.state.task_offence:
        return _chosen(moment)
    judged = moment.state.suspicions
    if judged and judged[-1].reasonable and not targets.to_inform(moment.state):
        return []
    nl = "Eerst beoordeelt het bestuur het vermoeden, en horen de ouders en de persoon over wie het gaat ervan."
    en = "First the board judges the suspicion, and the guardians and the person concerned are told."
    return [reason(nl, en, moment.police_ground)]


def _reported(moment: Moment) -> list[Reason]:
    if moment.state.police_reports or moment.state.offence_reports:
        return []
    return [reason("Er is nog geen aangifte gedaan.", "Nothing was reported yet.", moment.police_ground)]


def _learned(moment: Moment, command: commands.RecordVictimKnowledge) -> list[Reason]:
    if command.learned_on <= local_day(moment.at):
        return []
    return [reason("Deze dag moet nog komen.", "This day is still to come.", moment.police_ground)]


def _consulted_by_now(moment: Moment, command: commands.ConsultCommunityOfficer) -> list[Reason]:
    if command.consulted_at <= moment.at:
        return []
    return [reason("Dit overleg is nog niet geweest.", "This consultation is still to come.", moment.police_ground)]


def _entitled(moment: Moment, command: commands.RecordComplaintChoice) -> list[Reason]:
    if not command.below_16 or command.chosen_by is Complainant.REPRESENTATIVE:
        return []
    nl = "Onder de 16 jaar kiest een ouder of voogd of er een klacht komt."
    return [reason(nl, "Below 16 a parent or guardian chooses about a complaint.", moment.police_ground)]


def _by_police_ground(kind: type[Event]) -> Doing:
    return lambda moment, command: [repeat(moment, kind, command, moment.police_ground)]


ACTS = (
    Act(
        command=commands.DecidePolice,
        label=Text(nl="Beslissen over aangifte", en="Decide about the police"),
        do=decide_police,
        who=only(DIRECTORS),
        when=_suspected,
    ),
    Act(
        command=commands.ConsultCommunityOfficer,
        label=Text(nl="Overleg met de wijkagent vastleggen", en="Record a talk with the community police officer"),
        do=_by_police_ground(events.CommunityOfficerConsulted),
        when=_suspected,
        check=_consulted_by_now,
    ),
    Act(
        command=commands.HandOverPack,
        label=Text(nl="Stukken aan de politie geven", en="Hand the papers to the police"),
        do=_by_police_ground(events.PackHandedOver),
        who=only(DIRECTORS),
        when=_papers_may_go,
        when_closed=True,
    ),
    Act(
        command=commands.FilePoliceReport,
        label=Text(nl="Aangifte vastleggen", en="Record the report to the police"),
        do=_by_police_ground(events.PoliceReportFiled),
        who=only(DIRECTORS),
        when=_chosen,
    ),
    Act(
        command=commands.RecordPoliceOutcome,
        label=Text(nl="Bericht van de politie vastleggen", en="Record what the police did"),
        do=_by_police_ground(events.PoliceOutcomeRecorded),
        when=_reported,
        when_closed=True,
    ),
    Act(
        command=commands.RecordVictimKnowledge,
        label=Text(nl="Vastleggen sinds wanneer iemand het weet", en="Record since when someone knows"),
        do=_by_police_ground(events.VictimKnowledgeRecorded),
        check=_learned,
    ),
    Act(
        command=commands.RecordComplaintChoice,
        label=Text(nl="Keuze over een klacht vastleggen", en="Record the choice about a complaint"),
        do=_by_police_ground(events.ComplaintChoiceRecorded),
        check=_entitled,
    ),
)
