"""Accounts of the cast: a channel of the school, and one for work of a teacher."""

from uuid import UUID

from keyzer.channels import actions
from keyzer.channels.actions import Draft
from keyzer.people import queries as people
from keyzer.protocol import Viewer
from tests.cast import NOW, Cast

SCHOOL = "@DeKeyzer"
WORK = "@gym.charlie"


def viewer(person: UUID) -> Viewer:
    """Somebody with the roles of today."""
    return people.viewer_of(person, NOW.date())


def channel(cast: Cast, shown: str = SCHOOL, platform: str = "instagram") -> UUID:
    """A channel of the school through which the teacher may publish."""
    draft = Draft(
        platform=platform,
        shown=shown,
        purpose="Nieuws van school",
        recovery="In de kluis van de administratie",
        publishers=(cast.teacher,),
        deputy=cast.mentor,
    )
    return actions.register_channel(draft, by=viewer(cast.director), at=NOW)


def work(cast: Cast, shown: str = WORK) -> UUID:
    """The account for work of Charlie, who teaches gymnastics."""
    draft = Draft(
        platform="instagram",
        shown=shown,
        purpose="Gymles",
        recovery="Op het schooladres",
        pupils_may_follow=True,
        free_of_personal=True,
    )
    return actions.register_own(draft, by=viewer(cast.charlie), at=NOW)
