"""The table of outgoing mail: to whom, of which kind, and where the link leads; never what it is about."""

from django.db import models
from django.db.models import Q

from keyzer.kit.ids import new_id


class Outgoing(models.Model):
    """One mail. `not_before` is when it may be tried (again); `path` is emptied once no try will follow.

    It ends as sent or as failed; what could not be delivered by `give_up_at` has failed.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    to = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=30)
    count = models.PositiveSmallIntegerField(default=1)
    path = models.CharField(max_length=400, blank=True)
    queued_by = models.ForeignKey("people.Person", on_delete=models.SET_NULL, null=True, related_name="+")
    queued_at = models.DateTimeField()
    not_before = models.DateTimeField()
    give_up_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(sent_at=None) | Q(failed_at=None), name="mail_ends_one_way"),
            models.CheckConstraint(
                condition=Q(sent_at=None, failed_at=None) | Q(path=""), name="mail_forgets_its_path_at_the_end"
            ),
        )
        indexes = (
            models.Index(fields=["not_before"], condition=Q(sent_at=None, failed_at=None), name="mail_to_send"),
            models.Index(fields=["failed_at"], condition=Q(failed_at__isnull=False), name="mail_failed"),
        )
