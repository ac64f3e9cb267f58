"""What was published beside what was approved, text and pictures; nothing of what was sent to compare is kept."""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from uuid import UUID

from PIL import Image

from keyzer import protocol
from keyzer.evidence.queries import ItemView
from keyzer.evidence.receiving import Received
from keyzer.protocol import Piece

from .likeness import ALIKE, MOST, difference
from .pictures import copy_kept, copy_sent
from .queries import Page

SHOWN_SIDE = 640  # pixels


class Likeness(StrEnum):
    """How a posted picture compares with the approved ones."""

    SAME = "same"
    ALIKE = "alike"
    OTHER = "other"
    UNSEEN = "unseen"


@dataclass(frozen=True)
class Posted:
    """A picture that was posted: `shown` is a small copy as a `data:` address, `beside` what it is most like.

    `stands_for` is the SHA-256 of the approved picture that it is, or else its own.
    """

    likeness: Likeness
    stands_for: str
    shown: str = ""
    beside: UUID | None = None


@dataclass(frozen=True)
class Comparison:
    """What was published beside what was approved; `posted` is empty where no picture was sent to compare."""

    text_is_same: bool
    pieces: tuple[Piece, ...]
    posted: tuple[Posted, ...]
    lacks_some: bool

    @property
    def is_other(self) -> bool:
        """Whether something was published that was not approved."""
        return not self.text_is_same or any(one.likeness is Likeness.OTHER for one in self.posted)

    @property
    def is_unsure(self) -> bool:
        """Whether a picture could not be looked at."""
        return any(one.likeness is Likeness.UNSEEN for one in self.posted)


def compare(page: Page, published: str, sent: Sequence[Received]) -> Comparison:
    """The published text against the approved one word by word, and each picture against every approved one."""
    wanted = page.state.wanted
    approved, read = protocol.normal_text(wanted.draft), protocol.normal_text(published)
    posted = tuple(_looked_at(sent, page.pictures))
    files = protocol.files_compared(wanted.files, [one.stands_for for one in posted])
    return Comparison(approved == read, protocol.compared(approved, read), posted, bool(posted and files.missing))


def _looked_at(sent: Sequence[Received], approved: Sequence[ItemView]) -> Iterable[Posted]:
    """The approved pictures are opened only when a file is not one of them to the last byte."""
    known = {one.sha256 for one in approved}
    others = [one for one in sent if one.incoming.sha256 not in known]
    copies = [(one, _opened(copy)) for one in approved if (copy := copy_kept(one))] if others else []
    for one in sent:
        is_same = one.incoming.sha256 in known
        yield Posted(Likeness.SAME, one.incoming.sha256) if is_same else _beside(one, copies)


def _beside(sent: Received, approved: Sequence[tuple[ItemView, Image.Image]]) -> Posted:
    own, copy = sent.incoming.sha256, copy_sent(sent)
    if copy is None:
        return Posted(Likeness.UNSEEN, own)
    picture = _opened(copy)
    shown = _small(picture)
    if not approved:
        return Posted(Likeness.UNSEEN, own, shown)
    measured = [(difference(picture, other), one) for one, other in approved]
    least, nearest = min(measured, key=lambda pair: pair[0])
    if least <= ALIKE:
        return Posted(Likeness.ALIKE, nearest.sha256, shown, nearest.id)
    beside = nearest.id if least < MOST or len(approved) == 1 else None
    return Posted(Likeness.OTHER, own, shown, beside)


def _opened(copy: bytes) -> Image.Image:
    """One of our own JPEGs, decoded."""
    with Image.open(BytesIO(copy), formats=("JPEG",)) as opened:
        return opened.convert("RGB")


def _small(picture: Image.Image) -> str:
    small, out = picture.copy(), BytesIO()
    small.thumbnail((SHOWN_SIDE, SHOWN_SIDE))
    small.save(out, "JPEG", quality=82)
    return f"data:image/jpeg;base64,{b64encode(out.getvalue()).decode()}"
