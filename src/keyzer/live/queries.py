"""What changed, and how often something did."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import connection

from keyzer.live.models import Topic

LONGEST_TRANSACTION = timedelta(seconds=30)
"""What was told so long before it was committed is still found."""


class Change(NamedTuple):
    """A topic with its number as it is now, and when it last rose."""

    name: str
    number: int
    at: datetime


def number_of(names: Collection[str]) -> int:
    """One number for all these topics together; it grows with each change. Read it before what you show.

    By SQL of our own: every front page of a pupil asks it, and Django takes longer to write it than to get the answer.
    """
    marks = ", ".join(["%s"] * len(names))
    with connection.cursor() as cursor:
        table = Topic._meta.db_table  # noqa: SLF001 -- Django's own way to ask for it
        cursor.execute(f"SELECT sum(number) FROM {table} WHERE name IN ({marks})", list(names))  # noqa: S608 -- a name of ours
        return int(cursor.fetchone()[0] or 0)


def since(numbers: Mapping[str, int]) -> dict[str, int]:
    """Of these topics the ones that changed after the given numbers, with their numbers now."""
    found = Topic.objects.filter(name__in=numbers).values_list("name", "number")
    return {name: number for name, number in found if number > numbers[name]}


def changed_since(newest: datetime | None) -> list[Change]:
    """Every topic that may have changed after the newest change that was seen; all topics when nothing was seen yet.

    Some come again and again: a transaction may be committed later than one that began after it.
    """
    topics = Topic.objects.all() if newest is None else Topic.objects.filter(at__gte=newest - LONGEST_TRANSACTION)
    return [Change(*row) for row in topics.values_list("name", "number", "at")]
