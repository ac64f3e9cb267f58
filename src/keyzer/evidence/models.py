"""Tables of evidence: ids, sizes, moments and blind marks. Names, kinds, reasons and words stand in the streams."""

from django.db import models

from keyzer.kit.ids import new_id


class Upload(models.Model):
    """A file of which more is to come. `holder` and `mark` tell nothing to who has no key; without the row it is lost.

    `key` opens what has come in, wrapped by the school's key; `name` is ciphertext.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    holder = models.CharField(max_length=64)
    mark = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    key = models.BinaryField()
    name = models.BinaryField()
    started_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["holder", "mark"], name="upload_once_per_holder"),)


class Item(models.Model):
    """A piece of evidence. Its id is that of its file and of its own stream; `belongs_to`: what it came with.

    `veil` and `copy` are the files of what may be looked at, once somebody asked; they are drawn, and are no proof.
    """

    id = models.UUIDField(primary_key=True)
    belongs_to = models.UUIDField()
    mark = models.CharField(max_length=64)
    received_at = models.DateTimeField()
    waits_for_stamp = models.BooleanField(default=False)
    is_quarantined = models.BooleanField(default=False)
    veil = models.UUIDField(null=True)
    copy = models.UUIDField(null=True)
    cannot_be_drawn = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["belongs_to", "mark"], name="evidence_once_per_stream"),)
        indexes = (
            models.Index(
                fields=["received_at"], condition=models.Q(waits_for_stamp=True), name="evidence_without_stamp"
            ),
        )
