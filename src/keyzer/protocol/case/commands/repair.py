"""Commands about putting right: mediation and repair, both voluntary, and looking back on an agreement."""

from datetime import date, datetime
from typing import Annotated

from keyzer.protocol.case.asking import ask, whom, words
from keyzer.protocol.case.commands.base import Command
from keyzer.protocol.case.values import MediationOutcome

FREE = ("Het is vrijwillig: nee zeggen mag altijd.", "It is voluntary: one may always say no.")
SUBJECT_AGREES = ask("De persoon over wie het gaat, wil dit", "The person concerned wants this", FREE)
OTHER_AGREES = ask("De ander wil dit ook", "The other wants this too", FREE)


class AgreeStopContact(Command, tag="agree-stop-contact", frozen=True, kw_only=True):
    """Agree that the subject leaves someone alone for a time, online too (reikwijdte-4e)."""

    person: Annotated[str, whom("Wie wordt met rust gelaten", "Who is left alone", "affected")]
    until: Annotated[date, ask("Tot en met", "Until")]
    terms: Annotated[str, words("Wat is afgesproken", "What was agreed")]
    subject_agrees: Annotated[bool, SUBJECT_AGREES]
    other_agrees: Annotated[bool, OTHER_AGREES]


class LookBack(Command, tag="look-back", frozen=True, kw_only=True):
    """Look back on an agreement to leave someone alone, when its time is over or before."""

    agreement: Annotated[str, ask("Welke afspraak", "Which agreement", source="agreements_to_look_back")]
    kept: Annotated[bool, ask("Iedereen hield zich eraan", "Everybody kept to it")]
    account: Annotated[str, words("Hoe gaat het nu", "How are things now")]


class PlanMediation(Command, tag="plan-mediation", frozen=True, kw_only=True):
    """Plan a talk between the subject and someone affected, led by a third; only when both want it themselves."""

    person: Annotated[str, whom("Met wie", "With whom", "affected")]
    mediator: Annotated[str, ask("Wie leidt het gesprek", "Who leads the talk")]
    planned_at: Annotated[datetime, ask("Wanneer", "When")]
    subject_agrees: Annotated[bool, SUBJECT_AGREES]
    other_agrees: Annotated[bool, OTHER_AGREES]


class RecordMediation(Command, tag="record-mediation", frozen=True, kw_only=True):
    """Record what came of a planned mediation; to stop is always possible and counts against nobody."""

    person: Annotated[str, whom("Met wie", "With whom", "mediations_open")]
    outcome: Annotated[MediationOutcome, ask("Hoe liep het af", "How did it end")]
    account: Annotated[str, words("Wat is afgesproken", "What was agreed")]


class AgreeRepair(Command, tag="agree-repair", frozen=True, kw_only=True):
    """Agree with the subject what will be put right, and by when."""

    terms: Annotated[str, words("Wat wordt goedgemaakt", "What will be put right")]
    due_on: Annotated[date, ask("Voor wanneer", "By when")]
    subject_agrees: Annotated[bool, SUBJECT_AGREES]


class RecordRepair(Command, tag="record-repair", frozen=True, kw_only=True):
    """Record whether what was agreed has been put right."""

    repair: Annotated[str, ask("Welke afspraak", "Which agreement", source="repairs_open")]
    done: Annotated[bool, ask("Het is goedgemaakt", "It has been put right")]
    account: Annotated[str, words("Hoe is het gegaan", "How did it go")]
