"""Files that come in by pieces: cut off, taken up again, given up, sent by somebody else."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings

from keyzer.evidence import actions, queries
from keyzer.evidence.actions.uploads import Incomplete, NoUpload
from keyzer.evidence.judging import judge
from keyzer.evidence.kinds import Problem, Unacceptable
from keyzer.evidence.models import Upload
from keyzer.evidence.parts import WrongOffset
from keyzer.ledger.files import FRAME
from tests.cast import NOW, Cast

FILM = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00" + b"Noorderlicht" * 30_000
MINE = {"holder": "een-leerling"}


def begin(content: bytes = FILM, name: str = "film.mp4", **other: str) -> UUID:
    begun = actions.begin_upload(name=name, size=len(content), fingerprint="f", at=NOW, **{**MINE, **other})
    return begun.upload


class Cut(BytesIO):
    """A sender that goes away."""

    def read(self, size: int | None = -1, /) -> bytes:
        if not (found := super().read(size)):
            raise OSError("unreadable")
        return found


def test_a_cut_upload_is_taken_up_again_and_comes_back_whole(cast: Cast, stream: UUID, evidence_folder: Path) -> None:
    upload = begin()
    there = actions.take(upload, Cut(FILM[: 2 * FRAME + 1000]), offset=0, **MINE).received
    assert there == 2 * FRAME
    assert begin() == upload
    assert actions.begun(upload, **MINE).received == there
    with pytest.raises(WrongOffset) as wrong:
        actions.take(upload, BytesIO(FILM), offset=0, **MINE)
    assert wrong.value.actual == there
    with pytest.raises(Incomplete):
        actions.whole_upload(upload, **MINE)
    assert actions.take(upload, BytesIO(FILM[there:]), offset=there, **MINE).received == len(FILM)
    assert all(b"Noorderlicht" not in place.read_bytes() for place in evidence_folder.iterdir())
    whole = actions.whole_upload(upload, **MINE)
    kind = judge(whole.incoming, whole.inspection, whole.name)
    kept = actions.keep(whole.incoming, kind, whole.name, stream=stream, by=cast.reporter, at=NOW)
    actions.drop_upload(upload, **MINE)
    [item] = queries.items_of([stream])
    assert (item.id, item.name, item.media, item.size) == (kept.item, "film.mp4", "video/mp4", len(FILM))
    assert b"".join(queries.original(item)) == FILM
    assert [place.name for place in evidence_folder.iterdir()] == [str(kept.item)]
    assert not Upload.objects.exists()


def test_a_frame_that_was_torn_by_a_crash_is_sent_again(cast: Cast, evidence_folder: Path) -> None:
    upload = begin()
    actions.take(upload, Cut(FILM[: 3 * FRAME]), offset=0, **MINE)
    [place] = evidence_folder.iterdir()
    place.write_bytes(place.read_bytes()[:-100])
    assert actions.begun(upload, **MINE).received == 2 * FRAME


def test_nobody_else_goes_on_with_it(cast: Cast, stream: UUID) -> None:
    upload = begin()
    for attempt in (
        lambda: actions.begun(upload, holder="iemand anders"),
        lambda: actions.take(upload, BytesIO(FILM), offset=0, holder="iemand anders"),
        lambda: actions.drop_upload(upload, holder="iemand anders"),
    ):
        with pytest.raises(NoUpload):
            attempt()
    assert begin(holder="iemand anders") != upload


def test_what_was_given_up_is_gone_after_a_day(cast: Cast, evidence_folder: Path) -> None:
    upload = begin()
    actions.take(upload, Cut(FILM[:FRAME]), offset=0, **MINE)
    assert actions.sweep(NOW + timedelta(hours=23)) == 0
    assert actions.sweep(NOW + timedelta(hours=25)) == 1
    assert list(evidence_folder.iterdir()) == []
    with pytest.raises(NoUpload):
        actions.begun(upload, **MINE)


def test_limits_are_kept_before_anything_is_sent(cast: Cast) -> None:
    for size, problem in ((0, Problem.EMPTY), (settings.KEYZER_EVIDENCE_LIMIT + 1, Problem.TOO_LARGE)):
        with pytest.raises(Unacceptable) as refused:
            actions.begin_upload(name="x.mp4", size=size, fingerprint="f", at=NOW, **MINE)
        assert refused.value.problem is problem
    for number in range(20):
        begin(FILM + bytes(number))
    with pytest.raises(Unacceptable) as refused:
        begin(FILM + bytes(20))
    assert refused.value.problem is Problem.TOO_MANY
