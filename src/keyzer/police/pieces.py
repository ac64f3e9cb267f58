"""What there is of proof with a case: files as they came in, and of a conversation the parts that were chosen."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID, uuid5

from keyzer.evidence import queries as evidence
from keyzer.evidence.chats import Message, said
from keyzer.evidence.kinds import TEXT
from keyzer.evidence.queries import Chosen, ItemView
from keyzer.ledger.files import FileProblem

NOTHING = "(er staan geen woorden bij)"


class Stays(StrEnum):
    """Why a piece never goes along in a pack, whatever is answered."""

    CONVERSATION = "conversation"
    LOCKED = "locked"
    ERASED = "erased"
    DAMAGED = "damaged"


class Piece(NamedTuple):
    """One piece of proof. `words` are what is in it when it is a part of a conversation, with everybody else masked.

    `item` and `passage` tell where in the school it is looked at; `handed` what the police have of it already.
    """

    id: UUID
    item: UUID
    passage: int | None
    name: str
    media: str
    size: int
    sha256: str
    received_at: datetime
    stays: Stays | None
    handed: tuple[str, ...]
    words: bytes | None
    found: ItemView

    @property
    def is_asked(self) -> bool:
        """Whether somebody has to say whom it shows, before it can go along."""
        return self.stays is None

    def content(self) -> Iterator[bytes]:
        """Its bytes. Raises ledger.files.FileProblem when it is gone, was altered, or is locked away."""
        if self.stays is not None:
            raise FileProblem(f"piece `{self.id}` stays at school: {self.stays}")
        return iter([self.words]) if self.words is not None else evidence.original(self.found)


def pieces_of(reports: Iterable[UUID]) -> tuple[Piece, ...]:
    """All proof that came with these reports, oldest first, each conversation before the parts of it."""
    found = sorted(evidence.items_of(reports), key=lambda one: (one.received_at, one.taken_from is not None, one.name))
    return tuple(piece for one in found for piece in _pieces(one))


def _pieces(found: ItemView) -> Iterator[Piece]:
    whole = Piece(
        id=found.id,
        item=found.id,
        passage=None,
        name=found.name,
        media=found.media,
        size=found.size,
        sha256=found.sha256,
        received_at=found.received_at,
        stays=_stays(found),
        handed=tuple(one.told.number for one in found.handed),
        words=None,
        found=found,
    )
    yield whole
    for chosen in found.passages if found.is_readable else ():
        yield _part(whole, chosen)


def _stays(found: ItemView) -> Stays | None:
    if found.is_quarantined:
        return Stays.ERASED if found.is_erased else Stays.LOCKED
    try:
        return Stays.CONVERSATION if evidence.is_chat(found) else None
    except FileProblem:
        return None  # making a pack of it tells that it was altered


def _part(whole: Piece, chosen: Chosen) -> Piece:
    part = whole._replace(
        id=uuid5(whole.id, f"passage {chosen.number}"),
        passage=chosen.number,
        media=TEXT.media,
        handed=(),
    )
    try:
        words = _as_text(whole, chosen, evidence.passage(whole.found, chosen.number)).encode()
    except FileProblem:
        return part._replace(stays=Stays.DAMAGED)
    return part._replace(size=len(words), sha256=hashlib.sha256(words).hexdigest(), stays=None, words=words)


def _as_text(whole: Piece, chosen: Chosen, messages: list[Message]) -> str:
    """The part as a text for the police, in Dutch."""
    head = (
        f"Berichten {chosen.passage.first + 1} tot en met {chosen.passage.last + 1} uit een gesprek op school.\n"
        "Wie geen deel had aan wat er gebeurde, staat er met een nummer in.\n"
        f"SHA-256 van het hele gesprek: {whole.sha256}\n"
        f"SHA-256 van deze berichten zoals ze zijn verstuurd: {chosen.passage.sha256}\n"
    )
    return head + "".join(f"\n{_line(one)}\n" for one in messages)


def _line(one: Message) -> str:
    moment = one.at.strftime("%d-%m-%Y %H:%M:%S") if one.at else f"{one.stamp} (deze datum kan niet kloppen)"
    attached = f"[bijlage: {one.attachment or 'niet in de export'}] " if one.attachment is not None else ""
    words = said(one) or ("" if attached else NOTHING)
    return f"{one.number + 1}. {moment} {one.author}: {attached}{words}".rstrip()
