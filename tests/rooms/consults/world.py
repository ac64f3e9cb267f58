"""A consult of the cast: Charlie asks the team leader."""

from datetime import datetime
from uuid import UUID

from keyzer.consults import actions
from keyzer.consults.actions import Draft
from keyzer.people import queries as people
from keyzer.protocol import Capacity, ConsultAnswer, Viewer, Wanted
from tests.cast import NOW, Cast

TEXT = "Wat een topdag met de brugklas!\nKom ook naar de open dag."


def viewer(person: UUID) -> Viewer:
    """Somebody with the roles of the first day."""
    return people.viewer_of(person, NOW.date())


def wanted(draft: str = TEXT) -> Wanted:
    """What Charlie wants to publish."""
    return Wanted(draft=draft, platform="instagram", place="@gym.charlie", capacity=Capacity.FOR_SCHOOL)


def ask(cast: Cast, *, by: UUID | None = None, about_manager: bool = False, at: datetime = NOW) -> UUID:
    """Charlie, or `by`, asks."""
    asker = viewer(by or cast.charlie)
    return actions.ask(wanted(), "Mag de klas erbij?", about_manager=about_manager, by=asker, at=at)


def answer(
    consult: UUID, by: UUID, said: ConsultAnswer = ConsultAnswer.YES, *, seen: int = 1, at: datetime = NOW
) -> None:
    """Somebody answers as it should be done."""
    draft = Draft(said, "Zo is het goed.", "Zonder namen." if said is ConsultAnswer.YES_IF else "", ("personeel-1",))
    actions.answer(consult, draft, seen=seen, by=viewer(by), at=at)
