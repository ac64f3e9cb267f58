"""What holds now: for a pupil, for a class and for a room. The edition answers; here the facts are gathered."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from keyzer import protocol
from keyzer.custody.queries import in_custody
from keyzer.kit.clock import local
from keyzer.kit.prepared import prepared
from keyzer.people import queries as people
from keyzer.permits.devices import parted
from keyzer.permits.models import Exemption, Permit
from keyzer.protocol import BreakRule, Device, GivenLeave, KnownNow, Span, Standing
from keyzer.timetable import queries as timetable
from keyzer.timetable.bells import Bells, bells_of

MOST_FOUND = 20


def pupils_found(viewer: protocol.Viewer, text: str) -> list[people.PersonBrief]:
    """Pupils by name, number or class; nothing for who does not work here."""
    return [one for one in people.search(viewer, text, MOST_FOUND) if one.layer is not None]


def standing_of_pupil(pupil: UUID, at: datetime) -> Standing:
    """Whether this pupil may use a phone at `at`; who has no class here today has no lesson either."""
    day = local(at).date()
    seats = [class_id for _pupil, _name, _layer, class_id in people.seats((pupil,), day)]
    return standing_in(pupil, seats[-1] if seats else None, at)


def standing_in(pupil: UUID, school_class: UUID | None, at: datetime) -> Standing:
    """As `standing_of_pupil`, where the class is known."""
    known = _known(people.school().settings, school_class, at, pupil)
    return protocol.standing(protocol.in_force(known.day), known, at)


def standing_of_class(school_class: UUID, at: datetime) -> Standing:
    """Whether the whole class may use phones at `at`; leave for some of its pupils does not count."""
    known = _known(people.school().settings, school_class, at)
    return protocol.standing(protocol.in_force(known.day), known, at)


def standing_of_room(room: str, at: datetime) -> Standing:
    """As `standing_of_class`, of whoever has a lesson there; of two classes together both need leave."""
    settings = people.school().settings
    lessons = timetable.lessons_in_room(bells_of(settings), room, at)
    classes: list[UUID | None] = [*dict.fromkeys(one.school_class for one in lessons)]
    edition = protocol.in_force(local(at).date())
    found = [protocol.standing(edition, _known(settings, one, at), at) for one in classes or [None]]
    return next((one for one in found if not one.allowed), found[0])


def _known(settings: Mapping[str, Any], school_class: UUID | None, at: datetime, pupil: UUID | None = None) -> KnownNow:
    day, bells = local(at).date(), bells_of(settings)
    periods = bells.periods(day)
    return KnownNow(
        day=day,
        lessons=_lessons(bells, school_class, day),
        school_day=Span(periods[0].starts, periods[-1].ends) if periods else None,
        leave=leave_of(school_class, at) if school_class and periods else (),
        pupil=str(pupil) if pupil else None,
        exempt=exempt(pupil, day) if pupil and periods else frozenset(),
        in_custody=pupil is not None and bool(in_custody([pupil])),
        breaks=BreakRule(settings.get("phone_in_breaks", BreakRule.MAG)),
        break_words=settings.get("phone_in_breaks_words", ""),
    )


def _lessons(bells: Bells, school_class: UUID | None, day: date) -> tuple[Span, ...]:
    """When the class has lessons on that day; every hour counts while nobody entered the lessons of the class."""
    if school_class is None or not bells.is_open(day):
        return ()
    week = timetable.lessons_of_class(school_class, day) if bells.normal else []
    hours = [one.period for one in timetable.on_day(bells, week, day)] if week else bells.periods(day)
    return tuple(dict.fromkeys(Span(hour.starts, hour.ends) for hour in sorted(hours)))


def leave_of(school_class: UUID, at: datetime) -> tuple[GivenLeave, ...]:
    """All leave of a class that is not over at `at` and was not taken back."""
    found: dict[UUID, tuple[Span, frozenset[Device]]] = {}
    pupils: dict[UUID, set[str]] = defaultdict(set)
    for permit, starts, ends, kinds, pupil in _leave(school_class, at):
        found[permit] = (Span(starts, ends), parted(kinds))
        if pupil is not None:
            pupils[permit].add(str(pupil))
    return tuple(
        GivenLeave(span=span, kinds=kinds, pupils=frozenset(pupils[permit])) for permit, (span, kinds) in found.items()
    )


def exempt(pupil: UUID, day: date) -> frozenset[Device]:
    """The devices that this pupil may use in lessons by a standing agreement."""
    return frozenset().union(*(parted(kinds) for (kinds,) in _exempt(pupil, day)))


@prepared
def _leave(school_class: UUID, at: datetime) -> QuerySet[Permit, tuple[UUID, datetime, datetime, str, UUID | None]]:
    rows = Permit.objects.filter(school_class_id=school_class, withdrawn_at=None, ends__gt=at).order_by("starts", "id")
    return rows.values_list("id", "starts", "ends", "kinds", "pupils__pupil_id")


@prepared
def _exempt(pupil: UUID, day: date) -> QuerySet[Exemption, tuple[str]]:
    rows = Exemption.objects.filter(pupil_id=pupil, ended_at=None, since__lte=day, until__gte=day)
    return rows.values_list("kinds")
