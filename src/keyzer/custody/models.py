"""Tables of custody: what lists need. What was said and why stands in the encrypted stream under the same id."""

from django.db import models
from django.db.models import Q

from keyzer import protocol
from keyzer.kit.ids import new_id


class StoragePlace(models.Model):
    """Somewhere that devices are kept, such as a safe. One that is not used any more keeps its name."""

    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.CharField(max_length=60, unique=True)
    in_use = models.BooleanField(default=True)


class TagRoll(models.Model):
    """The number of the last tag that was given out."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(id=1), name="one_roll_of_tags"),)


class Custody(models.Model):
    """One device that was asked for. `secret` stands in the address of its tag, `number` is printed on it.

    `class_name` and `period` are those of the lesson in which it happened, for counting without names. `untold` is how
    many guardians must still hear of it.
    """

    id = models.UUIDField(primary_key=True)
    pupil = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    layer = models.PositiveSmallIntegerField(null=True)
    class_name = models.CharField(max_length=20, blank=True)
    period = models.PositiveSmallIntegerField(null=True)
    devices = models.CharField(max_length=80)
    conduct = models.CharField(max_length=60)
    number = models.PositiveIntegerField(null=True, unique=True)
    secret = models.CharField(max_length=43, null=True, unique=True)  # noqa: DJ001 -- unique, and a refusal has no tag
    phase = models.CharField(max_length=10, choices=[(phase.value, phase.value) for phase in protocol.CustodyPhase])
    place = models.ForeignKey(StoragePlace, on_delete=models.PROTECT, null=True, related_name="+")
    holder = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField(null=True)
    alarm_at = models.DateTimeField(null=True)
    asks_at = models.DateTimeField(null=True)
    missing_since = models.DateTimeField(null=True)
    open_claim = models.BooleanField(default=False)
    claim_handler = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    untold = models.PositiveSmallIntegerField(default=0)
    warned_at = models.DateTimeField(null=True)
    incident = models.UUIDField(null=True)
    case = models.UUIDField(null=True)
    decision = models.CharField(max_length=20, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = (
            models.Index(fields=["pupil", "phase"], name="custody_by_pupil"),
            models.Index(fields=["due_at"], condition=Q(phase="held"), name="custody_held_by_due"),
            models.Index(fields=["asked_at"], name="custody_by_moment"),
            models.Index(fields=["asks_at"], condition=Q(asks_at__isnull=False), name="custody_that_asks"),
        )
        constraints = (
            models.CheckConstraint(
                condition=(Q(phase="held") & (Q(place=None) ^ Q(holder=None)))
                | (~Q(phase="held") & Q(place=None) & Q(holder=None)),
                name="held_in_one_place",
            ),
        )
