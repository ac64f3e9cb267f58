"""Tables of accounts: what lists and the public page need. Where recovery lies stands in the ledger alone."""

from django.db import models
from django.db.models import F, Q

from keyzer.kit.ids import new_id

from .events import Kind


class Account(models.Model):
    """A channel of the school, or a professional account of one member of staff; `id` is its stream in the ledger.

    `name` is the handle as it is compared, `shown` as it is written. `active_on` is the last sign that it is in use.
    `to_mend` says that it was found not to be right, and was not looked at again since.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    kind = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Kind])
    platform = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    shown = models.CharField(max_length=200)
    purpose = models.CharField(max_length=200)
    owner = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    deputy = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    pupils_may_follow = models.BooleanField()
    registered_at = models.DateTimeField()
    active_on = models.DateField()
    review_due = models.DateField()
    to_mend = models.BooleanField(default=False)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["platform", "name"], condition=Q(retired_at=None), name="account_registered_once"
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.SCHOOL.value, owner=None) | Q(kind=Kind.WORK.value, owner__isnull=False),
                name="work_account_has_an_owner",
            ),
            models.CheckConstraint(condition=~Q(owner=F("deputy")), name="account_deputy_is_somebody_else"),
        )
        indexes = (
            models.Index(fields=["name", "platform"], name="account_by_name"),
            models.Index(fields=["review_due"], condition=Q(retired_at=None), name="account_to_review"),
            models.Index(fields=["active_on"], condition=Q(retired_at=None), name="account_asleep"),
            models.Index(fields=["kind"], condition=Q(retired_at=None), name="account_by_kind"),
        )


class Publisher(models.Model):
    """Somebody who may publish through a channel of the school."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="publishers")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["account", "person"], name="publisher_once"),)


class Fake(models.Model):
    """An account of which somebody says that it only seems to be the school's; `id` is its stream in the ledger."""

    id = models.UUIDField(primary_key=True, default=new_id)
    platform = models.CharField(max_length=40, blank=True)
    shown = models.CharField(max_length=200)
    reported_at = models.DateTimeField()
    handled_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["handled_at", "reported_at"], name="fake_that_waits"),)
