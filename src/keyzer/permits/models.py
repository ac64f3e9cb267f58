"""Tables of leave and exemptions: ids, codes and moments that lists need. Own words lie in the ledger alone."""

from django.db import models
from django.db.models import F, Q

from keyzer import protocol
from keyzer.kit.ids import new_id


class ClassHistory(models.Model):
    """The history of all leave that a class got in its school year; `stream` is its place in the ledger."""

    school_class = models.OneToOneField(
        "people.SchoolClass", on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    stream = models.UUIDField(unique=True)


class Permit(models.Model):
    """Leave for a class, or for the pupils beside it, from `starts` up to `ends`, unless it was taken back.

    `kinds` are ids of devices with commas between; `period` is the hour, 0 where the school has no bell times.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    school_class = models.ForeignKey("people.SchoolClass", on_delete=models.PROTECT, related_name="+")
    lesson_starts = models.DateTimeField()
    lesson_ends = models.DateTimeField()
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    period = models.PositiveSmallIntegerField()
    room = models.CharField(max_length=20, blank=True)
    kinds = models.CharField(max_length=60)
    purpose = models.CharField(max_length=20, choices=[(one.value, one.value) for one in protocol.LessonPurpose])
    basis = models.CharField(max_length=20, choices=[(one.value, one.value) for one in protocol.Basis])
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="permit_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(ends__lte=F("lesson_ends")), name="permit_ends_with_the_lesson"),
            models.CheckConstraint(condition=Q(starts__gte=F("given_at")), name="permit_is_given_beforehand"),
        )
        indexes = (
            models.Index(fields=["school_class", "ends"], condition=Q(withdrawn_at=None), name="permit_that_holds"),
            models.Index(fields=["by", "ends"], name="permit_by_giver"),
        )


class PermitPupil(models.Model):
    """One pupil whom leave is for, where it is not for the whole class."""

    permit = models.ForeignKey(Permit, on_delete=models.CASCADE, related_name="pupils")
    pupil = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["permit", "pupil"], name="pupil_once_in_a_permit"),)


class Exemption(models.Model):
    """A standing agreement that a pupil may use some devices in lessons, up to and including `until`.

    Why it was agreed is kept nowhere: there is no place for it.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    pupil = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kinds = models.CharField(max_length=60)
    since = models.DateField()
    until = models.DateField()
    review_on = models.DateField()
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
    agreed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    stream = models.UUIDField()

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(until__gte=F("since")), name="exemption_ends_after_begin"),)
        indexes = (
            models.Index(fields=["pupil", "until"], condition=Q(ended_at=None), name="exemption_that_holds"),
            models.Index(fields=["review_on"], condition=Q(ended_at=None), name="exemption_review_day"),
        )


class WallLink(models.Model):
    """A page of a class or a room that everybody with its address may see: it says yes or no, and names nobody.

    `token` is by chance and stands in the address; a link that is withdrawn shows nothing any more.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    token = models.CharField(max_length=32, unique=True)
    school_class = models.ForeignKey("people.SchoolClass", on_delete=models.PROTECT, null=True, related_name="+")
    room = models.CharField(max_length=20, blank=True)
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    stream = models.UUIDField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(school_class=None) & ~Q(room="") | Q(school_class__isnull=False, room=""),
                name="wall_is_of_a_class_or_a_room",
            ),
            models.UniqueConstraint(
                fields=["school_class"], condition=Q(withdrawn_at=None), name="wall_once_for_a_class"
            ),
            models.UniqueConstraint(
                fields=["room"], condition=Q(withdrawn_at=None) & ~Q(room=""), name="wall_once_for_a_room"
            ),
        )
