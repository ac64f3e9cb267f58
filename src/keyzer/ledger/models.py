"""Tables of the ledger. The database refuses to change or delete events and traces of access (see the migrations)."""

from django.db import models

from keyzer.kit.ids import new_id

Binary = bytes | memoryview


class Stream(models.Model):
    """One history: of an incident, a case, a report. `seal` proves its length, and that the school itself erased it."""

    id = models.UUIDField(primary_key=True, default=new_id)
    kind = models.CharField(max_length=40)
    opened_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0)
    head = models.BinaryField(max_length=32)
    seal = models.BinaryField(max_length=32)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["kind", "id"], name="stream_by_kind"),)


class StreamKey(models.Model):
    """The key of one stream, wrapped by the school's key. Deleting this row makes the stream unreadable for ever."""

    stream = models.OneToOneField(Stream, on_delete=models.PROTECT, primary_key=True, related_name="key")
    school_key = models.CharField(max_length=40)
    wrapped = models.BinaryField()


class Event(models.Model):
    """One thing that happened. `body` is ciphertext; `hash` covers it, its surroundings and the event before."""

    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="events")
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=60)
    at = models.DateTimeField()
    by = models.UUIDField(null=True)
    body = models.BinaryField()
    previous = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["stream", "seq"], name="event_once_per_place"),)


class Access(models.Model):
    """Who opened which page about what, or was refused. No content, no address, no query."""

    at = models.DateTimeField()
    by = models.UUIDField(null=True)
    outcome = models.CharField(max_length=10, choices=[("seen", "seen"), ("refused", "refused")])
    object_kind = models.CharField(max_length=40)
    object_id = models.CharField(max_length=60)

    class Meta:
        indexes = (
            models.Index(fields=["object_kind", "object_id", "at"], name="access_by_object"),
            models.Index(fields=["by", "at"], name="access_by_person"),
        )
