"""What custody turns on and does not know itself: who acts, who can agree, when the school day ends."""

from datetime import datetime
from uuid import UUID

from keyzer import protocol
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.timetable import queries as timetable


def actor(viewer: protocol.Viewer) -> protocol.Actor:
    """The viewer with every role, however far it reaches: a device at the door waits for no other class."""
    return protocol.Actor(id=viewer.id, roles=frozenset(held.role for held in viewer.roles))


def acting(person: UUID, at: datetime) -> protocol.Actor:
    """The person with the roles of that day."""
    return actor(people.viewer_of(person, clock.local(at).date()))


def keeps(viewer: protocol.Viewer) -> bool:
    """Whether the viewer is among those who take devices in, keep them and give them back."""
    return protocol.may_keep(protocol.in_force(clock.today()), actor(viewer))


def agreeing(pupil: UUID, at: datetime) -> list[UUID]:
    """Who can agree and be given the device: guardians with authority; nobody but the pupil from 18 on."""
    on = clock.local(at).date()
    if people.is_adult(people.brief([pupil], on)[pupil].born, on):
        return [pupil]
    return [guardian.id for guardian in people.guardians_of(pupil, on) if guardian.authority]


def around(pupil: UUID, at: datetime) -> protocol.Around:
    """What the protocol asks to know of the pupil and of the day."""
    ends = timetable.end_of_school_day(clock.local(at).date())
    return protocol.Around(day_ends=ends, agreeing=frozenset(map(str, agreeing(pupil, at))))
