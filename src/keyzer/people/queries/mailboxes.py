"""Where mail for a person goes."""

from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from keyzer.kit.prepared import prepared
from keyzer.people.models import Person


class Mailbox(NamedTuple):
    """An e-mail address, and the language to write in."""

    address: str
    language: str


def mailbox_of(person: UUID) -> Mailbox | None:
    """The address that the school holds, else that of the account; None for who has neither."""
    for own, of_account, language in _addresses(person):
        if address := own or of_account:
            return Mailbox(address, language)
    return None


@prepared
def _addresses(person: UUID) -> QuerySet[Person, tuple[str, str | None, str]]:
    return Person.objects.filter(id=person).values_list("email", "account__email", "language")
