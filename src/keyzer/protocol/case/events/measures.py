"""Events about measures and what they bring with them."""

from datetime import datetime
from typing import ClassVar

from keyzer.protocol.case.effects import Effect
from keyzer.protocol.case.events.base import Event, told
from keyzer.protocol.case.values import Channel, Code, PersonId
from keyzer.protocol.vocabulary import Grade, Text


class MeasureProposed(Event, tag="measure-proposed", frozen=True, kw_only=True):
    measure: Code
    reason: str
    line: ClassVar[Text] = told("Voorstel: {measure}", "Proposal: {measure}")


class ProposalWithdrawn(Event, tag="proposal-withdrawn", frozen=True, kw_only=True):
    measure: Code
    reason: str
    line: ClassVar[Text] = told("Voorstel ingetrokken: {measure}", "Proposal withdrawn: {measure}")


class IntentionRecorded(Event, tag="intention-recorded", frozen=True, kw_only=True):
    measure: Code
    given_at: datetime
    facts: str
    reason: str
    line: ClassVar[Text] = told("Schriftelijk voornemen gegeven: {measure}", "Written intention given: {measure}")


class MeasureDecided(Event, tag="measure-decided", frozen=True, kw_only=True):
    """A measure was decided. `recipients` must be told; `urgent` says that a hearing is still owed."""

    decision: Code
    measure: Code
    effect: Effect
    starts: datetime | None
    ends: datetime | None
    reason: str
    outside_range: str
    gravity: Grade | None
    urgent: bool
    recipients: tuple[PersonId, ...]
    line: ClassVar[Text] = told("Besloten: {measure}", "Decided: {measure}")


class DecisionAnnounced(Event, tag="decision-announced", frozen=True, kw_only=True):
    decision: Code
    person: PersonId
    channel: Channel
    line: ClassVar[Text] = told(
        "Besluit bekendgemaakt aan {person}: {channel}", "Decision made known to {person}: {channel}"
    )


class MeasureLifted(Event, tag="measure-lifted", frozen=True, kw_only=True):
    decision: Code
    reason: str
    line: ClassVar[Text] = told("De maatregel is beëindigd", "The measure was ended")


class SuspensionReviewed(Event, tag="suspension-reviewed", frozen=True, kw_only=True):
    decision: Code
    still_needed: bool
    reason: str
    line: ClassVar[Text] = told(
        "De schorsing is opnieuw bekeken; nog nodig: {still_needed}",
        "The suspension was looked at again; still needed: {still_needed}",
    )


class InspectorateNotified(Event, tag="inspectorate-notified", frozen=True, kw_only=True):
    decision: Code
    reference: str
    line: ClassVar[Text] = told(
        "Gemeld bij de Inspectie, kenmerk {reference}", "Reported to the Inspectorate, reference {reference}"
    )


class InspectorateConsulted(Event, tag="inspectorate-consulted", frozen=True, kw_only=True):
    outcome: str
    line: ClassVar[Text] = told("Overlegd met de Inspectie", "Inspectorate consulted")


class OtherSchoolFound(Event, tag="other-school-found", frozen=True, kw_only=True):
    school: str
    confirmed_by: str
    line: ClassVar[Text] = told("Andere school bereid gevonden: {school}", "Another school is willing: {school}")


class MunicipalityNotified(Event, tag="municipality-notified", frozen=True, kw_only=True):
    decision: Code
    reference: str
    line: ClassVar[Text] = told(
        "Gemeld bij de gemeente, kenmerk {reference}", "Municipality told, reference {reference}"
    )


class SchoolWorkArranged(Event, tag="school-work-arranged", frozen=True, kw_only=True):
    decision: Code
    arrangement: str
    line: ClassVar[Text] = told(
        "Schoolwerk tijdens de schorsing geregeld", "School work during the suspension arranged"
    )


class ReturnTalkHeld(Event, tag="return-talk-held", frozen=True, kw_only=True):
    decision: Code
    account: str
    line: ClassVar[Text] = told("Terugkeergesprek gevoerd", "Return talk held")


class DeviceTaken(Event, tag="device-taken", frozen=True, kw_only=True):
    decision: Code
    device: str
    kept_at: str
    voluntary: bool
    line: ClassVar[Text] = told("Apparaat ingenomen: {device}, niet doorzocht", "Device taken: {device}, not searched")


class DeviceKeptLonger(Event, tag="device-kept-longer", frozen=True, kw_only=True):
    decision: Code
    reason: str
    until: datetime
    agreed_by: PersonId
    agreed_at: datetime
    channel: Channel
    line: ClassVar[Text] = told(
        "Apparaat blijft langer, tot {until}; goed gevonden door {agreed_by}",
        "Device kept longer, until {until}; agreed by {agreed_by}",
    )


class DeviceReturned(Event, tag="device-returned", frozen=True, kw_only=True):
    decision: Code
    person: PersonId
    damage: str
    line: ClassVar[Text] = told("Apparaat teruggegeven aan {person}", "Device returned to {person}")
