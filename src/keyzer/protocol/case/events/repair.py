"""Events about putting right, and about agreements between pupils."""

from datetime import date, datetime
from typing import ClassVar

from keyzer.protocol.case.events.base import Event, told
from keyzer.protocol.case.values import Code, MediationOutcome, PersonId
from keyzer.protocol.vocabulary import Text


class StopContactAgreed(Event, tag="stop-contact-agreed", frozen=True, kw_only=True):
    """Streams of before both were asked by name hold neither `agreement` nor who agreed."""

    person: PersonId
    until: date
    terms: str
    agreement: Code = ""
    subject_agrees: bool = True
    other_agrees: bool = True
    line: ClassVar[Text] = told(
        "Afgesproken om {person} met rust te laten tot en met {until}", "Agreed to leave {person} alone until {until}"
    )


class LookedBack(Event, tag="looked-back", frozen=True, kw_only=True):
    agreement: Code
    kept: bool
    account: str
    line: ClassVar[Text] = told(
        "Teruggekeken op de afspraak om iemand met rust te laten; nagekomen: {kept}",
        "Looked back on the agreement to leave someone alone; kept: {kept}",
    )


class MediationPlanned(Event, tag="mediation-planned", frozen=True, kw_only=True):
    person: PersonId
    mediator: str
    planned_at: datetime
    subject_agrees: bool
    other_agrees: bool
    line: ClassVar[Text] = told(
        "Gesprek met {person} gepland op {planned_at}, omdat beiden dat willen",
        "Talk with {person} planned on {planned_at}, as both want it",
    )


class MediationHeld(Event, tag="mediation-held", frozen=True, kw_only=True):
    person: PersonId
    outcome: MediationOutcome
    account: str
    line: ClassVar[Text] = told("Gesprek met {person}: {outcome}", "Talk with {person}: {outcome}")


class RepairAgreed(Event, tag="repair-agreed", frozen=True, kw_only=True):
    repair: Code
    terms: str
    due_on: date
    subject_agrees: bool
    line: ClassVar[Text] = told("Afgesproken wat wordt goedgemaakt", "Agreed what will be put right")


class RepairRecorded(Event, tag="repair-recorded", frozen=True, kw_only=True):
    repair: Code
    done: bool
    account: str
    line: ClassVar[Text] = told("Is het goedgemaakt: {done}", "Was it put right: {done}")
