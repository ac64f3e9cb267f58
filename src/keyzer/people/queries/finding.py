"""Looking somebody up by name, number or class."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from keyzer import protocol
from keyzer.kit import clock
from keyzer.people.models import Employment, Enrolment, Person, RoleHeld

from .persons import PersonBrief, brief, holds
from .roles import AT_WORK, STAFF

MOST_WORDS = 6  # each costs the database a condition


def search(viewer: protocol.Viewer, text: str, limit: int) -> list[PersonBrief]:
    """Pupils and staff whose name, number or class begins with each word of `text`; nothing for who is not staff."""
    words = _words(text)
    if not words or not viewer.holds(*STAFF):
        return []
    today = clock.today()
    pupils = Enrolment.objects.filter(holds(today))
    staff = RoleHeld.objects.filter(holds(today), role__in=STAFF)
    rows = Person.objects.filter(Q(id__in=pupils.values("pupil_id")) | Q(id__in=staff.values("person_id")))
    for word in words:
        in_class = pupils.filter(school_class__name__istartswith=word)
        rows = rows.filter(_begins_with(word) | Q(id__in=in_class.values("pupil_id")))
    return _first(rows, limit, today)


def search_at_work(
    viewer: protocol.Viewer, text: str, limit: int, *, managed_by: UUID | None = None
) -> list[PersonBrief]:
    """Whoever has a task at the school and is not the viewer: staff, volunteers, interns, others.

    With `managed_by` only those who answer to that person. Nothing for who has no task here.
    """
    words = _words(text)
    if not words or not viewer.holds(*AT_WORK):
        return []
    today = clock.today()
    held = RoleHeld.objects.filter(holds(today), role__in=AT_WORK)
    rows = Person.objects.filter(id__in=held.values("person_id")).exclude(id=viewer.id)
    if managed_by is not None:
        managed = Employment.objects.filter(holds(today), manager_id=managed_by)
        rows = rows.filter(id__in=managed.values("person_id"))
    for word in words:
        rows = rows.filter(_begins_with(word))
    return _first(rows, limit, today)


def _words(text: str) -> list[str]:
    return text.replace("\0", " ").split()[:MOST_WORDS]


def _first(rows: QuerySet[Person], limit: int, on: date) -> list[PersonBrief]:
    ids = list(rows.order_by("family_name", "given_name", "id").values_list("id", flat=True)[:limit])
    found = brief(ids, on)
    return [found[person] for person in ids]


def _begins_with(word: str) -> Q:
    fields = ("given_name", "family_name", "prefix", "number")
    return Q(*((f"{field}__istartswith", word) for field in fields), _connector=Q.OR)
