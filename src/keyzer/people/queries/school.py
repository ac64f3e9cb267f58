"""The one school of this database."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from keyzer.kit.prepared import prepared
from keyzer.people.models import School


class NoSchool(Exception):
    """The database serves no school yet."""


class SchoolBrief(NamedTuple):
    """The school that this database serves; `stream` is its history in the ledger."""

    name: str
    place: str
    demo: bool
    edition: str
    settings: Mapping[str, Any]
    stream: UUID


def school() -> SchoolBrief:
    """The one school of this database. Raises NoSchool."""
    row = _schools()
    if not row:
        raise NoSchool("this database serves no school yet: run `keyzer init`")
    return SchoolBrief(*row[0])


@prepared
def _schools() -> QuerySet[School, tuple[str, str, bool, str, Any, UUID]]:
    return School.objects.values_list("name", "place", "demo", "edition", "settings", "stream")[:1]
