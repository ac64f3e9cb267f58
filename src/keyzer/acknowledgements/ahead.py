"""What is to come: who will be bound, what a new edition asks, and refusals about which the school decides."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from keyzer.design.moments import in_full
from keyzer.design.rows import Row
from keyzer.protocol import Change, Edition

from . import queries
from .decided import DecisionCard, cards
from .editions import shelf
from .queries import RefusalLine
from .speaking import audience
from .standing import refusal_name


@dataclass(frozen=True)
class Expected:
    """An edition that was not in force yet, and how many signatures it asks."""

    heading: str
    is_major: bool
    new: int
    standing: int
    by_audience: list[tuple[str, int]]


class Refusal(NamedTuple):
    """A refusal in words, with what was decided about it so far."""

    signature: UUID
    name: str
    when: str
    reason: str
    decisions: list[DecisionCard]


@dataclass(frozen=True)
class Ahead:
    """The page of what is to come; `if_major` is how many signatures a major change would ask today."""

    editions: list[Expected]
    if_major: int
    rows: list[Row]


def ahead(on: date) -> Ahead:
    """Who is not bound yet, and what each coming edition would ask of who is bound now."""
    coming = [edition for edition in shelf(on).editions.values() if edition.in_force_from > on]
    rows = [
        Row(sentence=line.name, detail=audience(line.audience), icon="calendar", kind="info", label=in_full(line.since))
        for line in queries.not_bound_yet(on)
    ]
    return Ahead([_expected(edition, on) for edition in coming], queries.coverage(on).total.asked, rows)


def told(lines: list[RefusalLine]) -> list[Refusal]:
    """Refusals in words, newest first."""
    return [one_told(line) for line in lines]


def one_told(line: RefusalLine) -> Refusal:
    """One refusal in words."""
    decisions = cards((one, "") for one in line.decisions)
    return Refusal(line.signature, refusal_name(line), in_full(line.at), line.reason, decisions)


def _expected(edition: Edition, on: date) -> Expected:
    found = queries.forecast(edition, on)
    counts = [(audience(one), many) for one, many in found.by_audience.items()]
    heading = _("In force from %(day)s") % {"day": in_full(edition.in_force_from)}
    return Expected(heading, edition.change is Change.MAJOR, found.new, found.standing, counts)
