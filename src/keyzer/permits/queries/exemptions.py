"""Standing exemptions: for who may agree on them whole, for a teacher only that it is allowed."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from keyzer import protocol
from keyzer.people import queries as people
from keyzer.permits.devices import parted
from keyzer.permits.models import Exemption
from keyzer.protocol import Device


class ExemptionLine(NamedTuple):
    """An agreement that holds or will hold."""

    id: UUID
    pupil: UUID
    name: str
    class_name: str
    layer: int | None
    kinds: frozenset[Device]
    since: date
    until: date
    review_on: date
    by: UUID


def may_agree(viewer: protocol.Viewer, on: date) -> bool:
    """Whether somebody agrees on exemptions, for whichever pupils."""
    return viewer.holds(*protocol.exemption_granters(protocol.in_force(on)))


def reaches(viewer: protocol.Viewer, layer: int | None, on: date) -> bool:
    """Whether somebody agrees on exemptions for pupils of this year."""
    granters = protocol.exemption_granters(protocol.in_force(on))
    return any(held.role in granters and held.layer in {None, layer} for held in viewer.roles)


def exemptions(viewer: protocol.Viewer, on: date) -> list[ExemptionLine]:
    """What holds now or later, for pupils whom the viewer agrees on exemptions for; what is to be reviewed first."""
    found = _lines(Exemption.objects.filter(ended_at=None, until__gte=on), on)
    return [line for line in found if reaches(viewer, line.layer, on)]


def exemption(viewer: protocol.Viewer, exemption: UUID, on: date) -> ExemptionLine | None:
    """One that has not ended; None for who may not see it."""
    found = _lines(Exemption.objects.filter(id=exemption, ended_at=None), on)
    return next((line for line in found if reaches(viewer, line.layer, on)), None)


def to_review(viewer: protocol.Viewer, on: date) -> list[ExemptionLine]:
    """What the viewer must look at again on that day: what he agreed on, and what nobody would look at any more.

    That is what was agreed by who has left, or has no longer a role that reaches the pupil.
    """
    due = Exemption.objects.filter(ended_at=None, review_on__lte=on, until__gte=on)
    lines = [line for line in _lines(due, on) if reaches(viewer, line.layer, on)]
    others = {line.layer for line in lines if str(line.by) != viewer.id}
    granters = {layer: _granters(layer, on) for layer in others}
    return [line for line in lines if str(line.by) == viewer.id or line.by not in granters[line.layer]]


def exempt_among(pupils: Collection[UUID], on: date) -> dict[UUID, frozenset[Device]]:
    """Of these pupils who may use what in lessons on that day; not since when, and not by whom."""
    holds = Q(ended_at=None, since__lte=on, until__gte=on)
    found: dict[UUID, frozenset[Device]] = {}
    for pupil, kinds in Exemption.objects.filter(holds, pupil_id__in=pupils).values_list("pupil_id", "kinds"):
        found[pupil] = found.get(pupil, frozenset()) | parted(kinds)
    return found


def _granters(layer: int | None, on: date) -> frozenset[UUID]:
    """Who agrees on exemptions for pupils of this year now."""
    roles = protocol.exemption_granters(protocol.in_force(on))
    return frozenset(person for role in roles for person in people.holders(role, on, layer))


def _lines(rows: QuerySet[Exemption], on: date) -> list[ExemptionLine]:
    columns = ("id", "pupil_id", "kinds", "since", "until", "review_on", "by_id")
    found = list(rows.order_by("review_on", "until", "id").values_list(*columns))
    known = people.brief((pupil for _id, pupil, *_rest in found), on)
    return [
        ExemptionLine(one, pupil, known[pupil].name, known[pupil].class_name, known[pupil].layer, parted(kinds), *rest)
        for one, pupil, kinds, *rest in found
    ]
