"""Every read about people, as of a day: roles, classes and guardianship are honoured only while they hold."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from keyzer import protocol
from keyzer.kit import clock
from keyzer.kit.prepared import prepared
from keyzer.protocol import Role

from .models import Employment, Enrolment, Guardianship, Person, RoleHeld, School, User

ADULT = 18
MOST_WORDS = 6  # each costs the database a condition
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
_IN_TURN = (Role.COORDINATOR, Role.DIRECTEUR, Role.BESTUUR)
_NAME = ("given_name", "prefix", "family_name")


class NoSchool(Exception):
    """The database serves no school yet."""


class NobodyLeft(Exception):
    """Everybody who could take this on is party to it, or nobody holds the role on that day."""


class PersonBrief(NamedTuple):
    """What a list needs of a person. Who is not a pupil on that day has no class and no layer."""

    id: UUID
    name: str
    number: str | None
    class_name: str
    layer: int | None
    born: date | None
    language: str


class GuardianBrief(NamedTuple):
    """An adult's tie to a child. `authority` ends on the day that the child turns 18 (WVO 2020, 8.1)."""

    id: UUID
    name: str
    authority: bool
    lives_with: bool
    phone: str
    email: str
    language: str


class Door(NamedTuple):
    """Somebody one can be in the demo school."""

    person: UUID
    name: str
    role: Role
    layer: int | None
    class_name: str


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


def viewer_of(person_id: UUID, on: date) -> protocol.Viewer:
    """Who looks: roles given, the class a pupil sits in, and the children under 18 with authority, all as of `on`."""
    ties = _ties(person_id, on)
    roles = [_held(Role(role), layer, class_id) for role, layer, class_id in _roles(person_id, on)]
    roles += [_held(Role.LEERLING, layer, class_id) for _, _, layer, class_id in _seats((person_id,), on)]
    if ties:
        roles.append(_held(Role.OUDER, None, None))
    children = frozenset(str(child) for child, authority, born in ties if authority and not is_adult(born, on))
    return protocol.Viewer(id=str(person_id), roles=tuple(dict.fromkeys(roles)), guardian_of=children)


def names(ids: Iterable[UUID]) -> dict[UUID, str]:
    """Full names, in one query; an unknown id is absent."""
    return {person: _full_name(*parts) for person, _, _, _, *parts in _persons(tuple(set(ids)))}


def brief(ids: Iterable[UUID], on: date | None = None) -> dict[UUID, PersonBrief]:
    """What lists show of persons, in two queries; their class is that of `on`, or of today."""
    wanted = set(ids)
    places = _places(wanted, on or clock.today())
    found = {}
    for person, number, born, language, *parts in _persons(tuple(wanted)):
        class_name, layer = places.get(person, ("", None))
        found[person] = PersonBrief(person, _full_name(*parts), number, class_name, layer, born, language)
    return found


def guardians_of(child_id: UUID, on: date) -> list[GuardianBrief]:
    """All adults tied to a child on that day, those with authority first."""
    rows = Guardianship.objects.filter(_holds(on), child_id=child_id).select_related("guardian", "child")
    return [
        GuardianBrief(
            id=tie.guardian_id,
            name=str(tie.guardian),
            authority=tie.authority and not is_adult(tie.child.born, on),
            lives_with=tie.lives_with,
            phone=tie.guardian.phone,
            email=tie.guardian.email,
            language=tie.guardian.language,
        )
        for tie in rows.order_by("-authority", "-lives_with", "guardian_id")
    ]


def layer_of(pupil_id: UUID, on: date) -> int | None:
    """The year of study of a pupil on that day; None for who is not a pupil then."""
    return _places({pupil_id}, on).get(pupil_id, ("", None))[1]


def holders(role: Role, on: date, layer: int | None = None) -> list[UUID]:
    """Who holds a role on that day; with `layer`, those who hold it for that layer or for the whole school."""
    rows = RoleHeld.objects.filter(_holds(on), role=role)
    if layer is not None:
        rows = rows.filter(Q(layer=layer) | Q(layer=None, school_class=None))
    return list(rows.order_by("person_id").values_list("person_id", flat=True).distinct())


def coordinator_for(layer: int | None, on: date, without: Collection[UUID] = ()) -> UUID:
    """Whom a report goes to (leerlingen-8): the layer's own coordinator, else the nearest other, else who is above.

    Never one of `without`: they are party. Raises NobodyLeft.
    """
    found = [
        (_IN_TURN.index(Role(role)), _distance(layer, own), person)
        for person, role, own in _receivers(on)
        if person not in without
    ]
    if not found:
        raise NobodyLeft(
            "every coordinator, director and board member is party: give another person one of these roles"
        )
    return min(found)[2]


def manager_of(staff_id: UUID, on: date, without: Collection[UUID] = ()) -> UUID:
    """To whom a member of staff answers (personeel-1); one in `without` is passed by. Raises NobodyLeft."""
    current, passed = _direct_manager(staff_id, on), {staff_id}
    while current is not None and current not in passed:
        if current not in without:
            return current
        passed.add(current)
        current = _direct_manager(current, on)
    for role in (Role.DIRECTEUR, Role.BESTUUR):
        if left := [person for person in holders(role, on) if person != staff_id and person not in without]:
            return left[0]
    raise NobodyLeft("every manager, director and board member is party: give another person one of these roles")


def search(viewer: protocol.Viewer, text: str, limit: int) -> list[PersonBrief]:
    """Pupils and staff whose name, number or class begins with each word of `text`; nothing for who is not staff."""
    words = text.replace("\0", " ").split()[:MOST_WORDS]
    if not words or not viewer.holds(*STAFF):
        return []
    today = clock.today()
    pupils = Enrolment.objects.filter(_holds(today))
    staff = RoleHeld.objects.filter(_holds(today), role__in=STAFF)
    rows = Person.objects.filter(Q(id__in=pupils.values("pupil_id")) | Q(id__in=staff.values("person_id")))
    for word in words:
        in_class = pupils.filter(school_class__name__istartswith=word)
        rows = rows.filter(_begins_with(word) | Q(id__in=in_class.values("pupil_id")))
    ids = list(rows.order_by("family_name", "given_name", "id").values_list("id", flat=True)[:limit])
    found = brief(ids, today)
    return [found[person] for person in ids]


def account_of(person_id: UUID) -> User | None:
    """The active account of a person, to sign in with."""
    return User.objects.filter(person_id=person_id, is_active=True).first()


def doors(on: date, featured: Collection[UUID], each: int) -> list[Door]:
    """For each role at most `each` people with an account, those of `featured` before others. For the demo alone."""
    found: dict[Role, list[Door]] = {role: [] for role in Role}
    for door in sorted(_all_doors(on), key=lambda door: (door.person not in featured, door.class_name)):
        if len(found[door.role]) < each:
            found[door.role].append(door)
    return [door for role in found for door in found[role]]


def is_adult(born: date | None, on: date) -> bool:
    """True from the eighteenth birthday on; an unknown date of birth counts as not yet."""
    return born is not None and (born.year + ADULT, born.month, born.day) <= (on.year, on.month, on.day)


def _holds(on: date) -> Q:
    return Q(since__lte=on) & (Q(until=None) | Q(until__gte=on))


def _held(role: Role, layer: int | None, class_id: UUID | None) -> protocol.RoleHeld:
    return protocol.RoleHeld(role=role, layer=layer, class_id=str(class_id) if class_id else None)


def _full_name(given: str, prefix: str, family: str) -> str:
    return " ".join(part for part in (given, prefix, family) if part)


def _places(pupils: Collection[UUID], on: date) -> dict[UUID, tuple[str, int | None]]:
    return {pupil: (name, layer) for pupil, name, layer, _ in _seats(tuple(pupils), on)}


@prepared
def _schools() -> QuerySet[School, tuple[str, str, bool, str, Any, UUID]]:
    return School.objects.values_list("name", "place", "demo", "edition", "settings", "stream")[:1]


@prepared
def _persons(ids: tuple[UUID, ...]) -> QuerySet[Person, tuple[UUID, str | None, date | None, str, str, str, str]]:
    return Person.objects.filter(id__in=ids).values_list("id", "number", "born", "language", *_NAME)


@prepared
def _roles(person: UUID, on: date) -> QuerySet[RoleHeld, tuple[str, int | None, UUID | None]]:
    return RoleHeld.objects.filter(_holds(on), person_id=person).values_list("role", "layer", "school_class_id")


@prepared
def _receivers(on: date) -> QuerySet[RoleHeld, tuple[UUID, str, int | None]]:
    return RoleHeld.objects.filter(_holds(on), role__in=_IN_TURN).values_list("person_id", "role", "layer")


@prepared
def _seats(pupils: tuple[UUID, ...], on: date) -> QuerySet[Enrolment, tuple[UUID, str, int, UUID]]:
    rows = Enrolment.objects.filter(_holds(on), pupil_id__in=pupils).order_by("since")
    return rows.values_list("pupil_id", "school_class__name", "school_class__layer", "school_class_id")


@prepared
def _ties(guardian: UUID, on: date) -> QuerySet[Guardianship, tuple[UUID, bool, date | None]]:
    rows = Guardianship.objects.filter(_holds(on), guardian_id=guardian)
    return rows.values_list("child_id", "authority", "child__born")


def _all_doors(on: date) -> Iterator[Door]:
    """Everybody with an account in every role; pupils and guardians among them."""
    roles = RoleHeld.objects.filter(_holds(on), person__account__is_active=True).order_by("layer", "person_id")
    staff = ("person_id", "role", "layer", "school_class__name", *(f"person__{part}" for part in _NAME))
    for person, role, layer, class_name, *name in roles.values_list(*staff):
        yield Door(person, _full_name(*name), Role(role), layer, class_name or "")
    places = Enrolment.objects.filter(_holds(on), pupil__account__is_active=True).order_by("pupil__number")
    pupils = ("pupil_id", "school_class__layer", "school_class__name", *(f"pupil__{part}" for part in _NAME))
    for person, layer, class_name, *name in places.values_list(*pupils):
        yield Door(person, _full_name(*name), Role.LEERLING, layer, class_name)
    ties = Guardianship.objects.filter(_holds(on), guardian__account__is_active=True).order_by("child__number")
    for person, *name in ties.values_list("guardian_id", *(f"guardian__{part}" for part in _NAME)):
        yield Door(person, _full_name(*name), Role.OUDER, None, "")


def _distance(wanted: int | None, own: int | None) -> float:
    """How far a coordinator stands from the layer: one for the whole school comes right after the layer's own."""
    if own is None or wanted is None:
        return 0.5
    return abs(wanted - own)


def _direct_manager(staff_id: UUID, on: date) -> UUID | None:
    rows = Employment.objects.filter(_holds(on), person_id=staff_id).exclude(manager=None)
    return rows.order_by("-since").values_list("manager_id", flat=True).first()


def _begins_with(word: str) -> Q:
    fields = ("given_name", "family_name", "prefix", "number")
    return Q(*((f"{field}__istartswith", word) for field in fields), _connector=Q.OR)
