"""Tables of consent: ids, codes and moments that lists need. The history of each person lies in the ledger."""

from django.db import models
from django.db.models import Q

from keyzer.kit.ids import new_id
from keyzer.protocol import ImagePurpose, ImageSaid

from .words import How


class ConsentHistory(models.Model):
    """All that was said about pictures of one person; `stream` is its place in the ledger."""

    person = models.OneToOneField("people.Person", on_delete=models.PROTECT, primary_key=True, related_name="+")
    stream = models.UUIDField(unique=True)


class Answer(models.Model):
    """What `signer` said about pictures of `person` for one purpose, for a school year; it stands until `ended_at`."""

    id = models.UUIDField(primary_key=True, default=new_id)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
    signer = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
    purpose = models.CharField(max_length=20, choices=[(one.value, one.value) for one in ImagePurpose])
    said = models.CharField(max_length=10, choices=[(one.value, one.value) for one in ImageSaid])
    school_year = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    how = models.CharField(max_length=10, choices=[(one.value, one.value) for one in How])
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["person", "school_year", "purpose", "signer"],
                condition=Q(ended_at=None),
                name="one_standing_answer",
            ),
        )
        indexes = (models.Index(fields=["school_year", "person"], condition=Q(ended_at=None), name="answer_of_year"),)


class ConsentLink(models.Model):
    """A link that was mailed to somebody without an account; it works for a while, also to take a yes back."""

    id = models.UUIDField(primary_key=True, default=new_id)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()


class PublishedPicture(models.Model):
    """Where the school published a picture: `place` says where to find it, as who published it wrote it down.

    `consult` is the question whose answer approved it; it may be published since then.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    place = models.CharField(max_length=200)
    purpose = models.CharField(max_length=20, choices=[(one.value, one.value) for one in ImagePurpose])
    published_on = models.DateField()
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    taken_down_at = models.DateTimeField(null=True)
    consult = models.UUIDField(null=True)
    stream = models.UUIDField(unique=True)


class Shown(models.Model):
    """One person in a published picture."""

    picture = models.ForeignKey(PublishedPicture, on_delete=models.CASCADE, related_name="shown")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["picture", "person"], name="person_once_in_a_picture"),)


class TakeDown(models.Model):
    """That a picture must be gone by `due_on`: consent of `person` for it has ended. `owed_by` sees to it."""

    id = models.UUIDField(primary_key=True, default=new_id)
    picture = models.ForeignKey(PublishedPicture, on_delete=models.PROTECT, related_name="take_downs", db_index=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
    owed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["picture", "person"], condition=Q(done_at=None), name="one_open_take_down"),
        )
        indexes = (models.Index(fields=["owed_by", "due_on"], condition=Q(done_at=None), name="take_down_owed"),)


class ConsentReminder(models.Model):
    """How somebody is reminded who still must answer about pictures; as of signatures.

    `asked_on` is since when the round knows of it, for the year `school_year`.
    """

    person = models.OneToOneField("people.Person", on_delete=models.CASCADE, primary_key=True, related_name="+")
    school_year = models.PositiveSmallIntegerField()
    asked_on = models.DateField()
    at = models.DateTimeField(null=True)
    times = models.PositiveSmallIntegerField(default=0)


class ConsentRound(models.Model):
    """The last day on which everybody was looked at who may be reminded."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    done_on = models.DateField()

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(id=1), name="one_round_of_consent"),)
