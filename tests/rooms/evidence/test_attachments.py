"""What lies beside the text in the archive of a chat: taken out one by one, out of a passage that was chosen."""

from pathlib import Path
from uuid import UUID

import pytest

from keyzer.evidence import actions, queries
from keyzer.evidence.actions import NoAttachment
from keyzer.evidence.kinds import Problem, Unacceptable
from tests.cast import NOW, Cast
from tests.rooms.evidence.conftest import Keep, picture
from tests.rooms.evidence.test_items import archive

LRM = "\u200e"
PHOTO, OTHERS_PHOTO = picture(), picture(80)
TEXT = (
    f"[22-11-2026 21:09:00] Lena Visser: {LRM}<bijgevoegd: 00000001-Lena.jpg>\n"
    f"[22-11-2026 21:10:00] Sem: {LRM}<bijgevoegd: 00000002-PHOTO.jpg>\n"
    f"[22-11-2026 21:11:00] Sem: {LRM}<bijgevoegd: 00000003-AUDIO.opus>\n"
    f"[22-11-2026 21:12:00] Sem: {LRM}<bijgevoegd: weg.jpg>\n"
    f"[22-11-2026 21:13:00] Sem: hoi\n"
    f"[22-11-2026 21:14:00] Daan: {LRM}<bijgevoegd: 00000006-PHOTO.jpg>\n"
)
MEMBERS = {
    "_chat.txt": TEXT.encode(),
    "00000001-Lena.jpg": PHOTO,
    "00000002-PHOTO.jpg": b"geen foto",
    "00000003-AUDIO.opus": b"OggS" + bytes(200),
    "00000006-PHOTO.jpg": OTHERS_PHOTO,
}


@pytest.fixture
def chat(cast: Cast, keep: Keep) -> UUID:
    """An archive of which the first five messages were chosen as proof; Lena takes no part."""
    item = keep(archive(MEMBERS), "chat.zip").item
    actions.read_chat(item, by=cast.coordinator, at=NOW)
    actions.choose_passage(item, 0, 4, visible=["Sem"], also=[], by=cast.coordinator, at=NOW)
    return item


def take(cast: Cast, chat: UUID, message: int, *, locks: bool = False) -> UUID:
    return actions.take_attachment(chat, message, locks=locks, by=cast.coordinator, at=NOW)


def view(stream: UUID, item: UUID) -> queries.ItemView:
    found = queries.item(stream, item)
    assert found is not None
    return found


def test_one_of_a_passage_is_an_item_of_its_own_and_sealed(cast: Cast, stream: UUID, chat: UUID) -> None:
    assert queries.attached(view(stream, chat), 1) == {0, 1, 2}
    item = take(cast, chat, 0)
    assert take(cast, chat, 0) == item
    found = view(stream, item)
    assert (found.name, found.media, found.openings) == ("00000001-Persoon 1.jpg", "image/jpeg", ())
    assert found.taken_from is not None
    assert (found.taken_from.chat, found.taken_from.message, found.received_at) == (chat, 0, NOW)
    assert b"".join(queries.original(found)) == PHOTO
    assert view(stream, chat).attachments == {0: item}
    assert view(stream, take(cast, chat, 2)).family == "sound"


def test_what_is_in_no_passage_stays_sealed(cast: Cast, stream: UUID, chat: UUID) -> None:
    for message in (5, 4, 3, 99):
        with pytest.raises(NoAttachment):
            take(cast, chat, message)
    assert len(queries.items_of([stream])) == 1


def test_each_is_judged_as_if_it_had_been_sent_by_itself(
    cast: Cast, stream: UUID, chat: UUID, evidence_folder: Path
) -> None:
    before = sorted(evidence_folder.iterdir())
    with pytest.raises(Unacceptable) as refused:
        take(cast, chat, 1)
    assert refused.value.problem is Problem.OTHER_THAN_NAMED
    assert sorted(evidence_folder.iterdir()) == before


def test_one_that_may_not_be_seen_is_locked_away_with_its_archive_and_the_words_stay(
    cast: Cast, stream: UUID, chat: UUID
) -> None:
    first, sound = take(cast, chat, 0), take(cast, chat, 2)
    actions.quarantine(first, "seksueel beeld", by=cast.coordinator, at=NOW)
    assert [view(stream, one).is_quarantined for one in (first, chat, sound)] == [True, True, False]
    with pytest.raises(queries.Quarantined):
        queries.original(view(stream, chat))
    assert [one.text for one in queries.passage(view(stream, chat), 1)][-1] == "hoi"
    assert queries.attached(view(stream, chat), 1) == frozenset()


def test_where_it_is_about_sexual_pictures_one_is_locked_away_as_it_comes_out(
    cast: Cast, stream: UUID, chat: UUID
) -> None:
    item = take(cast, chat, 0, locks=True)
    assert view(stream, item).is_quarantined
    assert view(stream, item).openings == ()


def test_the_same_picture_that_was_locked_away_before_locks_the_archive(
    cast: Cast, keep: Keep, stream: UUID, chat: UUID
) -> None:
    actions.quarantine(keep(PHOTO, "strand.jpg").item, "seksueel beeld", by=cast.coordinator, at=NOW)
    take(cast, chat, 0)
    assert view(stream, chat).is_quarantined
