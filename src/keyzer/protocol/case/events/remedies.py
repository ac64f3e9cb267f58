"""Events about objection, dispute, complaint and the police."""

from datetime import date, datetime
from typing import ClassVar

from keyzer.protocol.case.events.base import Event, told
from keyzer.protocol.case.values import (
    Code,
    Complainant,
    ComplaintChoice,
    ObjectionOutcome,
    PersonId,
    PoliceChoice,
    Via,
)
from keyzer.protocol.vocabulary import Text


class ObjectionLodged(Event, tag="objection-lodged", frozen=True, kw_only=True):
    """An objection came in. `late` marks one that came after the term; it is decided on all the same."""

    decision: Code
    person: PersonId
    received_on: date
    objection: str
    late: bool
    via: Via = Via.PAPER
    line: ClassVar[Text] = told("{person} maakte bezwaar{late}", "{person} objected{late}")


class ObjectionHeard(Event, tag="objection-heard", frozen=True, kw_only=True):
    decision: Code
    documents_offered: bool
    account: str
    line: ClassVar[Text] = told("Gehoord over het bezwaar", "Heard about the objection")


class DisputeFiled(Event, tag="dispute-filed", frozen=True, kw_only=True):
    decision: Code
    filed_on: date
    line: ClassVar[Text] = told("Voorgelegd aan de geschillencommissie", "Put to the disputes committee")


class DisputeJudged(Event, tag="dispute-judged", frozen=True, kw_only=True):
    decision: Code
    judged_on: date
    judgment: str
    line: ClassVar[Text] = told("Oordeel van de geschillencommissie", "Judgment of the disputes committee")


class ObjectionDecided(Event, tag="objection-decided", frozen=True, kw_only=True):
    decision: Code
    outcome: ObjectionOutcome
    reason: str
    line: ClassVar[Text] = told("Beslist op het bezwaar: {outcome}", "Objection decided: {outcome}")


class PoliceDecided(Event, tag="police-decided", frozen=True, kw_only=True):
    choice: PoliceChoice
    reason: str
    line: ClassVar[Text] = told("Besloten: {choice}", "Decided: {choice}")


class AppealLodged(Event, tag="appeal-lodged", frozen=True, kw_only=True):
    """A member of staff appealed. `late` marks one that came after the term; a person judges it all the same."""

    decision: Code
    received_on: date
    appeal: str
    late: bool
    line: ClassVar[Text] = told("Beroep ingesteld op {received_on}{late}", "Appeal lodged on {received_on}{late}")


class AppealJudged(Event, tag="appeal-judged", frozen=True, kw_only=True):
    decision: Code
    judged_on: date
    outcome: ObjectionOutcome
    judgment: str
    line: ClassVar[Text] = told("Oordeel op het beroep: {outcome}", "Judgment on the appeal: {outcome}")


class CommunityOfficerConsulted(Event, tag="community-officer-consulted", frozen=True, kw_only=True):
    officer: str
    consulted_at: datetime
    advice: str
    line: ClassVar[Text] = told(
        "Overlegd met de wijkagent: {officer}, {consulted_at}",
        "Community police officer consulted: {officer}, {consulted_at}",
    )


class PackHandedOver(Event, tag="pack-handed-over", frozen=True, kw_only=True):
    digest: Code
    to_whom: str
    how: str
    line: ClassVar[Text] = told("Stukken gegeven aan {to_whom}: {how}", "Papers handed over to {to_whom}: {how}")


class PoliceReportFiled(Event, tag="police-report-filed", frozen=True, kw_only=True):
    reference: str
    line: ClassVar[Text] = told("Aangifte gedaan, nummer {reference}", "Reported to the police, reference {reference}")


class PoliceOutcomeRecorded(Event, tag="police-outcome-recorded", frozen=True, kw_only=True):
    outcome: str
    line: ClassVar[Text] = told("Bericht van politie of OM vastgelegd", "Outcome of police or prosecutor recorded")


class VictimKnowledgeRecorded(Event, tag="victim-knowledge-recorded", frozen=True, kw_only=True):
    person: PersonId
    learned_on: date
    line: ClassVar[Text] = told("{person} weet het sinds {learned_on}", "{person} knows since {learned_on}")


class ComplaintChoiceRecorded(Event, tag="complaint-choice-recorded", frozen=True, kw_only=True):
    person: PersonId
    choice: ComplaintChoice
    below_16: bool = False
    chosen_by: Complainant = Complainant.SELF
    line: ClassVar[Text] = told("{person}: {choice}", "{person}: {choice}")
