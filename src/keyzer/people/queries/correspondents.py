"""Persons as a letter needs them: how they are addressed, and where they live."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from keyzer.people.models import Person

from .persons import full_name, seats


class Correspondent(NamedTuple):
    """Who gets a letter, or is named in one. Without an address on record `address` is empty."""

    id: UUID
    name: str
    given_name: str
    class_name: str
    born: date | None
    language: str
    address: str
    has_mailbox: bool


def correspondents(ids: Iterable[UUID], on: date) -> dict[UUID, Correspondent]:
    """What letters need of persons, in two queries; their class is that of the day. An unknown id is absent."""
    wanted = tuple(set(ids))
    classes = {pupil: name for pupil, name, _layer, _class in seats(wanted, on)}
    rows = Person.objects.filter(id__in=wanted).values_list(
        "id", "given_name", "prefix", "family_name", "born", "language", "address", "email", "account__email"
    )
    return {
        person: Correspondent(
            person,
            full_name(given, prefix, family),
            given,
            classes.get(person, ""),
            born,
            language,
            address,
            bool(email or account_email),
        )
        for person, given, prefix, family, born, language, address, email, account_email in rows
    }
