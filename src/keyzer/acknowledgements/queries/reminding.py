"""Who can be reminded of a signature, and whether reminders rest."""

from collections import Counter
from datetime import date
from typing import NamedTuple
from uuid import UUID

from keyzer.acknowledgements.checks import Asked, all_asked
from keyzer.acknowledgements.editions import shelf
from keyzer.acknowledgements.models import ReminderRest, Signature
from keyzer.acknowledgements.words import State
from keyzer.protocol import Audience

ANSWERED = (State.SIGNED, State.REFUSED)


class Rest(NamedTuple):
    """Nobody is reminded before `until`, or without a day until somebody starts it again."""

    until: date | None


def resting(on: date) -> Rest | None:
    """Whether nobody is to be reminded on a day."""
    row = ReminderRest.objects.values_list("until").first()
    return Rest(*row) if row and (row[0] is None or on < row[0]) else None


def owed_by(on: date) -> Counter[UUID]:
    """How many answers each person owes on a day: what is neither signed nor refused."""
    held = shelf(on)
    rows = Signature.objects.filter(edition__in=held.counting, ended_at=None, state__in=ANSWERED)
    found = rows.values_list("signer_id", "on_behalf_of_id", "audience")
    answered = {Asked(signer, child, Audience(audience)) for signer, child, audience in found}
    return Counter(one.signer for one in all_asked(held.in_force, on) - answered)


def who_owe(on: date) -> set[UUID]:
    """Everybody in the school who has not answered on a day."""
    return set(owed_by(on))
