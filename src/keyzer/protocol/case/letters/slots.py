"""`letter_slots`: every letter that a case can have now, how far each is, and what still keeps it back."""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from keyzer.protocol.case import facts
from keyzer.protocol.case.events.letters import LetterIssued
from keyzer.protocol.case.events.measures import MeasureDecided
from keyzer.protocol.case.letters.addressees import against
from keyzer.protocol.case.letters.compose import lacking
from keyzer.protocol.case.letters.matters import INSPECTORATE, MUNICIPALITY, matters
from keyzer.protocol.case.letters.page import Page
from keyzer.protocol.case.notices import must_be_written
from keyzer.protocol.case.reasons import Reason
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.edition import Edition
from keyzer.protocol.vocabulary import LetterAbout, Text, Voice

BODY_NAMES = {
    INSPECTORATE: Text(nl="de Inspectie van het Onderwijs", en="the Inspectorate of Education"),
    MUNICIPALITY: Text(nl="de gemeente", en="the municipality"),
}


class SlotStatus(StrEnum):
    MISSING = "missing"
    READY = "ready"
    ISSUED = "issued"
    SENT = "sent"


class Slot(Struct, frozen=True, kw_only=True):
    """The place of one letter to one addressee. `letter` is the id of the one that was issued.

    `required` says that it must be told in writing. `lacking` are the reasons why it can't be made, each with the
    `command` that helps, where there is one.
    """

    id: str
    kind: str
    label: Text
    about: str
    addressee: str
    required: bool
    status: SlotStatus
    lacking: tuple[Reason, ...]
    voice: Voice
    letter: str | None


def letter_slots(edition: Edition, state: CaseState, now: datetime) -> tuple[Slot, ...]:
    """Each letter that this case can have at `now`, and each that was issued, in the order of the edition."""
    return tuple(
        _slot(page)
        for page in pages(edition, state, now)
        if issued(state, page.slot) or (not is_over(page) and not against(page))
    )


def pages(edition: Edition, state: CaseState, now: datetime) -> Iterator[Page]:
    """Each letter that the case could have at whatever age of the subject."""
    for kind in edition.letters.values():
        if kind.lane is not state.lane:
            continue
        for matter in matters(kind, state):
            for addressee in matter.addressees:
                yield Page(edition=edition, state=state, kind=kind, matter=matter, addressee=addressee, now=now)


def page_about(edition: Edition, state: CaseState, decision: MeasureDecided, person: str, now: datetime) -> Page:
    """The letter that tells a decision to one person; a loaded edition has one for each measure."""
    kinds = (kind for kind in edition.letters.values() if kind.about is LetterAbout.DECISION)
    told = ((kind, matter) for kind in kinds for matter in matters(kind, state) if matter.id == decision.decision)
    kind, matter = next(told)
    return Page(edition=edition, state=state, kind=kind, matter=matter, addressee=person, now=now)


def is_over(page: Page) -> bool:
    """Whether nobody needs this letter any more: its measure ended untold, or what it intends was decided."""
    if page.kind.about is LetterAbout.INTENTION:
        return any(
            one.measure == page.matter.measure and one.at >= page.matter.event.at for one in page.state.decisions
        )
    if page.kind.about is not LetterAbout.DECISION or page.matter.decision is None:
        return False
    return page.matter.decision not in facts.in_force(page.state)


def issued(state: CaseState, slot: str) -> LetterIssued | None:
    """The letter that was issued for a slot and not taken back."""
    back = {one.letter for one in state.letters_withdrawn}
    kept = (one for one in reversed(state.letters_issued) if one.slot == slot and one.letter not in back)
    return next(kept, None)


def is_sent(state: CaseState, slot: str) -> bool:
    """Whether the letter of a slot was given or sent."""
    return any(one.slot == slot for one in state.letters_sent)


def is_required(page: Page) -> bool:
    """Whether this must be told in writing: by its kind, or because the decision must be."""
    decision = page.matter.decision
    if page.kind.about is LetterAbout.DECISION and decision is not None:
        return must_be_written(page.edition, decision)
    return page.kind.in_writing


def to_issue(edition: Edition, state: CaseState) -> list[Page]:
    """Letters that nobody issued yet; whether each can be is asked of `lacking`, at a moment."""
    waiting = (page for page in pages(edition, state, state.last_at) if not issued(state, page.slot))
    return [page for page in waiting if not is_over(page)]


def to_send(edition: Edition, state: CaseState) -> list[Page]:
    """Letters that were issued and did not go out."""
    ready = (page for page in pages(edition, state, state.last_at) if issued(state, page.slot))
    return [page for page in ready if not is_sent(state, page.slot)]


def titled(page: Page) -> Text:
    """What letter it is, and to whom."""
    label, to = page.kind.label, addressed(page.addressee)
    return Text(nl=f"{label.nl}, voor {to.nl}", en=f"{label.en}, to {to.en}")


def addressed(addressee: str) -> Text:
    """The addressee in words; `{person:<id>}` where a room puts a name."""
    return BODY_NAMES.get(addressee) or Text(nl=f"{{person:{addressee}}}", en=f"{{person:{addressee}}}")


def _slot(page: Page) -> Slot:
    letter = issued(page.state, page.slot)
    against_it = () if letter else tuple(lacking(page))
    return Slot(
        id=page.slot,
        kind=page.kind.id,
        label=page.kind.label,
        about=page.matter.id,
        addressee=page.addressee,
        required=is_required(page),
        status=_status(page, letter, against_it),
        lacking=against_it,
        voice=page.voice,
        letter=letter.letter if letter else None,
    )


def _status(page: Page, letter: LetterIssued | None, against_it: tuple[Reason, ...]) -> SlotStatus:
    if is_sent(page.state, page.slot):
        return SlotStatus.SENT
    if letter is not None:
        return SlotStatus.ISSUED
    return SlotStatus.MISSING if against_it else SlotStatus.READY
