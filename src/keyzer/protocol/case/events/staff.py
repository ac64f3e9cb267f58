"""Events of the staff lane and of the path of WVO 2020, 3.39."""

from datetime import date, datetime
from typing import ClassVar

from keyzer.protocol.case.events.base import Event, told
from keyzer.protocol.case.values import Code, DefenceForm, Informed, PersonId
from keyzer.protocol.vocabulary import Text


class SettingsAdopted(Event, tag="settings-adopted", frozen=True, kw_only=True):
    """Settings of the school were completed; what is None or empty stays as it was."""

    defence_days: int | None
    agreement_source: str
    works_council_consent: date | None
    objection_address: str
    complaint_address: str = ""
    appeal_body: str = ""
    appeal_address: str = ""
    appeal_weeks: int | None = None
    order_suspension_weeks: int | None = None
    line: ClassVar[Text] = told("Gegevens van de school aangevuld", "Settings of the school completed")

    def filled(self) -> dict[str, object]:
        """The settings that were filled in, by name."""
        given = {name: getattr(self, name) for name in self.__struct_fields__ if name not in Event.__struct_fields__}
        return {name: value for name, value in given.items() if value not in (None, "")}


class DefenceRecorded(Event, tag="defence-recorded", frozen=True, kw_only=True):
    measure: Code
    form: DefenceForm
    received_at: datetime
    account: str
    line: ClassVar[Text] = told("Verweer over {measure}: {form}", "Defence about {measure}: {form}")


class InvestigationStepLogged(Event, tag="investigation-step-logged", frozen=True, kw_only=True):
    done_at: datetime
    done_by: str
    step: str
    line: ClassVar[Text] = told("Onderzocht door {done_by}, {done_at}", "Looked into by {done_by}, {done_at}")


class LegalAdviceRecorded(Event, tag="legal-advice-recorded", frozen=True, kw_only=True):
    adviser: str
    advice: str
    line: ClassVar[Text] = told("Juridisch advies van {adviser}", "Legal advice by {adviser}")


class DeciderKnew(Event, tag="decider-knew", frozen=True, kw_only=True):
    person: PersonId
    known_at: datetime
    learned: str
    line: ClassVar[Text] = told("{person} weet het sinds {known_at}", "{person} knew since {known_at}")


class TaskOffenceReported(Event, tag="task-offence-reported", frozen=True, kw_only=True):
    """The board knows of a possible sexual offence; from here the case is the board's alone."""

    account: str
    line: ClassVar[Text] = told("Gemeld bij het bestuur", "Reported to the board")


class ConfidentialInspectorConsulted(Event, tag="confidential-inspector-consulted", frozen=True, kw_only=True):
    consulted_at: datetime
    advice: str
    line: ClassVar[Text] = told("Overlegd met de vertrouwensinspecteur", "Confidential inspector consulted")


class SuspicionJudged(Event, tag="suspicion-judged", frozen=True, kw_only=True):
    reasonable: bool
    reason: str
    line: ClassVar[Text] = told(
        "Beoordeeld of er een redelijk vermoeden is: {reasonable}",
        "Judged whether the suspicion is reasonable: {reasonable}",
    )


class InformedBeforeReport(Event, tag="informed-before-report", frozen=True, kw_only=True):
    """`person` is the person concerned, or the pupil whose guardians were told."""

    person: PersonId
    told_at: datetime
    whom: Informed = Informed.PERSON
    line: ClassVar[Text] = told(
        "Voor de aangifte ingelicht: {whom} {person}", "Told before the report: {whom} {person}"
    )


class OffenceReportedToPolice(Event, tag="offence-reported-to-police", frozen=True, kw_only=True):
    reference: str
    line: ClassVar[Text] = told("Aangifte gedaan, nummer {reference}", "Reported to the police, reference {reference}")


class ConfidentialInspectorInformed(Event, tag="confidential-inspector-informed", frozen=True, kw_only=True):
    told_at: datetime
    line: ClassVar[Text] = told(
        "Vertrouwensinspecteur verteld over de aangifte", "Confidential inspector told of the report"
    )
