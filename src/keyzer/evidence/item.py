"""One piece of evidence, folded from all that was recorded of it."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple, TypeVar
from uuid import UUID

from keyzer.ledger.queries import Recorded

from . import events
from .events import Scan
from .kinds import ARCHIVE, FILM, IMAGE, OF_MEDIA, PDF, TEXT

E = TypeVar("E", bound=events.AnyEvent)
Told = list[tuple[Recorded, events.AnyEvent]]


class Opening(NamedTuple):
    """Who opened it, when and why."""

    by: UUID | None
    at: datetime
    reason: str


class Handed(NamedTuple):
    """That the police took it; `by` wrote that down."""

    by: UUID | None
    at: datetime
    told: events.HandedToPolice


class Chosen(NamedTuple):
    """A passage that was chosen as proof; `number` counts from 1 within its item."""

    number: int
    by: UUID | None
    at: datetime
    passage: events.PassageChosen


class Sealing(NamedTuple):
    """The newest sealed archive for the police; `fetched` is when, and by whom, it was downloaded."""

    by: UUID | None
    at: datetime
    told: events.SealedForPolice
    fetched: tuple[tuple[UUID | None, datetime], ...]


class ItemView(NamedTuple):
    """One piece of evidence and all that was recorded of it. `family` is image, sound, film, paper or archive.

    `taken_from` is the chat whose attachment it was; then it came in when that chat did. `attachments` are what was
    taken out of this chat, by the number of the message.
    """

    id: UUID
    stream: UUID
    name: str
    media: str
    family: str
    size: int
    sha256: str
    by: UUID | None
    received_at: datetime
    again: int
    is_quarantined: bool
    stamp: events.Stamped | None
    scan: Scan | None
    openings: tuple[Opening, ...]
    sealing: Sealing | None
    handed: tuple[Handed, ...]
    police_said: events.PoliceSaid | None
    is_erased: bool
    words: str | None
    chat: events.ChatRead | None
    passages: tuple[Chosen, ...]
    attachments: dict[int, UUID]
    taken_from: events.TakenFrom | None

    @property
    def is_picture(self) -> bool:
        """True when copies to look at can be made."""
        return self.family == IMAGE

    @property
    def shows_something(self) -> bool:
        """True when it may be a sexual picture: a picture, a film, or paper that can hold one."""
        return self.family in {IMAGE, FILM} or self.media == PDF.media

    @property
    def is_archive(self) -> bool:
        """True for a chat with its attachments: no other archive is taken in."""
        return self.family == ARCHIVE

    @property
    def may_be_chat(self) -> bool:
        """True for what can be read as the export of a chat."""
        return self.is_archive or self.media == TEXT.media

    @property
    def is_readable(self) -> bool:
        """True while words chosen out of it may be read: of an archive also when its pictures are locked away."""
        return self.chat is not None and not (self.is_quarantined and self.chat.file == self.id)


def fold(item: UUID, stream: UUID, recorded: list[Recorded], *, is_quarantined: bool) -> ItemView:
    """The item as it stands after all that was `recorded`, which is never nothing."""
    told = [(each, events.read(each.content)) for each in recorded]
    first, received = next(_all(told, events.Received))
    taken = _last(told, events.TakenFrom)
    return ItemView(
        id=item,
        stream=stream,
        name=received.name,
        media=received.media,
        family=OF_MEDIA[received.media].family,
        size=received.size,
        sha256=received.sha256,
        by=first.by,
        received_at=taken.received_at if taken else first.at,
        again=len(list(_all(told, events.ReceivedAgain))),
        is_quarantined=is_quarantined,
        stamp=_last(told, events.Stamped),
        scan=next((one.outcome for _, one in _all(told, events.Scanned)), None),
        openings=tuple(Opening(each.by, each.at, one.reason) for each, one in _all(told, events.Opened)),
        sealing=_sealing(told),
        handed=tuple(Handed(each.by, each.at, one) for each, one in _all(told, events.HandedToPolice)),
        police_said=_last(told, events.PoliceSaid),
        is_erased=_last(told, events.Erased) is not None,
        words=next((one.words for _, one in _all(told, events.WordsRead)), None),
        chat=_last(told, events.ChatRead),
        passages=_passages(told),
        attachments={one.message: one.item for _, one in _all(told, events.AttachmentTaken)},
        taken_from=taken,
    )


def _all(told: Told, kind: type[E]) -> Iterator[tuple[Recorded, E]]:
    return ((each, one) for each, one in told if isinstance(one, kind))


def _last(told: Told, kind: type[E]) -> E | None:
    return next((one for _, one in reversed(told) if isinstance(one, kind)), None)


def _passages(told: Told) -> tuple[Chosen, ...]:
    chosen = enumerate(_all(told, events.PassageChosen), start=1)
    return tuple(Chosen(number, each.by, each.at, one) for number, (each, one) in chosen)


def _sealing(told: Told) -> Sealing | None:
    made = next(((each, one) for each, one in reversed(told) if isinstance(one, events.SealedForPolice)), None)
    if made is None:
        return None
    each, sealed = made
    fetched = tuple((one.by, one.at) for one, event in _all(told, events.Fetched) if event.file == sealed.file)
    return Sealing(each.by, each.at, sealed, fetched)
