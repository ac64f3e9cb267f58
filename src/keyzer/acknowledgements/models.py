"""Tables of signatures: ids, codes and dates that lists need. Why somebody refused lies in the ledger alone."""

from django.db import models
from django.db.models import Q

from keyzer.kit.ids import new_id

from .events import Line
from .words import HOW, STATES


class AdoptedDocument(models.Model):
    """The paper as the school adopted it. Its file is kept with the stream that bears its id."""

    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    file = models.UUIDField()
    size = models.PositiveIntegerField()
    attached_at = models.DateTimeField()
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)


class Sheet(models.Model):
    """The history of all that was signed on behalf of one person; `stream` is its place in the ledger."""

    person = models.OneToOneField("people.Person", on_delete=models.PROTECT, primary_key=True, related_name="+")
    stream = models.UUIDField(unique=True)


class Signature(models.Model):
    """What a signer said about an edition, on behalf of who is bound; it stands until `ended_at`.

    `at` is when it was said, `stream` the history that tells of it: the person's own, or that of a list.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    signer = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    on_behalf_of = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    audience = models.CharField(max_length=20)
    edition = models.CharField(max_length=60)
    edition_digest = models.CharField(max_length=64)
    document_digest = models.CharField(max_length=64, blank=True)
    language = models.CharField(max_length=8)
    at = models.DateTimeField()
    how = models.CharField(max_length=10, choices=[(how, how) for how in HOW])
    state = models.CharField(max_length=10, choices=[(state, state) for state in STATES])
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    stream = models.UUIDField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["on_behalf_of", "signer", "audience", "edition"],
                condition=Q(ended_at=None),
                name="one_standing_signature",
            ),
        )
        indexes = (
            models.Index(
                fields=["edition", "state", "on_behalf_of", "signer", "audience"],
                condition=Q(ended_at=None),
                name="signature_by_edition",
            ),
        )

    def line(self) -> Line:
        """The same, as the ledger keeps it."""
        return Line(
            self.id,
            self.signer_id,
            self.on_behalf_of_id,
            self.audience,
            self.edition,
            self.edition_digest,
            self.document_digest,
            self.language,
            self.at,
        )


class RefusalDecision(models.Model):
    """That the school decided about a refusal; what it decided lies in the history of the signature."""

    id = models.UUIDField(primary_key=True, default=new_id)
    signature = models.ForeignKey(Signature, on_delete=models.PROTECT, related_name="decisions")
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()


class SigningLink(models.Model):
    """A link that was mailed to somebody without an account. It is closed once all it asked was answered."""

    id = models.UUIDField(primary_key=True, default=new_id)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class Reminder(models.Model):
    """How somebody is reminded who still must answer. `at` is when that was done last, by whatever hand.

    `asked_on` is since when the round knows that `owed` answers about `edition` are asked; `times` how often the
    round itself mailed since, and `tried_on` the last day on which it looked at this person.
    """

    person = models.OneToOneField("people.Person", on_delete=models.CASCADE, primary_key=True, related_name="+")
    at = models.DateTimeField(null=True)
    asked_on = models.DateField(null=True)
    edition = models.CharField(max_length=60, blank=True)
    owed = models.PositiveIntegerField(default=0)
    times = models.PositiveSmallIntegerField(default=0)
    tried_on = models.DateField(null=True)


class Reminding(models.Model):
    """The school's reminders as a whole: `stream` tells who let them rest, `done_on` is the last day that is done."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    stream = models.UUIDField(unique=True)
    done_on = models.DateField(null=True)

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(id=1), name="one_history_of_reminders"),)


class ReminderRest(models.Model):
    """That nobody is reminded: until a day, or until somebody starts it again. Absent while mail goes out."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    until = models.DateField(null=True)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(id=1), name="one_rest_of_reminders"),)


class PaperList(models.Model):
    """A list that was printed to sign by hand: for which class, of which text. `token` is all that its codes tell."""

    id = models.UUIDField(primary_key=True, default=new_id)
    token = models.CharField(max_length=24, unique=True)
    school_class = models.ForeignKey("people.SchoolClass", on_delete=models.CASCADE, related_name="+")
    households = models.BooleanField()
    edition = models.CharField(max_length=60)
    edition_digest = models.CharField(max_length=64)
    document_digest = models.CharField(max_length=64, blank=True)
    language = models.CharField(max_length=8)
    made_at = models.DateTimeField()
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
    stream = models.UUIDField()


class PaperLine(models.Model):
    """One signature that a printed list asks for. Lines with the same `household` stand on one slip."""

    paper = models.ForeignKey(PaperList, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveSmallIntegerField()
    household = models.PositiveSmallIntegerField(default=0)
    signer = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+", db_index=False)
    on_behalf_of = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+", db_index=False)
    audience = models.CharField(max_length=20)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["paper", "number"], name="one_line_a_number"),)
        ordering = ("number",)
