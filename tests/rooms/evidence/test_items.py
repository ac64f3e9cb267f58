"""What is kept: once, sealed, opened on the record, locked away unseen."""

import io
import re
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connection
from PIL import Image

from keyzer.evidence import actions, events, queries
from keyzer.evidence.actions.rows import Quarantined
from keyzer.evidence.kinds import Problem, Unacceptable
from keyzer.ledger import queries as ledger
from keyzer.ledger.actions import erase, open_stream
from keyzer.ledger.files import FileProblem
from tests.cast import NOW, Cast
from tests.rooms.evidence.conftest import Keep, picture

CHAT = "22-11-2026 21:09 - Lena Visser: Noorderlicht\n22-11-2026 21:10 - Sem: zeg dat niet tegen Lena\n"


def archive(members: dict[str, bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packed) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def test_the_same_file_twice_is_told_and_kept_once(keep: Keep, stream: UUID, evidence_folder: Path) -> None:
    content = picture()
    first, again = keep(content, "a.jpg"), keep(content, "b.jpg")
    assert (first.is_known, again.is_known, again.item) == (False, True, first.item)
    [item] = queries.items_of([stream])
    assert (item.name, item.again) == ("a.jpg", 1)
    assert len(list(evidence_folder.iterdir())) == 1
    elsewhere = keep(content, "a.jpg", open_stream("report", at=NOW))
    assert not elsewhere.is_known


def test_opening_needs_a_reason_and_is_on_the_record(cast: Cast, keep: Keep, stream: UUID) -> None:
    item = keep(picture(), "a.jpg").item
    with pytest.raises(ValueError, match="reason"):
        actions.open_item(item, "  ", by=cast.coordinator, at=NOW)
    actions.open_item(item, "Ik bereid het gesprek voor", by=cast.coordinator, at=NOW)
    found = queries.item(stream, item)
    assert found is not None
    assert [(one.by, one.reason) for one in found.openings] == [(cast.coordinator, "Ik bereid het gesprek voor")]
    assert [one.by for one in ledger.access_to("evidence", str(item))] == [cast.coordinator]


def test_copies_carry_no_metadata_and_the_veil_tells_nothing(
    cast: Cast, keep: Keep, stream: UUID, evidence_folder: Path
) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Noorderlicht telefoon"
    content = picture(2400, exif=exif, comment=b"Noorderlicht")
    item = keep(content, "a.jpg").item
    assert [actions.draw(item) for _twice in range(2)] == [True, True]
    assert len(list(evidence_folder.iterdir())) == 3
    found = queries.item(stream, item)
    assert found is not None
    veil, copy = queries.veil(found), queries.copy(found)
    assert veil is not None
    assert copy is not None
    with Image.open(io.BytesIO(copy)) as shown:
        assert (max(shown.size), dict(shown.getexif()), shown.info.get("comment")) == (1600, {}, None)
    assert b"Noorderlicht" not in copy + veil
    assert b"Noorderlicht" in b"".join(queries.original(found))
    assert not actions.draw(keep(b"\xff\xd8\xff" + bytes(99), "kapot.jpg").item)


def test_what_is_locked_away_is_opened_by_nobody_and_stays(
    cast: Cast, keep: Keep, stream: UUID, evidence_folder: Path
) -> None:
    item = keep(picture(), "a.jpg").item
    actions.draw(item)
    for _twice in range(2):
        actions.quarantine(item, "seksueel beeld", by=cast.coordinator, at=NOW)
    assert [place.name for place in evidence_folder.iterdir()] == [str(item)]
    found = queries.item(stream, item)
    assert found is not None
    assert found.is_quarantined
    for attempt in (
        lambda: actions.open_item(item, "toch", by=cast.director, at=NOW),
        lambda: actions.draw(item),
    ):
        with pytest.raises(Quarantined):
            attempt()
    for read in (queries.original, queries.copy, queries.veil):
        with pytest.raises(queries.Quarantined):
            read(found)


@pytest.mark.parametrize(
    ("members", "where"),
    [
        ({"_chat.txt": CHAT.encode(), "../../etc/passwd": b"x"}, "../../etc/passwd"),
        ({"_chat.txt": CHAT.encode(), "map/foto.jpg": b"x"}, "map/foto.jpg"),
        ({"_chat.txt": CHAT.encode(), "c:\\x.jpg": b"x"}, "x.jpg"),
        ({"_chat.txt": CHAT.encode(), "nog.zip": archive({"a.txt": b"x"})}, "nog.zip"),
        ({"_chat.txt": bytes(30 * 1024 * 1024)}, "_chat.txt"),
        ({"_chat.txt": CHAT.encode(), **{f"{n}.jpg": b"" for n in range(5_001)}}, "5002 > 5000"),
    ],
)
def test_archives_that_could_do_harm_are_refused_by_name(
    keep: Keep, evidence_folder: Path, members: dict[str, bytes], where: str
) -> None:
    with pytest.raises(Unacceptable) as refused:
        keep(archive(members), "export.zip")
    assert refused.value.problem is Problem.ARCHIVE
    assert where in refused.value.where
    assert list(evidence_folder.iterdir()) == []


def test_an_archive_that_is_cut_or_holds_no_chat_is_refused(keep: Keep, evidence_folder: Path) -> None:
    for content in (
        archive({"_chat.txt": CHAT.encode()})[:-30],
        archive({"a.xml": b"<x/>"}),
        archive({"a.txt": b"hoi"}),
    ):
        with pytest.raises(Unacceptable):
            keep(content, "export.zip")
    assert list(evidence_folder.iterdir()) == []


def test_disk_and_database_hold_nothing_in_the_clear(cast: Cast, keep: Keep, evidence_folder: Path) -> None:
    item = keep(archive({"_chat.txt": CHAT.encode(), "Noorderlicht.jpg": b"x"}), "Noorderlicht.zip").item
    actions.read_chat(item, by=cast.coordinator, at=NOW)
    actions.choose_passage(item, 0, 1, visible=["Sem"], also=["Noorderlicht"], by=cast.coordinator, at=NOW)
    actions.open_item(item, "Noorderlicht zei het", by=cast.coordinator, at=NOW)
    actions.begin_upload(holder="Noorderlicht", name="Noorderlicht.mp4", size=9, fingerprint="Noorderlicht", at=NOW)
    with connection.cursor() as cursor:
        for table in ("evidence_item", "evidence_upload", "ledger_event", "ledger_stream", "ledger_access"):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 -- names of ours
            held = repr([[bytes(v) if isinstance(v, memoryview) else v for v in row] for row in cursor.fetchall()])
            assert "Noorderlicht" not in held
            assert "Sem" not in held
    held_on_disk = b"".join(place.read_bytes() for place in evidence_folder.iterdir())
    assert b"Noorderlicht" not in held_on_disk


def test_with_its_stream_evidence_is_gone(
    keep: Keep, stream: UUID, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]]
) -> None:
    item = keep(picture(), "a.jpg").item
    actions.draw(item)
    found = queries.item(stream, item)
    assert found is not None
    erase(stream, at=NOW)
    with pytest.raises(FileProblem, match="erased"):
        queries.original(found)
    assert settings.KEYZER_EVIDENCE.joinpath(str(item)).exists()
    with django_capture_on_commit_callbacks(execute=True):
        actions.erase_with(stream, at=NOW)
    assert queries.items_of([stream]) == []
    assert list(settings.KEYZER_EVIDENCE.iterdir()) == []


def test_who_erases_a_stream_erases_the_evidence_that_belongs_to_it() -> None:
    """A room that destroys a history lets go of its proof in the same act."""
    rooms = Path(events.__file__).parents[1]
    erasing = {
        place.relative_to(rooms).as_posix(): place.read_text(encoding="utf-8")
        for place in rooms.rglob("*.py")
        if place.relative_to(rooms).parts[0] not in {"ledger", "evidence"}
    }
    erasing = {name: text for name, text in erasing.items() if re.search(r"ledger(?:\.actions)?\.erase\(", text)}
    assert "intake/actions/adviser.py" in erasing
    assert [name for name, text in erasing.items() if "erase_with(" not in text] == []
