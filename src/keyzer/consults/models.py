"""Tables of consults: what lists need. What was asked and answered stands in the ledger alone."""

from django.db import models
from django.db.models import F, Q

from keyzer.kit.ids import new_id
from keyzer.protocol import ConsultAnswer, ConsultPhase


class Consult(models.Model):
    """A question of somebody at work to who answers for it; `id` is its stream in the ledger.

    `due_at` is when an answer is owed; once it goes to a second person, that one has a term anew. `late_at` tells when.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    asker = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    platform = models.CharField(max_length=40)
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    late_at = models.DateTimeField(null=True)
    phase = models.CharField(max_length=10, choices=[(one.value, one.value) for one in ConsultPhase])
    answer = models.CharField(max_length=10, blank=True, choices=[(one.value, one.value) for one in ConsultAnswer])
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(asker=F("holder")), name="nobody_answers_himself"),
            models.CheckConstraint(
                condition=Q(phase=ConsultPhase.OPEN.value, ended_at=None)
                | (~Q(phase=ConsultPhase.OPEN.value) & Q(ended_at__isnull=False)),
                name="consult_ends_once",
            ),
        )
        indexes = (models.Index(fields=["due_at"], condition=Q(phase="open"), name="consult_that_waits"),)


class Holder(models.Model):
    """Somebody who was asked: who was, may read and answer it. Who is party to it is no holder any more."""

    consult = models.ForeignKey(Consult, on_delete=models.CASCADE, related_name="holders")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["consult", "person"], name="holder_once"),)


class Guidance(models.Model):
    """What staff may learn from an answer, told anew without names; the row is there as long as it is shown."""

    id = models.UUIDField(primary_key=True, default=new_id)
    article = models.CharField(max_length=60)
    question = models.CharField(max_length=300)
    answer = models.TextField()
    question_en = models.CharField(max_length=300, blank=True)
    answer_en = models.TextField(blank=True)
    published_at = models.DateTimeField()
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
