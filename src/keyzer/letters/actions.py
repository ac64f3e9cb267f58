"""Every write to a letter: its own history, its row and what the case learns of it go together, or not at all."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import IntegrityError, transaction

from keyzer import protocol
from keyzer.cases import actions as cases
from keyzer.cases import queries as case_queries
from keyzer.cases.actions import AlreadyDone, Refused
from keyzer.kit import clock
from keyzer.kit.ids import new_id
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.ledger import files
from keyzer.people import queries as people
from keyzer.post import actions as post

from . import composing, events, links, reading, stream
from .composing import Place
from .events import AnyEvent, Free
from .models import Letter
from .phases import APPROVED, DRAFT, SENT, WITHDRAWN
from .standing import PAST_IT, works_on

BY_LINK = protocol.Channel.EMAIL


class NotYours(Exception):
    """This person does not work on the case that the letter belongs to."""


class Changed(Exception):
    """The letter would no longer say what the approver has read: the case, a name or an address changed since."""


class NoMailbox(Exception):
    """The addressee has no e-mail address: print the letter."""


def draft(case: UUID, slot: str, *, by: UUID, at: datetime) -> UUID:
    """Begin a letter and answer its id; the one that is there already when the slot is taken.

    Raises NotYours, and Refused for a letter that this case can't have.
    """
    with writing():
        file = _working(case, by, at)
        _expect_slot(file, slot, at)
        taken = _living(case, slot)
        if taken is not None:
            return taken
        return _begin(file, slot, by, at)


def draft_all(case: UUID, slots: Sequence[str], *, by: UUID, at: datetime) -> list[UUID]:
    """Begin several letters, such as those about one decision. Raises as `draft`, and then begins none."""
    with writing():
        return [draft(case, slot, by=by, at=at) for slot in slots]


def rewrite(letter: UUID, language: str, free: Free, *, seen: int, by: UUID, at: datetime) -> int:
    """Change the free paragraphs or the language of a draft and answer the new version.

    Raises NotYours, ledger.actions.Conflict, AlreadyDone, and Refused once it is approved.
    """
    with _held(letter, events.Rewritten, seen=seen, by=by, at=at) as held:
        held.expect(DRAFT)
        held.row.language = language
        return held.write(events.Rewritten(language=language, free=free))


def approve(letter: UUID, *, seen: int, digest: str, by: UUID, at: datetime) -> int:
    """Compose it anew, freeze it as a PDF with its hash, and let the case know; answers the new version.

    `digest` is of the content that was read (composing.Content). Raises NotYours, ledger.actions.Conflict,
    AlreadyDone, Changed, typesetting.RenderingProblem, and Refused with all that is lacking or who may.
    """
    with _held(letter, events.Approved, seen=seen, by=by, at=at) as held:
        held.expect(DRAFT)
        made = composing.compose(held.file, held.place, held.history.free, at=at)
        if isinstance(made, protocol.Refusal):
            raise Refused(made.reasons)
        if made.digest != digest:
            raise Changed
        pdf = made.pdf(at)
        told = protocol.IssueLetter(
            slot=held.row.slot,
            letter=str(letter),
            language=held.row.language,
            digest=hashlib.sha256(pdf).hexdigest(),
        )
        cases.act(held.row.case_id, told, seen=held.file.version, by=by, at=at)
        with _kept(pdf, letter) as kept:
            held.row.phase, held.row.approved_at = APPROVED, at
            held.row.file, held.row.digest = kept.id, kept.sha256
            approved = events.Approved(file=kept.id, digest=kept.sha256, size=kept.size, text=reading.text(made))
            return held.write(approved)


def send(letter: UUID, channel: protocol.Channel, proof: str, *, seen: int, by: UUID, at: datetime) -> int:
    """Record how an approved letter went out, and by e-mail let the post bring a link; answers the new version.

    Raises NotYours, ledger.actions.Conflict, AlreadyDone, NoMailbox, and Refused by the protocol.
    """
    with _held(letter, events.Sent, seen=seen, by=by, at=at) as held:
        held.expect(APPROVED)
        told = protocol.SendLetter(slot=held.row.slot, channel=channel, proof=proof)
        cases.act(held.row.case_id, told, seen=held.file.version, by=by, at=at)
        if channel is BY_LINK and held.row.addressee_id and not _mailed(held.row, by, at):
            raise NoMailbox
        held.row.phase, held.row.sent_at = SENT, at
        return held.write(events.Sent(channel=channel.value, proof=proof))


def withdraw(letter: UUID, reason: str, *, seen: int, by: UUID, at: datetime) -> int:
    """Take a letter back that did not go out yet; its slot is free again. Answers the new version.

    Raises NotYours, ledger.actions.Conflict, AlreadyDone, and Refused once it was sent.
    """
    with _held(letter, events.Withdrawn, seen=seen, by=by, at=at) as held:
        held.expect(DRAFT, APPROVED)
        if held.row.phase == APPROVED:
            told = protocol.WithdrawLetter(slot=held.row.slot, reason=reason)
            cases.act(held.row.case_id, told, seen=held.file.version, by=by, at=at)
        held.row.phase = WITHDRAWN
        return held.write(events.Withdrawn(reason=reason))


def note_opened(letter: UUID, through: str, *, by: UUID | None, at: datetime) -> None:
    """Record that the addressee opened a letter that was sent; the first time of each way (`link`, `account`).

    Raises Letter.DoesNotExist for a letter that was not sent.
    """
    with writing():
        row = Letter.objects.get(id=letter, phase=SENT)
        history = stream.replay(letter)
        if history is None or any(
            isinstance(one.event, events.Opened) and one.event.through == through for one in history.happened
        ):
            return
        row.opened_at = row.opened_at or at
        _write(row, history, events.Opened(through=through), by, at)


class _Held(NamedTuple):
    """A letter that somebody is working on, as it was read."""

    row: Letter
    file: case_queries.CaseFile
    history: stream.History
    by: UUID
    at: datetime

    @property
    def place(self) -> Place:
        return Place(self.row.id, self.row.slot, self.row.language)

    def expect(self, *phases: str) -> None:
        """Raise Refused when the letter is past what is asked."""
        if self.row.phase not in phases:
            raise Refused((PAST_IT[self.row.phase],))

    def write(self, event: AnyEvent) -> int:
        """Add the event and let the row follow."""
        return _write(self.row, self.history, event, self.by, self.at)


@contextmanager
def _held(letter: UUID, doing: type[AnyEvent], *, seen: int, by: UUID, at: datetime) -> Iterator[_Held]:
    """One transaction about one letter, for who works on its case and has seen its last version."""
    with writing():
        row = Letter.objects.get(id=letter)
        file = _working(row.case_id, by, at)
        history = stream.replay(letter)
        if history is None:
            raise ledger.Erased
        if history.version != seen:
            next_one = history.happened[seen] if seen < history.version else None
            if next_one and next_one.by == by and isinstance(next_one.event, doing):
                raise AlreadyDone
            raise ledger.Conflict(seen, history.version)
        yield _Held(row, file, history, by, at)


@contextmanager
def _kept(pdf: bytes, letter: UUID) -> Iterator[files.Kept]:
    """The PDF, kept with the stream of its letter, unless what is done with it fails."""
    incoming = files.Incoming()
    incoming.write(pdf)
    kept = incoming.keep(letter)
    try:
        yield kept
    except BaseException:
        files.remove(kept.id)
        raise


def _working(case: UUID, by: UUID, at: datetime) -> case_queries.CaseFile:
    viewer = people.viewer_of(by, clock.local(at).date())
    file = case_queries.case_for(viewer, case)
    if file is None or not works_on(viewer, file):
        raise NotYours
    return file


def _expect_slot(file: case_queries.CaseFile, slot: str, at: datetime) -> None:
    """Raise Refused when the case can't have this letter, with the protocol's reasons."""
    if any(one.id == slot for one in protocol.letter_slots(file.edition, file.state, at)):
        return
    composed = protocol.compose(file.edition, file.state, slot, at)
    raise Refused(composed.reasons if isinstance(composed, protocol.Refusal) else ())


def _living(case: UUID, slot: str) -> UUID | None:
    rows = Letter.objects.filter(case_id=case, slot=slot).exclude(phase=WITHDRAWN)
    return rows.values_list("id", flat=True).first()


def _begin(file: case_queries.CaseFile, slot: str, by: UUID, at: datetime) -> UUID:
    """A new draft in the addressee's language. When another writer was first, theirs."""
    letter = new_id()
    place = Place(letter, slot, composing.LANGUAGES[0])
    language = _language_of(place.addressee) or place.language
    row = Letter(
        id=letter,
        case_id=file.id,
        slot=slot,
        kind=place.kind,
        about=place.about,
        addressee_id=place.addressee,
        body=place.body,
        language=language,
        phase=DRAFT,
        version=1,
        drafted_at=at,
    )
    begun = events.Drafted(case=file.id, slot=slot, language=language, free=Free())
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            ledger.begin_stream(stream.KIND, events.entries([begun]), by=by, at=at, stream=letter)
    except IntegrityError:
        taken = _living(file.id, slot)
        if taken is None:
            raise
        return taken
    return letter


def _language_of(person: UUID | None) -> str | None:
    """The language that the addressee reads, when there are letters in it."""
    known = people.brief([person]).get(person) if person else None
    return known.language if known and known.language in composing.LANGUAGES else None


def _mailed(row: Letter, by: UUID, at: datetime) -> bool:
    """Whether the post takes a link to the addressee."""
    to, path = row.addressee_id, links.path_for(row.id)
    return to is not None and post.queue(to=to, kind="letter", path=path, by=by, at=at)


def _write(row: Letter, history: stream.History, event: AnyEvent, by: UUID | None, at: datetime) -> int:
    row.version = ledger.append(row.id, events.entries([event]), seen=history.version, by=by, at=at)
    row.save()
    return row.version
