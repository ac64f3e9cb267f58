"""Tables of the desk: of which duty a person was told by mail, and the addresses of calendars. Ids and days alone."""

from django.db import models

from .owing import Stage


class Told(models.Model):
    """A person was told of a duty, at one stage. `about` is the id of a case or of a report."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+", db_index=False)
    about = models.UUIDField()
    duty = models.CharField(max_length=120)
    due_on = models.DateField(db_index=True)
    stage = models.CharField(max_length=10, choices=[(stage.value, stage.value) for stage in Stage])
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["person", "about", "duty", "due_on", "stage"], name="told_once_of_a_duty_at_a_stage"
            ),
        )


class Day(models.Model):
    """A day on which a person was written to, and whether the reminder of that morning has gone.

    Its row is held while mails to this person are made, so that two processes don't make the same ones.
    """

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+", db_index=False)
    day = models.DateField(db_index=True)
    reminded = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["person", "day"], name="one_reminder_a_morning"),)


class Calendar(models.Model):
    """The address at which somebody's calendar can be fetched, known to us by its digest alone."""

    person = models.OneToOneField("people.Person", on_delete=models.CASCADE, primary_key=True, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
