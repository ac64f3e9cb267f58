"""The table of packs: ids, moments and digests. What a pack holds stands in the stream under the same id."""

from django.db import models

from keyzer.kit.ids import new_id


class Pack(models.Model):
    """A report and the evidence with it, as they were made at one version of the case; never changed afterwards."""

    id = models.UUIDField(primary_key=True, default=new_id)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    case_version = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    report_file = models.UUIDField()
    report_size = models.PositiveBigIntegerField()
    report_digest = models.CharField(max_length=64)
    archive_file = models.UUIDField()
    archive_size = models.PositiveBigIntegerField()
    archive_digest = models.CharField(max_length=64)

    class Meta:
        indexes = (models.Index(fields=["case", "-made_at"], name="pack_by_case"),)
