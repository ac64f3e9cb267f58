"""Acts of the path of WVO 2020, 3.39: the board alone consults, judges, tells, reports and tells again."""

from keyzer.protocol.case import targets
from keyzer.protocol.case.act import STAFF, Act, Doing
from keyzer.protocol.case.acts.staff import not_ahead
from keyzer.protocol.case.commands import staff as commands
from keyzer.protocol.case.events import staff as events
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.moment import Moment, repeat
from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.case.values import Informed
from keyzer.protocol.case.who import BOARD, anyone, only
from keyzer.protocol.rule import implements
from keyzer.protocol.vocabulary import Text

TASK_GROUND = "personeel-9"


def _unsealed(moment: Moment) -> list[Reason]:
    if not moment.state.task_offence:
        return []
    return [reason("Het bestuur weet hier al van.", "The board knows of this already.", TASK_GROUND)]


def _sealed(moment: Moment) -> list[Reason]:
    if moment.state.task_offence:
        return []
    nl = "Dit volgt pas op een melding aan het bestuur."
    return [reason(nl, "This follows only on a report to the board.", TASK_GROUND)]


def _suspected(moment: Moment) -> list[Reason]:
    judged = moment.state.suspicions
    if judged and judged[-1].reasonable:
        return _sealed(moment)
    nl = "Het bestuur heeft nog geen redelijk vermoeden vastgesteld."
    return [reason(nl, "The board has not found a reasonable suspicion.", TASK_GROUND), *_sealed(moment)]


def _consulted(moment: Moment) -> list[Reason]:
    if moment.state.inspector_consulted:
        return _sealed(moment)
    nl = "Overleg eerst met de vertrouwensinspecteur."
    return [reason(nl, "First consult the confidential inspector.", TASK_GROUND), *_sealed(moment)]


def _all_informed(moment: Moment) -> list[Reason]:
    against = _suspected(moment)
    if targets.to_inform(moment.state):
        nl = "Vertel het eerst aan de ouders en aan de persoon over wie het gaat."
        against += [reason(nl, "First tell the guardians and the person concerned.", TASK_GROUND)]
    if moment.state.offence_reports:
        against += [reason("De aangifte is al gedaan.", "It was reported already.", TASK_GROUND)]
    return against


def _offence_reported(moment: Moment) -> list[Reason]:
    if moment.state.offence_reports:
        return []
    return [reason("Er is nog geen aangifte gedaan.", "Nothing was reported yet.", TASK_GROUND)]


@implements("personeel-9")
def report_task_offence(moment: Moment, command: commands.ReportTaskOffence) -> list[Event]:
    """Who learns of a possible sexual offence tells the board; the case is the board's alone (WVO 2020, 3.39)."""
    return [repeat(moment, events.TaskOffenceReported, command, TASK_GROUND)]


@implements("personeel-9")
def inform(moment: Moment, command: commands.InformBeforeReport) -> list[Event]:
    """Before the police hear it, the person concerned and the guardians of the pupil do (WVO 2020, 3.39(2))."""
    whom = Informed.PERSON if command.person == moment.state.subject else Informed.GUARDIANS
    return [repeat(moment, events.InformedBeforeReport, command, TASK_GROUND, whom=whom)]


def _by_task_ground(kind: type[Event]) -> Doing:
    return lambda moment, command: [repeat(moment, kind, command, TASK_GROUND)]


ACTS = (
    Act(
        command=commands.ReportTaskOffence,
        label=Text(
            nl="Mogelijk zedenmisdrijf melden aan het bestuur", en="Report a possible sexual offence to the board"
        ),
        do=report_task_offence,
        who=anyone,
        when=_unsealed,
        lanes=STAFF,
        past_seal=True,
    ),
    Act(
        command=commands.ConsultConfidentialInspector,
        label=Text(
            nl="Overleg met de vertrouwensinspecteur vastleggen",
            en="Record the consultation with the confidential inspector",
        ),
        do=_by_task_ground(events.ConfidentialInspectorConsulted),
        who=only(BOARD),
        when=_sealed,
        check=lambda moment, command: not_ahead(moment, command.consulted_at),
        lanes=STAFF,
    ),
    Act(
        command=commands.JudgeSuspicion,
        label=Text(nl="Vermoeden beoordelen", en="Judge the suspicion"),
        do=_by_task_ground(events.SuspicionJudged),
        who=only(BOARD),
        when=_consulted,
        lanes=STAFF,
    ),
    Act(
        command=commands.InformBeforeReport,
        label=Text(nl="Vooraf vertellen over de aangifte", en="Tell before the report"),
        do=inform,
        who=only(BOARD),
        when=_suspected,
        check=lambda moment, command: not_ahead(moment, command.told_at),
        lanes=STAFF,
    ),
    Act(
        command=commands.ReportOffenceToPolice,
        label=Text(nl="Aangifte van het zedenmisdrijf vastleggen", en="Record the report of the sexual offence"),
        do=_by_task_ground(events.OffenceReportedToPolice),
        who=only(BOARD),
        when=_all_informed,
        lanes=STAFF,
    ),
    Act(
        command=commands.InformConfidentialInspector,
        label=Text(
            nl="Vertrouwensinspecteur vertellen over de aangifte", en="Tell the confidential inspector of the report"
        ),
        do=_by_task_ground(events.ConfidentialInspectorInformed),
        who=only(BOARD),
        when=_offence_reported,
        check=lambda moment, command: not_ahead(moment, command.told_at),
        lanes=STAFF,
    ),
)
