"""The pages of classes and rooms for the wall and the door."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from keyzer.people import queries as people
from keyzer.permits.models import WallLink
from keyzer.protocol import Role, Standing, Viewer
from keyzer.timetable import queries as timetable

from .now import standing_of_class, standing_of_room

MAY_HANG = (Role.DOCENT, Role.MENTOR, Role.COORDINATOR, Role.TEAMLEIDER, Role.DIRECTEUR, Role.OOP, Role.BEHEERDER)
MAY_TAKE_DOWN = (Role.TEAMLEIDER, Role.DIRECTEUR, Role.BEHEERDER)
COLUMNS = ("id", "token", "school_class_id", "school_class__name", "room")


class Wall(NamedTuple):
    """A page that stands; it is of a class, or of a room when there is no class."""

    id: UUID
    token: str
    school_class: UUID | None
    class_name: str | None
    room: str

    @property
    def name(self) -> str:
        """What stands above the page."""
        return self.class_name or self.room

    @property
    def topic(self) -> str:
        """What its page listens to, as the actions tell it."""
        return f"class:{self.school_class}" if self.school_class else f"room:{self.room}"


class Place(NamedTuple):
    """A class of a year, or a room, with its page if it has one."""

    name: str
    school_class: UUID | None
    layer: int | None
    wall: Wall | None


def may_take_down(viewer: Viewer) -> bool:
    """Whether somebody may let a page end: everybody who looks at it would be left with nothing."""
    return viewer.holds(*MAY_TAKE_DOWN)


def wall(token: str) -> Wall | None:
    """The page with this word in its address; None when there is none, or none any more."""
    row = WallLink.objects.filter(token=token, withdrawn_at=None).values_list(*COLUMNS).first()
    return Wall(*row) if row else None


def wall_by_id(wall: UUID) -> Wall | None:
    """The page; None when there is none, or none any more."""
    row = WallLink.objects.filter(id=wall, withdrawn_at=None).values_list(*COLUMNS).first()
    return Wall(*row) if row else None


def standing_of(wall: Wall, at: datetime) -> Standing:
    """What the page says at `at`."""
    return standing_of_class(wall.school_class, at) if wall.school_class else standing_of_room(wall.room, at)


def places(on: date) -> tuple[list[Place], list[Place]]:
    """All classes and all rooms of that day, and rooms that have a page though nobody teaches there any more."""
    stand = [Wall(*row) for row in WallLink.objects.filter(withdrawn_at=None).values_list(*COLUMNS)]
    by_class = {one.school_class: one for one in stand if one.school_class}
    by_room = {one.room: one for one in stand if one.room}
    classes = [Place(one.name, one.id, one.layer, by_class.get(one.id)) for one in people.classes(on)]
    names = sorted({*timetable.rooms(on), *by_room})
    return classes, [Place(name, None, None, by_room.get(name)) for name in names]
