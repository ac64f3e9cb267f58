"""The table of lessons: who teaches which class, at which hour of which day of the week, where."""

from django.db import models
from django.db.models import F, Q

from keyzer.kit.ids import new_id


class Lesson(models.Model):
    """A weekly lesson from `since` up to and including `until`. `weekday` 1 is Monday, `period` counts from 1.

    Several lessons of a class can stand in one hour, where it is split in groups.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    teacher = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    school_class = models.ForeignKey("people.SchoolClass", on_delete=models.CASCADE, related_name="+")
    weekday = models.PositiveSmallIntegerField()
    period = models.PositiveSmallIntegerField()
    room = models.CharField(max_length=20, blank=True)
    subject = models.CharField(max_length=40, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(weekday__range=(1, 7)), name="lesson_on_a_day_of_the_week"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="lesson_ends_after_begin"),
            models.UniqueConstraint(
                fields=["teacher", "school_class", "weekday", "period", "since"], name="lesson_once_in_a_roster"
            ),
        )
        indexes = (models.Index(fields=["room", "weekday", "period"], name="lesson_by_room"),)
