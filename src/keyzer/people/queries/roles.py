"""Which roles somebody holds on a day, and who holds a role."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from keyzer import protocol
from keyzer.kit.prepared import prepared
from keyzer.people.models import RoleHeld
from keyzer.protocol import Role

from .families import ties
from .persons import PersonBrief, Seat, brief_seated, holds, is_adult, seats

STAFF = (
    Role.DOCENT,
    Role.MENTOR,
    Role.COORDINATOR,
    Role.TEAMLEIDER,
    Role.ZORGCOORDINATOR,
    Role.VEILIGHEIDSCOORDINATOR,
    Role.VERTROUWENSPERSOON,
    Role.DIRECTEUR,
    Role.BESTUUR,
    Role.HR,
    Role.OOP,
    Role.BEHEERDER,
)
AT_WORK = tuple(role for role in Role if role not in {Role.LEERLING, Role.OUDER})
"""Who has a task at the school, paid or not."""


def viewer_of(person_id: UUID, on: date) -> protocol.Viewer:
    """Who looks: roles given, the class a pupil sits in, and the children under 18 with authority, all as of `on`."""
    return _viewer(person_id, on, seats((person_id,), on))


def recognised(person_id: UUID, on: date) -> tuple[protocol.Viewer, PersonBrief]:
    """Who looks, for the rules and for the page; the class is asked once."""
    seated = seats((person_id,), on)
    return _viewer(person_id, on, seated), brief_seated((person_id,), seated)[person_id]


def _viewer(person_id: UUID, on: date, seated: Iterable[Seat]) -> protocol.Viewer:
    tied = ties(person_id, on)
    roles = [_held(Role(role), layer, class_id) for role, layer, class_id in _roles(person_id, on)]
    roles += [_held(Role.LEERLING, layer, class_id) for _, _, layer, class_id in seated]
    if tied:
        roles.append(_held(Role.OUDER, None, None))
    children = frozenset(str(child) for child, authority, born in tied if authority and not is_adult(born, on))
    return protocol.Viewer(id=str(person_id), roles=tuple(dict.fromkeys(roles)), guardian_of=children)


def holders(role: Role, on: date, layer: int | None = None) -> list[UUID]:
    """Who holds a role on that day; with `layer`, those who hold it for that layer or for the whole school."""
    rows = RoleHeld.objects.filter(holds(on), role=role)
    if layer is not None:
        rows = rows.filter(Q(layer=layer) | Q(layer=None, school_class=None))
    return list(rows.order_by("person_id").values_list("person_id", flat=True).distinct())


def _held(role: Role, layer: int | None, class_id: UUID | None) -> protocol.RoleHeld:
    return protocol.RoleHeld(role=role, layer=layer, class_id=str(class_id) if class_id else None)


@prepared
def _roles(person: UUID, on: date) -> QuerySet[RoleHeld, tuple[str, int | None, UUID | None]]:
    return RoleHeld.objects.filter(holds(on), person_id=person).values_list("role", "layer", "school_class_id")
