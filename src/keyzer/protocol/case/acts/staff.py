"""Acts of the staff lane: settings, defence, advice, knowledge (personeel-8), and the path of WVO 2020, 3.39."""

from datetime import datetime

from keyzer.protocol.case import targets
from keyzer.protocol.case.act import STAFF, Act, Doing
from keyzer.protocol.case.commands import staff as commands
from keyzer.protocol.case.events import staff as events
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.moment import Moment, repeat
from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.case.who import BOARD, SETTLERS, anyone, only
from keyzer.protocol.rule import implements
from keyzer.protocol.terms import local_day
from keyzer.protocol.vocabulary import Text

TASK_GROUND = "personeel-9"


def _past(moment: Moment, when: datetime) -> list[Reason]:
    if when <= moment.at:
        return []
    return [reason("Dit moment moet nog komen.", "This moment is still to come.", moment.ground)]


def _something_filled(moment: Moment, command: commands.AdoptSettings) -> list[Reason]:
    against = []
    given = [getattr(command, name) for name in command.__struct_fields__]
    if all(value in (None, "") for value in given):
        against += [reason("Vul ten minste één gegeven in.", "Fill in at least one thing.", moment.ground)]
    if any(isinstance(value, int) and value < 1 for value in given):
        against += [reason("Vul bij een termijn ten minste 1 in.", "Fill in at least 1 for a term.", moment.ground)]
    consent = command.works_council_consent
    if consent is not None and consent > local_day(moment.at):
        against += [reason("Instemming geeft de PMR niet vooraf.", "Consent lies in the future.", moment.ground)]
    return against


def _after_intention(moment: Moment, command: commands.RecordDefence) -> list[Reason]:
    given = [one.given_at for one in moment.state.intentions if one.measure == command.measure]
    if not given or command.received_at >= max(given):
        return _past(moment, command.received_at)
    return [reason("Verweer komt na het voornemen.", "A defence comes after the intention.", moment.ground)]


def _no_defence_yet(moment: Moment, measure: str) -> list[Reason]:
    if all(defence.measure != measure for defence in moment.state.defences):
        return []
    return [reason("Dit verweer is al vastgelegd.", "This defence was recorded already.", moment.ground)]


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


def _by_task_ground(kind: type[Event]) -> Doing:
    return lambda moment, command: [repeat(moment, kind, command, TASK_GROUND)]


ACTS = (
    Act(
        command=commands.AdoptSettings,
        label=Text(nl="Gegevens van de school invullen", en="Complete the school's settings"),
        do=events.SettingsAdopted,
        who=only(SETTLERS),
        check=_something_filled,
    ),
    Act(
        command=commands.RecordDefence,
        label=Text(nl="Verweer vastleggen", en="Record a defence"),
        do=events.DefenceRecorded,
        choice="measure",
        of_choice=_no_defence_yet,
        check=_after_intention,
        lanes=STAFF,
    ),
    Act(
        command=commands.RecordLegalAdvice,
        label=Text(nl="Juridisch advies vastleggen", en="Record legal advice"),
        do=events.LegalAdviceRecorded,
        lanes=STAFF,
    ),
    Act(
        command=commands.RecordKnowledge,
        label=Text(nl="Vastleggen wanneer het bekend werd", en="Record when it became known"),
        do=events.DeciderKnew,
        check=lambda moment, command: _past(moment, command.known_at),
        lanes=STAFF,
    ),
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
        check=lambda moment, command: _past(moment, command.consulted_at),
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
        do=_by_task_ground(events.InformedBeforeReport),
        who=only(BOARD),
        when=_suspected,
        check=lambda moment, command: _past(moment, command.told_at),
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
        check=lambda moment, command: _past(moment, command.told_at),
        lanes=STAFF,
    ),
)
