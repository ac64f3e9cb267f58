"""Commands of the staff lane: settings, defence, advice, the decider's knowledge, and the path of WVO 2020, 3.39."""

from datetime import date, datetime
from typing import Annotated

from keyzer.protocol.case.asking import ask, whom, words
from keyzer.protocol.case.commands.base import Command
from keyzer.protocol.case.values import DefenceForm


class AdoptSettings(Command, tag="adopt-settings", frozen=True, kw_only=True):
    """Fill in what the school must know before it may go on; what is left out stays as it was."""

    defence_days: Annotated[int | None, ask("Dagen voor verweer", "Days for the defence")] = None
    agreement_source: Annotated[str, ask("Bron in de cao", "Source in the collective agreement")] = ""
    works_council_consent: Annotated[date | None, ask("Instemming PMR op", "Works council consented on")] = None
    objection_address: Annotated[str, ask("Adres voor bezwaar", "Address for objections")] = ""
    complaint_address: Annotated[str, ask("Adres voor klachten", "Address for complaints")] = ""
    appeal_body: Annotated[str, ask("Waar personeel in beroep gaat", "Where staff appeal")] = ""
    appeal_address: Annotated[str, ask("Adres voor beroep", "Address for appeals")] = ""
    appeal_weeks: Annotated[int | None, ask("Weken voor beroep", "Weeks to appeal")] = None
    order_suspension_weeks: Annotated[
        int | None, ask("Weken die een ordemaatregel hoogstens duurt", "Weeks that an order suspension lasts at most")
    ] = None


class RecordDefence(Command, tag="record-defence", frozen=True, kw_only=True):
    """Record the defence against a written intention."""

    measure: Annotated[str, ask("Voornemen", "Intention", source="intentions")]
    form: Annotated[DefenceForm, ask("Hoe", "How")]
    received_at: Annotated[datetime, ask("Ontvangen op", "Received at")]
    account: Annotated[str, words("Verweer", "Defence")]


class LogInvestigationStep(Command, tag="log-investigation-step", frozen=True, kw_only=True):
    """Log one step of the inquiry with its time: a summary dismissal must bear no delay (BW 7:677)."""

    done_at: Annotated[datetime, ask("Wanneer", "When")]
    done_by: Annotated[str, ask("Door wie", "By whom")]
    step: Annotated[str, words("Wat is onderzocht", "What was looked into")]


class RecordLegalAdvice(Command, tag="record-legal-advice", frozen=True, kw_only=True):
    """Record the advice of a lawyer."""

    adviser: Annotated[str, ask("Adviseur", "Adviser")]
    advice: Annotated[str, words("Advies", "Advice")]


class RecordKnowledge(Command, tag="record-knowledge", frozen=True, kw_only=True):
    """Record when someone who may decide came to know: summary dismissal must follow at once (BW 7:677)."""

    person: Annotated[str, whom("Wie mag besluiten", "Who may decide")]
    known_at: Annotated[datetime, ask("Wist het sinds", "Knew since")]
    learned: Annotated[str, words("Wat werd bekend", "What became known")]


class ReportTaskOffence(Command, tag="report-task-offence", frozen=True, kw_only=True):
    """Tell the board of a possible sexual offence against a pupil by someone with a task (WVO 2020, 3.39)."""

    account: Annotated[
        str, words("Wat is gemeld", "What was reported", ("Beschrijf, sla niets op.", "Describe, store nothing."))
    ]


class ConsultConfidentialInspector(Command, tag="consult-confidential-inspector", frozen=True, kw_only=True):
    """Record the consultation with the confidential inspector (WVO 2020, 3.39(1))."""

    consulted_at: Annotated[datetime, ask("Wanneer", "When")]
    advice: Annotated[str, words("Advies", "Advice")]


class JudgeSuspicion(Command, tag="judge-suspicion", frozen=True, kw_only=True):
    """Record whether the suspicion is reasonable; if it is, the board reports to the police (WVO 2020, 3.39(2))."""

    reasonable: Annotated[bool, ask("Redelijk vermoeden", "Reasonable suspicion")]
    reason: Annotated[str, words("Waarom", "Why")]


class InformBeforeReport(Command, tag="inform-before-report", frozen=True, kw_only=True):
    """Record that the guardians of the pupil, or the person concerned, were told before the report to the police."""

    person: Annotated[str, whom("Wie", "Who", "to_inform")]
    told_at: Annotated[datetime, ask("Wanneer", "When")]


class ReportOffenceToPolice(Command, tag="report-offence-to-police", frozen=True, kw_only=True):
    """Record the report to the police that WVO 2020, 3.39(2) demands."""

    reference: Annotated[str, ask("Nummer van de politie", "Police reference")]


class InformConfidentialInspector(Command, tag="inform-confidential-inspector", frozen=True, kw_only=True):
    """Record that the confidential inspector was told of the report."""

    told_at: Annotated[datetime, ask("Wanneer", "When")]
