"""Events that frame a case."""

from datetime import date
from typing import ClassVar

from keyzer.protocol.case.events.base import Event, told
from keyzer.protocol.case.values import CasePath, Code, EndGround, Guardian, Party, PersonId, SchoolSettings
from keyzer.protocol.vocabulary import Grade, Lane, Part, Text


class CaseOpened(Event, tag="case-opened", frozen=True, kw_only=True):
    """A case about one person began; edition and settings are pinned here."""

    subject: PersonId
    lane: Lane
    incident: Code
    handler: PersonId
    edition: Code
    edition_digest: Code
    settings: SchoolSettings
    born: date | None
    compulsory_education: bool
    guardians: tuple[Guardian, ...]
    parties: tuple[Party, ...]
    conduct: tuple[str, ...]
    path: CasePath = CasePath.ORDINARY
    line: ClassVar[Text] = told(
        "Zaak over {subject} geopend; {handler} behandelt de zaak", "Case about {subject} opened, handled by {handler}"
    )


class ConductCited(Event, tag="conduct-cited", frozen=True, kw_only=True):
    conduct: tuple[str, ...]
    line: ClassVar[Text] = told("Genoemd wat er gebeurd kan zijn: {conduct}", "Cited what may have happened: {conduct}")


class GravityWeighed(Event, tag="gravity-weighed", frozen=True, kw_only=True):
    utterance: Grade
    conduct: Grade
    consequence: Grade
    reason: str
    line: ClassVar[Text] = told(
        "Ernst gewogen: uiting {utterance}, gedrag {conduct}, gevolg {consequence}",
        "Gravity weighed: utterance {utterance}, conduct {conduct}, consequence {consequence}",
    )


class FactsEstablished(Event, tag="facts-established", frozen=True, kw_only=True):
    text: str
    happened_on: date
    place: str
    channel: str
    line: ClassVar[Text] = told(
        "Vastgesteld wat er op {happened_on} gebeurde", "Established what happened on {happened_on}"
    )


class PartyNamed(Event, tag="party-named", frozen=True, kw_only=True):
    person: PersonId
    part: Part
    line: ClassVar[Text] = told("{person}: {part}", "{person} takes part as {part}")


class HandlerReleased(Event, tag="handler-released", frozen=True, kw_only=True):
    """The handler gave the case up, as someone who takes part in it cannot handle it."""

    handler: PersonId
    line: ClassVar[Text] = told(
        "{handler} behandelt de zaak niet meer, om erbuiten te blijven", "{handler} no longer handles the case"
    )


class CaseReassigned(Event, tag="case-reassigned", frozen=True, kw_only=True):
    handler: PersonId
    reason: str
    line: ClassVar[Text] = told("{handler} behandelt de zaak nu", "{handler} handles the case now")


class StatementAdded(Event, tag="statement-added", frozen=True, kw_only=True):
    person: PersonId
    account: str
    line: ClassVar[Text] = told("{person} gaf een eigen verklaring", "{person} added a statement")


class EndedWithoutMeasure(Event, tag="ended-without-measure", frozen=True, kw_only=True):
    ground: EndGround
    reason: str
    line: ClassVar[Text] = told("Er volgt geen maatregel: {ground}", "No measure follows: {ground}")


class CaseClosed(Event, tag="case-closed", frozen=True, kw_only=True):
    summary: str
    line: ClassVar[Text] = told("Zaak gesloten", "Case closed")


class CaseReopened(Event, tag="case-reopened", frozen=True, kw_only=True):
    reason: str
    line: ClassVar[Text] = told("Zaak heropend", "Case reopened")
