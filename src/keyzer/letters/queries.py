"""Every read of letters. Who sees a case sees its letters; who was sent one reads that one, and no other."""

import hashlib
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.cases.queries import CaseFile, case_for
from keyzer.ledger import files

from . import events, stream
from .composing import Place
from .models import Letter
from .phases import APPROVED, DRAFT, SENT, WITHDRAWN


class LetterAltered(files.FileProblem):
    """The kept file is not the one that was approved: it is not handed out."""


class LetterLine(NamedTuple):
    """One letter in a list."""

    id: UUID
    slot: str
    kind: str
    about: str
    addressee: UUID | None
    body: str
    language: str
    phase: str
    version: int
    drafted_at: datetime
    approved_at: datetime | None
    sent_at: datetime | None
    opened_at: datetime | None

    @property
    def place(self) -> Place:
        """Which letter it is."""
        return Place(self.id, self.slot, self.language)


class CaseLetters(NamedTuple):
    """The letters of a case: those that it can have, and those that there are (withdrawn ones too), oldest first.

    `left_out` are the guardians who get none, with the reason.
    """

    file: CaseFile
    slots: tuple[protocol.Slot, ...]
    letters: tuple[LetterLine, ...]
    left_out: tuple[tuple[str, protocol.Reason], ...]

    def letter_in(self, slot: str) -> LetterLine | None:
        """The letter in a slot that was not withdrawn."""
        return next((one for one in self.letters if one.slot == slot and one.phase != WITHDRAWN), None)


class LetterFile(NamedTuple):
    """A letter whole, for who sees the case. `following` is the next one about the same that must still go out."""

    line: LetterLine
    file: CaseFile
    history: stream.History
    following: LetterLine | None


class SentLetter(NamedTuple):
    """A letter as its addressee has it. `subject` is who the case is about."""

    id: UUID
    case: UUID
    subject: UUID
    addressee: UUID
    kind: str
    about: str
    label: protocol.Text
    language: str
    sent_at: datetime
    opened_at: datetime | None


def of_case(viewer: protocol.Viewer, case: UUID, now: datetime) -> CaseLetters | None:
    """The letters of a case that this viewer may see; None for another's case."""
    file = case_for(viewer, case)
    if file is None:
        return None
    slots = protocol.letter_slots(file.edition, file.state, now)
    rows = Letter.objects.filter(case_id=case).order_by("id").values_list(*_LINE)
    left_out = protocol.left_out(file.edition, file.state, now)
    return CaseLetters(file, slots, tuple(LetterLine(*row) for row in rows), left_out)


def letter_for(viewer: protocol.Viewer, letter: UUID) -> LetterFile | None:
    """A letter of a case that this viewer may see, unless it was erased."""
    row = Letter.objects.filter(id=letter).values_list("case_id", *_LINE).first()
    file = case_for(viewer, row[0]) if row else None
    history = stream.replay(letter) if file else None
    if row is None or file is None or history is None:
        return None
    line = LetterLine(*row[1:])
    return LetterFile(line, file, history, _following(file.id, line))


def for_person(viewer: protocol.Viewer) -> list[SentLetter]:
    """The letters that were sent to this person, newest first."""
    rows = Letter.objects.filter(addressee_id=UUID(viewer.id), phase=SENT).order_by("-id")
    return [_sent(row) for row in rows.values_list(*_SENT)]


def sent_letter(letter: UUID) -> SentLetter | None:
    """A letter that was sent to a person, for who comes by its own link; whoever asks must have shown that link."""
    row = Letter.objects.filter(id=letter, phase=SENT).exclude(addressee=None).values_list(*_SENT).first()
    return _sent(row) if row else None


def content(letter: UUID) -> bytes:
    """The PDF as it was approved, hashed anew. Raises LetterAltered, files.FileProblem, Letter.DoesNotExist."""
    row = Letter.objects.values_list("file", "digest").get(id=letter)
    file, digest = row
    approved = _approved(letter)
    if file is None or approved is None:
        raise files.FileProblem(f"letter `{letter}` was not approved, or was erased: there is no file of it")
    kept = b"".join(files.content(letter, file))
    if not hashlib.sha256(kept).hexdigest() == digest == approved.digest:
        raise LetterAltered(f"the file of letter `{letter}` was altered: restore it from a backup")
    return kept


def text(letter: UUID) -> str:
    """What the approved letter says, as HTML that `reading.safe` made. Raises files.FileProblem."""
    approved = _approved(letter)
    if approved is None:
        raise files.FileProblem(f"letter `{letter}` was not approved, or was erased: there is no text of it")
    return approved.text


def _following(case: UUID, line: LetterLine) -> LetterLine | None:
    alike = Letter.objects.filter(case_id=case, kind=line.kind, about=line.about, phase__in=(DRAFT, APPROVED))
    rows = alike.exclude(id=line.id).order_by("-phase", "id").values_list(*_LINE)
    return next((LetterLine(*row) for row in rows[:1]), None)


def _approved(letter: UUID) -> events.Approved | None:
    history = stream.replay(letter)
    found = history.last(events.Approved) if history else None
    return found[1] if found else None


def _sent(row: tuple[Any, ...]) -> SentLetter:
    edition, letter, case, subject, addressee, kind, *rest = row
    label = protocol.shipped(edition).letters[kind].label
    about, language, sent_at, opened_at = rest
    return SentLetter(letter, case, subject, addressee, kind, about, label, language, sent_at, opened_at)


_LINE = (
    "id",
    "slot",
    "kind",
    "about",
    "addressee_id",
    "body",
    "language",
    "phase",
    "version",
    "drafted_at",
    "approved_at",
    "sent_at",
    "opened_at",
)
_SENT = (
    "case__edition",
    "id",
    "case_id",
    "case__subject_id",
    "addressee_id",
    "kind",
    "about",
    "language",
    "sent_at",
    "opened_at",
)
