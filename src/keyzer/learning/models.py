"""The one table of learning: how far somebody is in a lesson, and whether it is finished. No answer is ever kept."""

from django.db import models


class Progress(models.Model):
    """One person in one lesson. `position` is the screen to go on with, counted from 1, of the version `digest`.

    Nothing of it goes to the ledger: it proves nothing to anybody, and it must be able to disappear.
    """

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    lesson = models.CharField(max_length=60)
    digest = models.CharField(max_length=64)
    position = models.PositiveSmallIntegerField(default=1)
    finished_at = models.DateTimeField(null=True)
    finished_digest = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["person", "lesson"], name="progress_once_per_lesson"),)
