"""Tables of incidents: ids, codes and dates that lists need. What was told stands in the stream under the same id."""

from django.db import models

from keyzer import protocol
from keyzer.kit.ids import new_id


class Incident(models.Model):
    """One thing that happened. `layer` is the year of study it belongs to; empty when it belongs to no year.

    It is in the staff lane when a subject of it is staff; `sealed` leaves it to the board alone (WVO 2020, 3.39).
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    opened_at = models.DateTimeField()
    opened_by = models.UUIDField()
    handler = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    lane = models.CharField(max_length=12, choices=[(lane.value, lane.value) for lane in protocol.Lane])
    layer = models.PositiveSmallIntegerField(null=True)
    sealed = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=[("open", "open"), ("settled", "settled")], default="open")
    happened_on = models.DateField(null=True)
    place = models.CharField(max_length=30, blank=True)
    report = models.UUIDField(null=True, db_index=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = (
            models.Index(fields=["handler", "state", "-id"], name="incident_by_handler"),
            models.Index(fields=["id"], condition=models.Q(sealed=True), name="incident_sealed"),
        )


class Involvement(models.Model):
    """A person's part in an incident. `case` is the case about that person, once there is one."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="involvements")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=20, choices=[(part.value, part.value) for part in protocol.Part])
    case = models.UUIDField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["incident", "person", "part"], name="part_once_per_person"),)


class Party(models.Model):
    """Somebody who can neither see nor handle an incident: who takes part in it, and the guardians of its subjects."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="parties")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["incident", "person"], name="party_once_per_incident"),)


class Citation(models.Model):
    """A kind of conduct that an incident may be."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="citations")
    conduct = models.CharField(max_length=60)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["incident", "conduct"], name="conduct_once_per_incident"),)
