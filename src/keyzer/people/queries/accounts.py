"""Ways in: the account of a person, and the doors of the demo school."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS
from django.db.models import QuerySet

from keyzer.kit.prepared import Number, prepared
from keyzer.people.models import Enrolment, Guardianship, RoleHeld, User
from keyzer.protocol import Role

from .persons import NAME, full_name, holds


class Door(NamedTuple):
    """Somebody one can be in the demo school."""

    person: UUID
    name: str
    role: Role
    layer: int | None
    class_name: str


def account(number: int) -> User | None:
    """The account with this number, active or not: with every request of somebody who has signed in it is asked."""
    found = _accounts(Number(number))
    columns = [field.attname for field in User._meta.concrete_fields]  # noqa: SLF001 -- Django's own name for them
    return User.from_db(DEFAULT_DB_ALIAS, columns, found[0]) if found else None


@prepared
def _accounts(number: int) -> QuerySet[User, tuple[Any, ...]]:
    columns = [field.attname for field in User._meta.concrete_fields]  # noqa: SLF001 -- Django's own name for them
    return User.objects.filter(id=number).values_list(*columns)


def account_of(person_id: UUID) -> User | None:
    """The active account of a person, to sign in with."""
    return User.objects.filter(person_id=person_id, is_active=True).first()


def doors(on: date, featured: Collection[UUID], each: int) -> list[Door]:
    """For each role at most `each` people with an account, those of `featured` before others. For the demo alone."""
    found: dict[Role, list[Door]] = {role: [] for role in Role}
    for door in sorted(_all_doors(on), key=lambda door: (door.person not in featured, door.class_name)):
        others = found[door.role]
        if len(others) < each and all(door.person != other.person for other in others):
            others.append(door)
    return [door for role in found for door in found[role]]


def _all_doors(on: date) -> Iterator[Door]:
    """Everybody with an account in every role; pupils and guardians among them."""
    roles = RoleHeld.objects.filter(holds(on), person__account__is_active=True).order_by("layer", "person_id")
    staff = ("person_id", "role", "layer", "school_class__name", *(f"person__{part}" for part in NAME))
    for person, role, layer, class_name, *name in roles.values_list(*staff):
        yield Door(person, full_name(*name), Role(role), layer, class_name or "")
    places = Enrolment.objects.filter(holds(on), pupil__account__is_active=True).order_by("pupil__number")
    pupils = ("pupil_id", "school_class__layer", "school_class__name", *(f"pupil__{part}" for part in NAME))
    for person, layer, class_name, *name in places.values_list(*pupils):
        yield Door(person, full_name(*name), Role.LEERLING, layer, class_name)
    ties = Guardianship.objects.filter(holds(on), guardian__account__is_active=True).order_by("child__number")
    for person, *name in ties.values_list("guardian_id", *(f"guardian__{part}" for part in NAME)):
        yield Door(person, full_name(*name), Role.OUDER, None, "")
