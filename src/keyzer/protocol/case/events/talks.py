"""Events about talking: hearings, contact with guardians, agreements and aftercare."""

from datetime import date, datetime
from typing import ClassVar

from keyzer.protocol.case.events.base import Event, told
from keyzer.protocol.case.values import Channel, ExceptionGround, HearingOutcome, PersonId, Seen
from keyzer.protocol.vocabulary import Text


class HearingInvited(Event, tag="hearing-invited", frozen=True, kw_only=True):
    person: PersonId
    planned_at: datetime
    place: str
    line: ClassVar[Text] = told(
        "{person} uitgenodigd voor een gesprek op {planned_at}", "{person} invited to a talk on {planned_at}"
    )


class HearingRecorded(Event, tag="hearing-recorded", frozen=True, kw_only=True):
    person: PersonId
    held_at: datetime
    outcome: HearingOutcome
    account: str
    seen: Seen
    present: str = ""
    interpreter: str = ""
    documents: str = ""
    line: ClassVar[Text] = told("{person}: {outcome} op {held_at}; {seen}", "{person}: {outcome} on {held_at}; {seen}")


class UrgencyClaimed(Event, tag="urgency-claimed", frozen=True, kw_only=True):
    reason: str
    line: ClassVar[Text] = told("Vastgelegd waarom het niet kan wachten", "Recorded why it cannot wait")


class GuardianReached(Event, tag="guardian-reached", frozen=True, kw_only=True):
    guardian: PersonId
    channel: Channel
    contacted_at: datetime
    view_asked: bool
    answer: str
    interpreter: str = ""
    line: ClassVar[Text] = told(
        "{guardian} bereikt: {channel}, {contacted_at}", "{guardian} reached: {channel}, {contacted_at}"
    )


class GuardianNotReached(Event, tag="guardian-not-reached", frozen=True, kw_only=True):
    guardian: PersonId
    channel: Channel
    contacted_at: datetime
    line: ClassVar[Text] = told(
        "{guardian} niet bereikt: {channel}, {contacted_at}", "{guardian} not reached: {channel}, {contacted_at}"
    )


class ContactExceptionRequested(Event, tag="contact-exception-requested", frozen=True, kw_only=True):
    guardian: PersonId
    ground: ExceptionGround
    reason: str
    line: ClassVar[Text] = told(
        "Gevraagd om {guardian} niet te bellen of schrijven: {ground}", "Asked not to contact {guardian}: {ground}"
    )


class ContactExceptionApproved(Event, tag="contact-exception-approved", frozen=True, kw_only=True):
    guardian: PersonId
    reason: str
    line: ClassVar[Text] = told(
        "Goedgekeurd dat de school geen contact zoekt met {guardian}", "Approved that {guardian} is not contacted"
    )


class ContactExceptionDeclined(Event, tag="contact-exception-declined", frozen=True, kw_only=True):
    guardian: PersonId
    reason: str
    line: ClassVar[Text] = told(
        "Niet goedgekeurd: de school zoekt wel contact met {guardian}",
        "Not approved: {guardian} is contacted after all",
    )


class AftercarePlanned(Event, tag="aftercare-planned", frozen=True, kw_only=True):
    person: PersonId
    planned_on: date
    purpose: str
    line: ClassVar[Text] = told(
        "Nazorg gepland met {person} op {planned_on}", "Aftercare with {person} planned on {planned_on}"
    )


class AftercareGiven(Event, tag="aftercare-given", frozen=True, kw_only=True):
    person: PersonId
    account: str
    again: bool = False
    line: ClassVar[Text] = told("Nazorg gegeven aan {person}", "Aftercare given to {person}")
