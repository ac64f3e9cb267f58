"""What can happen to a device in custody. Nobody searches or unlocks it: no event has a place for what is on it."""

from datetime import datetime
from typing import Any, ClassVar

import msgspec

from keyzer.protocol.case.events.base import Event, told
from keyzer.protocol.case.values import Channel, Code, PersonId
from keyzer.protocol.custody.values import ClaimKind
from keyzer.protocol.situation import Device
from keyzer.protocol.vocabulary import Text


class DeviceAsked(Event, frozen=True, kw_only=True):
    """What is known when a device is asked for: of whom, which, and for which conduct."""

    pupil: PersonId
    devices: tuple[Device, ...]
    conduct: Code
    account: str = ""


class CustodyBegun(DeviceAsked, tag="custody-begun", frozen=True, kw_only=True):
    """The pupil handed it over; it was not searched and not unlocked. It is in `place` or with `holder`."""

    description: str
    damage: str = ""
    tag: int
    place: Code = ""
    holder: PersonId = ""
    due: datetime
    line: ClassVar[Text] = told(
        "Apparaat ingenomen met label {tag}, niet doorzocht en niet ontgrendeld",
        "Device taken in with tag {tag}, not searched and not unlocked",
    )


class HandOverRefused(DeviceAsked, tag="hand-over-refused", frozen=True, kw_only=True):
    """The pupil did not hand it over; nobody used force and no device was taken."""

    line: ClassVar[Text] = told(
        "Apparaat niet afgegeven. Niemand pakte het af", "Device not handed over. Nobody used force"
    )


class CustodyJoined(Event, tag="custody-joined", frozen=True, kw_only=True):
    """The record belongs to an incident, a case, or a decision in a case; what is not known stays empty."""

    incident: Code = ""
    case: Code = ""
    decision: Code = ""
    line: ClassVar[Text] = told("Hoort bij een zaak", "Belongs to a case")


class DeviceMoved(Event, tag="device-moved", frozen=True, kw_only=True):
    """Somebody put it in `place`, or took it as `holder`."""

    place: Code = ""
    holder: PersonId = ""
    line: ClassVar[Text] = told("Verplaatst", "Moved")


class AdultTold(Event, tag="adult-told", frozen=True, kw_only=True):
    """A guardian was told, by the mail that the school sends of itself or by somebody."""

    guardian: PersonId
    channel: Channel
    answer: str = ""
    line: ClassVar[Text] = told("{guardian} ingelicht: {channel}", "{guardian} told: {channel}")


class KeptLonger(Event, tag="kept-longer", frozen=True, kw_only=True):
    """The director keeps it past the school day, with a reason, an end, and the agreement of `agreed_by`."""

    reason: str
    until: datetime
    agreed_by: PersonId
    agreed_at: datetime
    channel: Channel
    line: ClassVar[Text] = told(
        "Blijft langer op school, tot {until}. {agreed_by} vond dat goed op {agreed_at}",
        "Stays at school longer, until {until}. {agreed_by} agreed on {agreed_at}",
    )


class DeviceHandedBack(Event, tag="device-handed-back", frozen=True, kw_only=True):
    """It went back to `person`, who signed on the screen (`signature`, a drawn path) or said to have received it."""

    person: PersonId
    damage: str = ""
    signature: Code = ""
    line: ClassVar[Text] = told("Teruggegeven aan {person}", "Given back to {person}")


class ClaimOpened(Event, tag="claim-opened", frozen=True, kw_only=True):
    """It was lost or damaged while the school kept it; `worth` is what the owner says it is worth."""

    claim: ClaimKind
    account: str
    worth: str = ""
    handler: PersonId
    line: ClassVar[Text] = told("Verlies of schade gemeld", "Loss or damage reported")


class ClaimSettled(Event, tag="claim-settled", frozen=True, kw_only=True):
    """How a claim ended, and whether the school paid."""

    outcome: str
    paid: bool
    line: ClassVar[Text] = told("Verlies of schade afgehandeld", "Loss or damage dealt with")


class DeviceCounted(Event, tag="device-counted", frozen=True, kw_only=True):
    """Somebody counted a place by hand, and it was there or not."""

    place: Code
    present: bool
    line: ClassVar[Text] = told("Geteld, lag er: {present}", "Counted, was there: {present}")


CustodyEvent = (
    CustodyBegun
    | HandOverRefused
    | CustodyJoined
    | DeviceMoved
    | AdultTold
    | KeptLonger
    | DeviceHandedBack
    | ClaimOpened
    | ClaimSettled
    | DeviceCounted
)
_DECODER: msgspec.json.Decoder[Any] = msgspec.json.Decoder(CustodyEvent)


def encode_custody_event(event: Event) -> bytes:
    """The event as its stream keeps it."""
    return msgspec.json.encode(event)


def decode_custody_event(content: bytes) -> Event:
    """The event that `encode_custody_event` wrote. Raises msgspec.ValidationError for anything else."""
    event: Event = _DECODER.decode(content)
    return event
