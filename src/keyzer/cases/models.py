"""Tables of cases: ids, codes and dates that lists need, rewritten from the stream under the same id at every act."""

from datetime import UTC, datetime

from django.db import models

from keyzer import protocol

FAR_OFF = datetime(9000, 1, 1, tzinfo=UTC)


class Case(models.Model):
    """Where one case stands. `measure` is the last one decided, `gravity` the heaviest grade that was weighed.

    `as_of` is the day on which the tables were last written: what is owed can change by time alone.
    """

    id = models.UUIDField(primary_key=True)
    incident = models.ForeignKey("incidents.Incident", on_delete=models.PROTECT, related_name="+")
    subject = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    lane = models.CharField(max_length=12, choices=[(lane.value, lane.value) for lane in protocol.Lane])
    edition = models.CharField(max_length=60)
    edition_digest = models.CharField(max_length=80)
    phase = models.CharField(max_length=10, choices=[("open", "open"), ("closed", "closed")])
    handler = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    layer = models.PositiveSmallIntegerField(null=True)
    sealed = models.BooleanField(default=False)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    as_of = models.DateField()
    next_due = models.DateTimeField(null=True)
    version = models.PositiveIntegerField()
    measure = models.CharField(max_length=60, blank=True)
    gravity = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["incident", "subject"], name="case_once_per_subject"),)
        indexes = (
            models.Index(fields=["handler", "phase", "-id"], name="case_by_handler"),
            models.Index(fields=["phase", "-id"], name="case_by_phase"),
            models.Index(fields=["phase", "as_of"], name="case_by_day"),
        )


class Party(models.Model):
    """Somebody who takes part in what the case is about, and so can neither handle nor decide it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="parties")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["case", "person"], name="party_once_per_case"),)


class Conduct(models.Model):
    """A kind of conduct that a case looks at; by it like cases are found."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="conduct")
    kind = models.CharField(max_length=60)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["case", "kind"], name="conduct_once_per_case"),)
        indexes = (models.Index(fields=["kind", "case"], name="case_by_conduct"),)


class DutyRow(models.Model):
    """An open duty, once for each who can do it: a person, or any holder of a role. The label is the protocol's own.

    What has no term is due at FAR_OFF, so that both engines sort it last and read it in the order of the index.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="duties")
    duty = models.CharField(max_length=120)
    layer = models.PositiveSmallIntegerField(null=True)
    owed_role = models.CharField(max_length=30, blank=True)
    owed_person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    due = models.DateTimeField()
    alarm = models.DateTimeField(null=True)
    label_nl = models.TextField()
    label_en = models.TextField()
    grounds = models.CharField(max_length=300)

    class Meta:
        indexes = (
            models.Index(fields=["owed_person", "due", "id"], name="duty_by_person"),
            models.Index(fields=["owed_role", "due", "id"], name="duty_by_role"),
            models.Index(fields=["owed_role", "layer", "due", "id"], name="duty_by_role_in_year"),
        )
