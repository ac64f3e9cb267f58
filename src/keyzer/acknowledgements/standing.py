"""How far the school is, in words and drawings: by audience, by class, and whom it still waits for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.utils.translation import gettext as _

from keyzer.design.rows import Row
from keyzer.kit.addresses import address_of
from keyzer.protocol import Audience, Role, Viewer

from .queries import ClassLine, Count, Coverage, MissingLine, RefusalLine, may_see_class
from .queries.reminding import Rest
from .speaking import audience, state_pill
from .words import State

WHOLE = 1000
"""The length of a bar."""
PRINCIPALS = (Role.DIRECTEUR, Role.BESTUUR)
"""Who lets reminders rest, and reads why somebody refused."""


@dataclass(frozen=True)
class Bar:
    """Counts with a bar of them: `signed` and `refused` are its parts, of WHOLE."""

    label: str
    count: Count
    signed: int
    refused: int
    percent: int


@dataclass(frozen=True)
class Seat:
    """A class in the grid; `quarter` is how far it is, from 0 to 4, `url` is empty for who may not open it."""

    name: str
    percent: int
    quarter: int
    missing: int
    url: str


@dataclass(frozen=True)
class Standing:
    """The page of how far the school is."""

    total: Bar
    audiences: list[Bar]
    locations: list[Bar]
    years: list[tuple[int, list[Seat]]]
    tables: list[tuple[str, list[Bar]]]
    rest: Rest | None
    is_principal: bool


def standing(viewer: Viewer, found: Coverage, rest: Rest | None) -> Standing:
    """How far it is, for somebody who looks after some of it."""
    seats = [(line.seat.layer, _seat(viewer, line)) for line in found.classes]
    years = [(layer, [seat for _layer, seat in group]) for layer, group in groupby(seats, key=lambda one: one[0])]
    has_buildings = any(found.locations)
    return Standing(
        total=bar(_("Everybody"), found.total),
        audiences=_audiences(found.audiences),
        locations=[bar(_building(name), count) for name, count in found.locations.items()] if has_buildings else [],
        years=years,
        tables=list(_tables(found, has_buildings=has_buildings)),
        rest=rest,
        is_principal=viewer.holds(*PRINCIPALS),
    )


def _tables(found: Coverage, *, has_buildings: bool) -> Iterator[tuple[str, list[Bar]]]:
    """The figures under the drawings: of everybody, of each building, of each class."""
    yield _("Everybody"), [*_audiences(found.audiences), bar(_("Together"), found.total)]
    for name, counts in found.audiences_in.items() if has_buildings else ():
        yield _building(name), [*_audiences(counts), bar(_("Together"), found.locations[name])]
    yield _("By class"), [bar(line.seat.name, line.signatures) for line in found.classes]


def _audiences(counts: Mapping[Audience, Count]) -> list[Bar]:
    return [bar(audience(one).capitalize(), count) for one, count in counts.items()]


def _building(name: str) -> str:
    return name or _("No building")


def bar(label: str, count: Count) -> Bar:
    """The bar of a count; what is not complete is never told as 100 %."""
    return Bar(label, count, _part(count.signed, count), _part(count.refused, count), _percent(count))


def _seat(viewer: Viewer, line: ClassLine) -> Seat:
    seat, percent = line.seat, _percent(line.signatures)
    is_own = may_see_class(viewer, seat.id, {seat.layer})
    url = address_of("acknowledgements:class", seat.id) if is_own else ""
    return Seat(seat.name, percent, percent // 25, line.signatures.asked - line.signatures.signed, url)


def _part(some: int, count: Count) -> int:
    return some * WHOLE // count.asked if count.asked else 0


def _percent(count: Count) -> int:
    return count.signed * 100 // count.asked if count.asked else 100


def missing_rows(lines: Iterable[MissingLine]) -> list[tuple[str, list[Row]]]:
    """Who still must sign in a class: pupils, guardians for a pupil, and guardians for themselves."""
    titles = (_("Pupils"), _("Parents and guardians, for their child"), _("Parents and guardians, for themselves"))
    groups: list[list[Row]] = [[], [], []]
    for line in lines:
        groups[_group(line)].append(_missing_row(line))
    return [(title, rows) for title, rows in zip(titles, groups, strict=True) if rows]


def _group(line: MissingLine) -> int:
    if line.asked.signer != line.asked.on_behalf_of:
        return 1
    return 0 if line.asked.audience is Audience.LEERLING else 2


def _missing_row(line: MissingLine) -> Row:
    for_child = line.asked.signer != line.asked.on_behalf_of
    kind, label = state_pill(line.state)
    detail = _("for %(name)s") % {"name": line.on_behalf_of} if for_child else ""
    return Row(sentence=line.name, detail=detail, kind=kind, label=label if line.state else "")


def owing(lines: Sequence[MissingLine]) -> set[UUID]:
    """Who can be reminded: who refused has answered."""
    return {line.asked.signer for line in lines if line.state in {None, State.WITHDRAWN}}


def refusal_name(line: RefusalLine) -> str:
    """Who does not sign, and for whom."""
    return _("%(name)s, for %(child)s") % {"name": line.name, "child": line.child} if line.child else line.name
