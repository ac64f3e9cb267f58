"""Where mail for a person goes."""

from typing import NamedTuple
from uuid import UUID

from keyzer.people.models import Person


class Mailbox(NamedTuple):
    """An e-mail address, and the language to write in."""

    address: str
    language: str


def mailbox_of(person: UUID) -> Mailbox | None:
    """The address that the school holds, else that of the account; None for who has neither."""
    row = Person.objects.filter(id=person).values_list("email", "account__email", "language").first()
    address = (row[0] or row[1]) if row else None
    return Mailbox(address, row[2]) if row and address else None
