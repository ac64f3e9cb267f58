"""The table of letters: ids, codes and dates that lists need. What a letter says lies in its stream alone."""

from django.db import models
from django.db.models import Q

from .phases import PHASES


class Letter(models.Model):
    """One letter of a case. It goes to a person, or to a `body`; `slot` is its place in the protocol's list."""

    id = models.UUIDField(primary_key=True)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    slot = models.CharField(max_length=160)
    kind = models.CharField(max_length=60)
    about = models.CharField(max_length=60)
    addressee = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    body = models.CharField(max_length=30, blank=True)
    language = models.CharField(max_length=8)
    phase = models.CharField(max_length=10, choices=[(phase, phase) for phase in PHASES])
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, blank=True)
    file = models.UUIDField(null=True)
    drafted_at = models.DateTimeField()
    approved_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["case", "slot"], condition=~Q(phase="withdrawn"), name="letter_once_per_slot"
            ),
            models.CheckConstraint(
                condition=Q(addressee__isnull=False, body="") | Q(addressee=None) & ~Q(body=""),
                name="letter_goes_to_a_person_or_to_a_body",
            ),
        )
        indexes = (models.Index(fields=["addressee", "phase", "-id"], name="letter_by_addressee"),)
