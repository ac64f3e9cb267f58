"""What the tests of custody share: a safe, and a phone that the teacher took in."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from keyzer import protocol
from keyzer.custody import actions, queries
from keyzer.custody.queries import Record
from keyzer.protocol import Device
from tests.cast import Cast

DESCRIPTION = "Blauwe telefoon met een stickertje van een nachtegaal"
ACCOUNT = "Keek tijdens de toets op het scherm, ook na een verzoek."
IN_LESSON = "toestel-in-les-zonder-toestemming"
A_MINUTE = timedelta(minutes=1)


def safe(cast: Cast, at: datetime, name: str = "Kluis bij de conciërge") -> UUID:
    """A place for devices."""
    return actions.add_place(name, by=cast.director, at=at)


def draft(pupil: UUID, **more: Any) -> actions.Draft:
    """A phone of this pupil, in the hands of whoever took it."""
    said = {"devices": (Device.PHONE,), "conduct": IN_LESSON, "description": DESCRIPTION, "account": ACCOUNT}
    return actions.Draft(pupil=pupil, **{**said, **more})


def take(cast: Cast, at: datetime, **more: Any) -> UUID:
    """The subject's phone, taken in by the teacher at the door."""
    return actions.take(draft(more.pop("pupil", cast.subject), **more), by=more.pop("by", cast.teacher), at=at)


def record(cast: Cast, custody: UUID, by: UUID | None = None) -> Record:
    """The record, as the teacher may see it unless said otherwise."""
    found = queries.record_for(cast.viewer(by or cast.teacher), custody)
    assert found
    return found


def do(cast: Cast, custody: UUID, command: protocol.CustodyCommand, at: datetime, by: UUID | None = None) -> int:
    """One act at the version that is there."""
    seen = record(cast, custody).version
    return actions.act(custody, command, seen=seen, by=by or cast.teacher, at=at)


def back_to(person: UUID, **more: Any) -> protocol.HandBack:
    """Given back to somebody, who says to have received it."""
    return protocol.HandBack(person=str(person), **{"received": True, **more})
