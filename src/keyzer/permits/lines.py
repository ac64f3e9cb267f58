"""Rows of pupils and of standing agreements."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from keyzer.design.rows import Row
from keyzer.kit.addresses import address, address_of
from keyzer.people.queries import PersonBrief
from keyzer.protocol import Viewer

from . import queries
from .pages import devices
from .queries import ExemptionLine


@dataclass(frozen=True, kw_only=True)
class AgreementLine:
    """One agreement as its list shows it."""

    id: UUID
    name: str
    class_name: str
    devices: str
    since: date
    until: date
    review_on: date
    is_to_review: bool


def found_rows(pupils: Iterable[PersonBrief]) -> list[Row]:
    """Pupils who were found, each leading to the answer."""
    return _rows(pupils, "permits:pupil")


def agree_rows(pupils: Iterable[PersonBrief]) -> list[Row]:
    """Pupils who were found, each leading to a new agreement."""
    return _rows(pupils, "permits:agree")


def agreement_lines(lines: Iterable[ExemptionLine], today: date) -> list[AgreementLine]:
    """Agreements, with whether somebody should look at them again."""
    return [
        AgreementLine(
            id=line.id,
            name=line.name,
            class_name=line.class_name,
            devices=devices(line.kinds),
            since=line.since,
            until=line.until,
            review_on=line.review_on,
            is_to_review=line.review_on <= today,
        )
        for line in lines
    ]


def review_rows(viewer: Viewer, today: date) -> list[Row]:
    """Agreements that this person looks at again, from the day on which the school asks whether it is still needed."""
    if not queries.may_agree(viewer, today):
        return []
    return [
        Row(
            sentence=_("The agreement about %(name)s: is it still needed?") % {"name": line.name},
            url=address("permits:agreements"),
            icon="phone",
            detail=_("Class %(name)s") % {"name": line.class_name},
            due=line.until,
        )
        for line in queries.to_review(viewer, today)
    ]


def _rows(pupils: Iterable[PersonBrief], page: str) -> list[Row]:
    return [
        Row(
            sentence=one.name,
            url=address_of(page, one.id),
            icon="person",
            detail=_("Class %(name)s") % {"name": one.class_name},
        )
        for one in pupils
    ]
