"""By which words a file from elsewhere tells who it is about: a school number, an address, or a guardian's name."""

from collections import defaultdict
from typing import NamedTuple
from uuid import UUID

from keyzer.people.models import Guardianship, Person

from .persons import full_name


class Directory(NamedTuple):
    """Everybody in the school's tables. Addresses and names are in lower case, and may be of several people.

    `guardians` is by child, also of who is no guardian any more.
    """

    numbers: dict[str, UUID]
    addresses: dict[str, set[UUID]]
    guardians: dict[UUID, dict[str, set[UUID]]]


def directory() -> Directory:
    """Everybody, in two queries."""
    found = Directory({}, defaultdict(set), defaultdict(lambda: defaultdict(set)))
    for person, number, *addresses in Person.objects.values_list("id", "number", "email", "account__email").iterator():
        if number:
            found.numbers[number] = person
        for address in filter(None, addresses):
            found.addresses[address.lower()].add(person)
    parts = ("guardian__given_name", "guardian__prefix", "guardian__family_name")
    for child, guardian, *names in Guardianship.objects.values_list("child_id", "guardian_id", *parts).iterator():
        found.guardians[child][full_name(*names).lower()].add(guardian)
    return found
