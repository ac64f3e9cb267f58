"""The table of reports: ids, codes and dates that lists need. Every word stands in the stream under the same id."""

from django.db import models
from django.db.models import Q

from keyzer.kit.ids import new_id

from .events import IntakeLane, State


class Report(models.Model):
    """A report or a doubt. `due_at` is when an answer is owed; it is empty when none is."""

    id = models.UUIDField(primary_key=True, default=new_id)
    lane = models.CharField(max_length=10, choices=[(lane.value, lane.value) for lane in IntakeLane])
    reporter = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
    handler = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
    layer = models.PositiveSmallIntegerField(null=True)
    state = models.CharField(
        max_length=10, choices=[(state.value, state.value) for state in State], default=State.RECEIVED.value
    )
    received_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    incident = models.UUIDField(null=True)
    sending = models.UUIDField()
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["reporter", "sending"], name="report_sent_once"),)
        indexes = (
            models.Index(fields=["handler", "due_at"], condition=Q(due_at__isnull=False), name="report_waiting"),
            models.Index(fields=["handler", "-id"], name="report_by_handler"),
            models.Index(fields=["reporter", "-id"], name="report_by_reporter"),
            models.Index(
                fields=["due_at"],
                condition=Q(due_at__isnull=False, incident__isnull=False),
                name="report_still_waiting",
            ),
        )


class Party(models.Model):
    """Somebody who may not handle or see a report: whom staff named in it, whom it is about, or who stepped aside."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="parties")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["report", "person"], name="party_once_per_report"),)
