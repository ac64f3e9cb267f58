"""The accounts through which one person may publish, and what the register says that they show."""

from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from keyzer.channels import events
from keyzer.channels.events import Kind
from keyzer.channels.models import Account
from keyzer.ledger import queries as ledger

from .accounts import Line, as_lines


class Usable(NamedTuple):
    """An account that is somebody's to use. `free_of_personal` is None where nobody in charge of it said so yet."""

    line: Line
    free_of_personal: bool | None


def usable_by(person: UUID) -> list[Line]:
    """Accounts in use that are of this person, or through which this person may publish for the school."""
    rows = Account.objects.filter(_theirs(person), retired_at=None).order_by("kind", "shown").distinct()
    return as_lines(list(rows), on=None)


def stopped(person: UUID, account: UUID) -> Line | None:
    """An account that was theirs to use until it was retired; None for any other."""
    rows = Account.objects.filter(_theirs(person), id=account, retired_at__isnull=False).distinct()
    return next(iter(as_lines(list(rows), on=None)), None)


def usable(person: UUID, account: UUID) -> Usable | None:
    """One of them; None for an account that is not theirs to use, or is retired."""
    line = next((one for one in usable_by(person) if one.id == account), None)
    return Usable(line, _is_free_of_personal(line)) if line else None


def _theirs(person: UUID) -> Q:
    return Q(owner_id=person) | Q(deputy_id=person) | Q(publishers__person_id=person)


def _is_free_of_personal(line: Line) -> bool | None:
    """What was said last: by who registered it, by its review, or nothing yet by who has taken it over."""
    if line.kind is Kind.SCHOOL:
        return True
    for told in reversed(ledger.read(line.id)):
        match events.read(told.content):
            case events.Reviewed(is_right=is_right):
                return is_right
            case events.HandedOver():
                return None
            case events.Registered(free_of_personal=is_free):
                return is_free
    return None
