"""Looking somebody up by name, number or class."""

from django.db.models import Q

from keyzer import protocol
from keyzer.kit import clock
from keyzer.people.models import Enrolment, Person, RoleHeld

from .persons import PersonBrief, brief, holds
from .roles import STAFF

MOST_WORDS = 6  # each costs the database a condition


def search(viewer: protocol.Viewer, text: str, limit: int) -> list[PersonBrief]:
    """Pupils and staff whose name, number or class begins with each word of `text`; nothing for who is not staff."""
    words = text.replace("\0", " ").split()[:MOST_WORDS]
    if not words or not viewer.holds(*STAFF):
        return []
    today = clock.today()
    pupils = Enrolment.objects.filter(holds(today))
    staff = RoleHeld.objects.filter(holds(today), role__in=STAFF)
    rows = Person.objects.filter(Q(id__in=pupils.values("pupil_id")) | Q(id__in=staff.values("person_id")))
    for word in words:
        in_class = pupils.filter(school_class__name__istartswith=word)
        rows = rows.filter(_begins_with(word) | Q(id__in=in_class.values("pupil_id")))
    ids = list(rows.order_by("family_name", "given_name", "id").values_list("id", flat=True)[:limit])
    found = brief(ids, today)
    return [found[person] for person in ids]


def _begins_with(word: str) -> Q:
    fields = ("given_name", "family_name", "prefix", "number")
    return Q(*((f"{field}__istartswith", word) for field in fields), _connector=Q.OR)
