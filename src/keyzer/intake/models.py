"""The table of reports: ids, codes and dates that lists need. Every word stands in the stream under the same id."""

from django.db import models
from django.db.models import Q

from keyzer.kit.ids import new_id

from .events import IntakeLane, State, Way


class Report(models.Model):
    """A report or a doubt. `due_at` is when an answer is owed; it is empty when none is.

    `reporter` is empty for who keeps the name to himself or under a seal. `part_of` is the report that tells the same.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    lane = models.CharField(max_length=10, choices=[(lane.value, lane.value) for lane in IntakeLane])
    way = models.CharField(max_length=15, choices=[(way.value, way.value) for way in Way], default=Way.OP_NAAM.value)
    reporter = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False, null=True)
    handler = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
    layer = models.PositiveSmallIntegerField(null=True)
    state = models.CharField(
        max_length=10, choices=[(state.value, state.value) for state in State], default=State.RECEIVED.value
    )
    received_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    incident = models.UUIDField(null=True)
    sending = models.UUIDField()
    part_of = models.ForeignKey("self", on_delete=models.PROTECT, related_name="doubles", null=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["reporter", "sending"], name="report_sent_once"),
            models.UniqueConstraint(
                fields=["sending"], condition=Q(reporter=None), name="report_without_a_name_sent_once"
            ),
            models.CheckConstraint(
                condition=Q(reporter=None) & ~Q(way=Way.OP_NAAM.value)
                | Q(reporter__isnull=False, way=Way.OP_NAAM.value),
                name="report_names_who_gave_a_name",
            ),
        )
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


class Seal(models.Model):
    """Under which somebody reported in confidence. The name lies in a stream of its own, under a key of its own.

    `pointer` tells whether a report is that of a given person, to who holds the school's key; it differs by report.
    `bucket` is one of few that all persons share, so that not every seal is tried.
    """

    report = models.OneToOneField(Report, on_delete=models.PROTECT, primary_key=True, related_name="seal")
    pointer = models.BinaryField(max_length=32)
    bucket = models.PositiveSmallIntegerField(db_index=True)
    stream = models.UUIDField()


class Receipt(models.Model):
    """By which who reported without a name comes back. `lookup` is slow to work out, and only with the school's key."""

    report = models.OneToOneField(Report, on_delete=models.PROTECT, primary_key=True, related_name="receipt")
    lookup = models.BinaryField(max_length=32, unique=True)


class Draft(models.Model):
    """What somebody is still writing: ciphertext under a key that only the browser has."""

    lookup = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()
    expires_at = models.DateTimeField(db_index=True)


class Confidence(models.Model):
    """A conversation with the confidential adviser, of which nothing enters a file. `pointer` is as that of a seal."""

    id = models.UUIDField(primary_key=True, default=new_id)
    adviser = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
    pointer = models.BinaryField(max_length=32)
    opened_at = models.DateTimeField()
    waits = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = (models.Index(fields=["adviser", "-id"], name="confidence_by_adviser"),)


class BudgetWindow(models.Model):
    """The time in which one budget is counted. `spent` is by everybody together; the salt goes with the window."""

    budget = models.CharField(max_length=30, primary_key=True)
    salt = models.BinaryField(max_length=16)
    ends_at = models.DateTimeField(db_index=True)
    spent = models.PositiveIntegerField(default=0)


class BudgetMark(models.Model):
    """How much was spent by those who share one of few marks. Some 130,000 addresses have each mark."""

    window = models.ForeignKey(BudgetWindow, on_delete=models.CASCADE, related_name="marks", db_index=False)
    mark = models.PositiveSmallIntegerField()
    spent = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["window", "mark"], name="budget_counts_a_mark_once"),)
