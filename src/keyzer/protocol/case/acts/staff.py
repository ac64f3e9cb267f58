"""Acts of the staff lane: settings, inquiry, defence, advice and knowledge (personeel-8)."""

from datetime import datetime

from keyzer.protocol.case.act import STAFF, Act
from keyzer.protocol.case.commands import staff as commands
from keyzer.protocol.case.events import staff as events
from keyzer.protocol.case.moment import Moment
from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.case.who import SETTLERS, only, speaks_or_handles
from keyzer.protocol.terms import local_day
from keyzer.protocol.vocabulary import Text


def not_ahead(moment: Moment, when: datetime) -> list[Reason]:
    """A reason when `when` is still to come."""
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
        return not_ahead(moment, command.received_at)
    return [reason("Verweer komt na het voornemen.", "A defence comes after the intention.", moment.ground)]


def _no_defence_yet(moment: Moment, measure: str) -> list[Reason]:
    if all(defence.measure != measure for defence in moment.state.defences):
        return []
    return [reason("Dit verweer is al vastgelegd.", "This defence was recorded already.", moment.ground)]


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
        who=speaks_or_handles,
        choice="measure",
        of_choice=_no_defence_yet,
        check=_after_intention,
        lanes=STAFF,
        for_parties=True,
    ),
    Act(
        command=commands.LogInvestigationStep,
        label=Text(nl="Stap van het onderzoek vastleggen", en="Log a step of the inquiry"),
        do=events.InvestigationStepLogged,
        check=lambda moment, command: not_ahead(moment, command.done_at),
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
        check=lambda moment, command: not_ahead(moment, command.known_at),
        lanes=STAFF,
    ),
)
