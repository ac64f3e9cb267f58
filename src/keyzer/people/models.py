"""Tables of people. Dates say on which days a role, place in a class or guardianship holds; `until` is the last."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from keyzer import protocol
from keyzer.kit.ids import new_id


class School(models.Model):
    """The one school that this database serves. `demo` is written once, when it is made, and never changes.

    `stream` is the ledger's history of who was given which role, by whom.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    name = models.CharField(max_length=120)
    place = models.CharField(max_length=80, blank=True)
    demo = models.BooleanField(default=False)
    edition = models.CharField(max_length=60)
    settings = models.JSONField(default=dict)
    stream = models.UUIDField()

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(id=1), name="one_school_a_database"),)


class Person(models.Model):
    """Anybody tied to the school. `number` is the school's own (pupil number, staff code), never a citizen number."""

    id = models.UUIDField(primary_key=True, default=new_id)
    number = models.CharField(max_length=30, unique=True, null=True)  # noqa: DJ001 -- unique, and guardians have none
    given_name = models.CharField(max_length=60)
    prefix = models.CharField(max_length=20, blank=True)
    family_name = models.CharField(max_length=80)
    born = models.DateField(null=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    address = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=8, default="nl")

    class Meta:
        indexes = (models.Index(fields=["family_name", "given_name"], name="person_by_name"),)

    def __str__(self) -> str:
        return " ".join(part for part in (self.given_name, self.prefix, self.family_name) if part)


class UserManager(BaseUserManager["User"]):
    """How accounts are looked up at sign-in."""


class User(AbstractBaseUser):
    """A person's account. It holds how to sign in and nothing of what the person may do; that follows from roles."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="account")
    username = models.CharField(max_length=150, unique=True)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"


class SchoolClass(models.Model):
    """A class in a school year (`2026` begins in August 2026). `layer` is the year of study, 1 to 6.

    `location` is the building, at a school that has several.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.CharField(max_length=20)
    layer = models.PositiveSmallIntegerField()
    school_year = models.PositiveSmallIntegerField()
    location = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["school_year", "name"], name="class_once_a_year"),)


class Dated(models.Model):
    """Something that holds from a day up to and including another; open when `until` is empty."""

    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        abstract = True


class Enrolment(Dated):
    """A pupil's place in a class."""

    pupil = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="enrolments")
    school_class = models.ForeignKey(SchoolClass, on_delete=models.CASCADE, related_name="enrolments")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="enrolment_ends_after_it_begins"
            ),
        )


class RoleHeld(Dated):
    """A role that a person holds: for one layer, for one class, or, when both are empty, for the whole school."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=30, choices=[(role.value, role.value) for role in protocol.Role])
    layer = models.PositiveSmallIntegerField(null=True)
    school_class = models.ForeignKey(SchoolClass, on_delete=models.CASCADE, null=True, related_name="roles")

    class Meta:
        indexes = (models.Index(fields=["role", "layer"], name="role_by_layer"),)


class Employment(Dated):
    """Work at the school, and to whom the person answers (personeel-1: the line manager)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="employments")
    function = models.CharField(max_length=80)
    manager = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="manages")


class Guardianship(Dated):
    """An adult's tie to a child. Who has `authority` (gezag) is written to by right; `lives_with`: same household."""

    guardian = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="wards")
    child = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="guardians")
    authority = models.BooleanField(default=True)
    lives_with = models.BooleanField(default=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["guardian", "child"], name="guardian_once_per_child"),)


class Absence(Dated):
    """Somebody is away on these days, and who stands in. Why is nobody's business."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="absences")
    deputy = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(person=F("deputy")), name="deputy_is_somebody_else"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="absence_ends_after_it_begins"
            ),
        )
