"""What has a term of all that goes online: questions to answer, pictures to take down, accounts to look over."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from keyzer.channels import queries as accounts
from keyzer.channels.queries import WaitingKind
from keyzer.consent import queries as consent
from keyzer.consults import queries as consults
from keyzer.kit import clock
from keyzer.kit.addresses import address, address_of
from keyzer.post.hours import school_hours
from keyzer.protocol import Role, Viewer

from .owing import Owed

QUESTION, PICTURE, ACCOUNT, FAKE = "consults:show", "consent:pictures", "channels:show", "channels:fake"
ROOMS = frozenset({QUESTION, PICTURE, ACCOUNT, FAKE})


class Thing(NamedTuple):
    """One thing that waits; `duty` tells it from another about the same."""

    room: str
    about: UUID
    duty: str
    due: datetime

    def owed(self) -> Owed:
        """As reminders go by it."""
        return Owed(self.room, self.about, self.duty, self.due, self.due, sealed=False, layer=None)

    def page(self) -> str:
        """Where it is seen to."""
        return page_of(self.room, self.about)

    def summary(self) -> str:
        """What is to be done, without a name."""
        return {
            "answer": _("Answer a question about a post"),
            "take-down": _("Take a picture down"),
            WaitingKind.REVIEW: _("Look an account over"),
            WaitingKind.SLEEPS: _("Say whether an account is still in use"),
            WaitingKind.MEND: _("Change something on an account"),
            WaitingKind.LEAVES: _("Arrange who has an account"),
            WaitingKind.FAKE: _("Look at a fake account"),
        }[self.duty]


def page_of(room: str, about: UUID) -> str:
    """Where something of these rooms is seen to; pictures stand on one page together."""
    return address(room) if room == PICTURE else address_of(room, about)


def things(viewer: Viewer, on: date) -> Iterator[Thing]:
    """All of it that waits for this person."""
    for line in consults.to_answer(viewer):
        yield Thing(QUESTION, line.id, "answer", line.due_at)
    ends = school_hours().calendar.day_ends
    for task in consent.tasks_of(UUID(viewer.id)):
        due = datetime.combine(task.due_on, ends, clock.SCHOOL_ZONE)
        yield Thing(PICTURE, task.picture, "take-down", due)
    for one in accounts.waiting_for(viewer, on):
        if one.due is not None:
            room = FAKE if one.kind is WaitingKind.FAKE else ACCOUNT
            yield Thing(room, one.id, one.kind.value, datetime.combine(one.due, ends, clock.SCHOOL_ZONE))


def who_owes_before(until: datetime, on: date) -> set[UUID]:
    """Everybody for whom something of it falls due before `until`, and perhaps some more."""
    day = clock.local(until).date()
    return consults.who_owe_before(until) | consent.who_take_down_before(day) | accounts.who_owe_before(day, on)


def may_help(viewer: Viewer, owed: Owed) -> bool:
    """Who leads the school helps with pictures and accounts; a question goes to a second person by itself."""
    return owed.room != QUESTION and viewer.holds(Role.DIRECTEUR)
