"""What is known of a photo once it was looked at, and why one can't be."""

from enum import StrEnum

import msgspec

from .areas import Area

MOST_BYTES = 40 * 1024 * 1024
MOST_POINTS = 60_000_000
"""Points (pixels) that a photo may have: what today's telephones make, with room to spare."""


class Telling(StrEnum):
    """What the file of a photo may tell beside the picture."""

    PLACE = "place"
    TIME = "time"
    DEVICE = "device"
    OWNER = "owner"
    SERIAL = "serial"
    PROGRAM = "program"
    WORDS = "words"
    PEOPLE = "people"
    SMALL_COPY = "small-copy"
    FILM = "film"
    EDITING = "editing"


class Told(msgspec.Struct, frozen=True):
    """One thing that the file told; `value` is empty where it is the thing itself that tells."""

    what: Telling
    value: str = ""


class Seen(msgspec.Struct, frozen=True):
    """A photo without its metadata: JPEGs of the whole and for the screen, its faces, and what its file told."""

    picture: bytes
    preview: bytes
    width: int
    height: int
    faces: tuple[Area, ...]
    told: tuple[Told, ...]
    is_animated: bool


class Problem(StrEnum):
    """Why a photo can't be looked at."""

    NOTHING = "nothing"
    TOO_HEAVY = "too-heavy"
    TOO_MANY_POINTS = "too-many-points"
    DRAWING = "drawing"
    NO_PHOTO = "no-photo"
    BROKEN = "broken"
    TOO_OFTEN = "too-often"


class Unreadable(Exception):
    """The photo can't be looked at; `points` says how many it has where those are too many."""

    def __init__(self, problem: Problem, points: int = 0) -> None:
        super().__init__(f"{problem.value}: {points:,} points" if points else problem.value)
        self.problem = problem
        self.points = points
