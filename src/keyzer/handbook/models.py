"""The one table of the handbook: what people asked about an article, as everybody may read it."""

from django.db import models

from keyzer.kit.ids import new_id


class AskedQuestion(models.Model):
    """A question with its answer, told anew without anybody's name. It bears no trace of the doubt that it came from.

    The row is there as long as it is shown; its history lies in the ledger under the same id. English may be empty.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    article = models.CharField(max_length=60)
    question_nl = models.CharField(max_length=300)
    answer_nl = models.TextField()
    question_en = models.CharField(max_length=300, blank=True)
    answer_en = models.TextField(blank=True)
    published_at = models.DateTimeField()
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        indexes = (models.Index(fields=["article", "-id"], name="asked_about_article"),)
