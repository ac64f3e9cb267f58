"""What of the proof goes into a pack: of a conversation the chosen parts alone, of what is locked away its digest."""

import subprocess
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest

from keyzer.evidence import actions as evidence
from keyzer.ledger import files
from keyzer.police import actions, queries
from keyzer.police.events import Choices, Shown
from keyzer.police.pieces import Piece, Stays
from tests.cast import Cast, browser_of
from tests.rooms.evidence.test_items import archive
from tests.rooms.intake.samples import JPEG
from tests.rooms.police.test_pack import text_of, unpacked
from tests.rooms.police.world import Stalking, decide_to_report, file_of, stalking

pytestmark = pytest.mark.article("leerlingen-10")
LRM = "\u200e"
CHAT = (
    "[16-11-2026 19:04:00] Noor Jansen: laat me met rust\n"
    f"[16-11-2026 19:05:00] Daan Bakker: {LRM}<bijgevoegd: 00000002-PHOTO.jpg>\n"
    "[16-11-2026 19:06:00] Fleur: Daan hou op\n"
    "[16-11-2026 19:07:00] Daan Bakker: nee Fleur\n"
    "[16-11-2026 19:08:00] Tygo: geheim van Tygo\n"
)
EXPORT = archive({"_chat.txt": CHAT.encode(), "00000002-PHOTO.jpg": JPEG})


@pytest.fixture
def world(cast: Cast, school_morning: datetime, evidence_folder: Path) -> Stalking:
    """A case with the export of a chat and a picture, in which the director decided to report."""
    built = stalking(cast, school_morning, evidence={"export.zip": EXPORT, "groep.jpg": JPEG + b"0"})
    decide_to_report(cast, built.case, school_morning)
    return built


def choose(cast: Cast, world: Stalking, at: datetime, *visible: str) -> None:
    item = world.files["export.zip"]
    evidence.read_chat(item, by=cast.coordinator, at=at)
    evidence.choose_passage(item, 0, 3, visible=visible, also=[], by=cast.coordinator, at=at)


def pieces(cast: Cast, world: Stalking) -> tuple[Piece, ...]:
    return queries.material(file_of(cast, world.case)).evidence


def answers(cast: Cast, world: Stalking, shown: Shown) -> dict[UUID, Shown]:
    return {one.id: shown for one in pieces(cast, world) if one.is_asked}


def make(cast: Cast, world: Stalking, at: datetime, answered: dict[UUID, Shown]) -> UUID:
    persons = (cast.affected,)
    said = Choices(facts="Daan appte.", when="16 november", where="thuis", persons=persons, evidence=answered)
    return actions.make(file_of(cast, world.case), said, by=cast.director, at=at)


def test_of_a_conversation_only_a_chosen_part_goes_along_and_others_have_a_number(
    cast: Cast, world: Stalking, school_morning: datetime, tmp_path: Path
) -> None:
    assert [(one.stays, one.is_asked) for one in pieces(cast, world)] == [(Stays.CONVERSATION, False), (None, True)]
    choose(cast, world, school_morning, "Daan Bakker", "Noor Jansen")
    evidence.take_attachment(world.files["export.zip"], 1, locks=False, by=cast.coordinator, at=school_morning)
    told = make(cast, world, school_morning, answers(cast, world, Shown.NOBODY))
    folder = unpacked(told, tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == [
        "SHA256SUMS", "bewijs-02.txt", "bewijs-03.jpg", "bewijs-04.jpg", "rapport.pdf",
    ]  # fmt: skip
    part = (folder / "bewijs-02.txt").read_text()
    assert "1. 16-11-2026 19:04:00 Noor Jansen: laat me met rust" in part
    assert "4. 16-11-2026 19:07:00 Daan Bakker: nee Persoon 3" in part
    packed = [path.read_bytes() for path in folder.iterdir()]
    assert all(name not in content for content in packed for name in (b"Fleur", b"Tygo"))
    assert (folder / "bewijs-04.jpg").read_bytes() == JPEG
    subprocess.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=folder, check=True)
    assert "deel van een gesprek" in " ".join(text_of(folder / "rapport.pdf").split())


def test_a_part_that_names_who_is_left_out_makes_no_pack(cast: Cast, world: Stalking, school_morning: datetime) -> None:
    choose(cast, world, school_morning, "Daan Bakker", "Fleur")
    with pytest.raises(actions.NamesSomebodyElse) as refused:
        make(cast, world, school_morning, answers(cast, world, Shown.NOBODY))
    assert set(refused.value.found.values()) == {"Fleur"}


def test_what_is_locked_away_is_named_with_its_digest_and_is_never_in_the_zip(
    cast: Cast, world: Stalking, school_morning: datetime, tmp_path: Path
) -> None:
    locked = world.files["groep.jpg"]
    evidence.quarantine(locked, "seksueel beeld", by=cast.coordinator, at=school_morning)
    composing = browser_of(cast.director).get(f"/politie/{world.case}/pakket/").content.decode()
    assert "is weggesloten" in composing
    assert f"shows_{locked.hex}" not in composing
    make(cast, world, school_morning, {})
    folder = unpacked(make(cast, world, school_morning, {locked: Shown.NOBODY}), tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == ["SHA256SUMS", "rapport.pdf"]
    text = " ".join(text_of(folder / "rapport.pdf").split())
    assert "apart gehouden" in text
    sha256 = next(one.sha256 for one in pieces(cast, world) if one.id == locked)
    assert sha256 in text.replace(" ", "")


def test_a_conversation_that_was_altered_on_the_disk_is_said_so(
    cast: Cast, world: Stalking, school_morning: datetime
) -> None:
    choose(cast, world, school_morning, "Daan Bakker")
    [text] = {one.found.chat.file for one in pieces(cast, world) if one.found.chat}
    files.place_of(text).unlink()
    assert [one.stays for one in pieces(cast, world)] == [Stays.CONVERSATION, Stays.DAMAGED, None]
    assert browser_of(cast.director).get(f"/politie/{world.case}/pakket/").status_code == 200
