"""The pack: what stock tools say of it, whom it names, and when it is refused."""

import hashlib
import re
import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from keyzer.cases.actions import Refused, involve
from keyzer.incidents import queries as incidents
from keyzer.ledger.actions import Conflict
from keyzer.ledger.files import FileProblem, Incoming, place_of
from keyzer.ledger.verification import verify
from keyzer.police import actions, archive, queries
from keyzer.police.events import Shown
from keyzer.police.models import Pack
from keyzer.protocol import Part
from tests.cast import Cast
from tests.on_disk import alter
from tests.rooms.cases.world import do
from tests.rooms.police.world import CHAT, Stalking, choices, decide_to_report, file_of, stalking

OTHERS = ("Fleur", "Mulder", "Sem", "Smit", "Lena", "Visser", "Jip", "Bos")
MEGABYTE = 1024 * 1024


def make(cast: Cast, world: Stalking, at: datetime, **changed: object) -> UUID:
    return actions.make(file_of(cast, world.case), choices(cast, world, **changed), by=cast.director, at=at)


def unpacked(pack: UUID, folder: Path) -> Path:
    """The zip on the disk, and opened by a tool that is not ours."""
    row = Pack.objects.get(id=pack)
    zipped = folder / "bewijs.zip"
    zipped.write_bytes(b"".join(queries.content(pack, row.archive_file)))
    subprocess.run([sys.executable, "-m", "zipfile", "-e", zipped, folder / "uit"], check=True, capture_output=True)
    return folder / "uit"


def text_of(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True)
    return done.stdout


@pytest.mark.article("leerlingen-10")
def test_stock_tools_find_nothing_amiss(cast: Cast, world: Stalking, school_morning: datetime, tmp_path: Path) -> None:
    pack = make(cast, world, school_morning)
    folder = unpacked(pack, tmp_path)
    tested = subprocess.run([sys.executable, "-m", "zipfile", "-t", tmp_path / "bewijs.zip"], check=True, text=True,
                            capture_output=True)  # fmt: skip
    assert "Done testing" in tested.stdout
    summed = subprocess.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=folder, check=True, text=True,
                            capture_output=True)  # fmt: skip
    assert summed.stdout == "bewijs-01.txt: OK\nrapport.pdf: OK\n"
    assert sorted(path.name for path in folder.iterdir()) == ["SHA256SUMS", "bewijs-01.txt", "rapport.pdf"]
    assert (folder / "bewijs-01.txt").read_bytes() == CHAT
    row = Pack.objects.get(id=pack)
    assert hashlib.sha256((tmp_path / "bewijs.zip").read_bytes()).hexdigest() == row.archive_digest
    assert hashlib.sha256((folder / "rapport.pdf").read_bytes()).hexdigest() == row.report_digest
    assert verify().alteration is None


@pytest.mark.article("leerlingen-10")
def test_the_report_tells_what_the_police_ask(
    cast: Cast, world: Stalking, school_morning: datetime, tmp_path: Path
) -> None:
    do(cast, world.case, "record-victim-knowledge", school_morning, person=str(cast.affected), learned_on="2026-11-16")
    said = {"online": "Snapchat: daan.b, 16-11 19:04", "damage": "Noor slaapt slecht.", "keep_private": "Het adres."}
    pack = make(cast, world, school_morning, wants_support=(cast.affected,), **said)
    text = " ".join(text_of(unpacked(pack, tmp_path) / "rapport.pdf").split())
    for expected in ("Daan Bakker", "20 januari 2013", "Noor Jansen", "9 juni 2013", "140 berichten", "Belaging",
                     "Sr art. 285b", "vermoeden, geen oordeel", "Een aangifte van de school is geen klacht",
                     "nog niet bekend", "16 november 2026", "daan.b", "slaapt slecht", "Het adres", "bewijs-01.txt",
                     "blijft op school", "Director de Vries", "directeur", "De Keyzer"):  # fmt: skip
        assert expected in text, expected
    assert "none" not in text
    assert "{" not in text


def test_the_report_is_archival_and_accessible(
    cast: Cast, world: Stalking, school_morning: datetime, tmp_path: Path
) -> None:
    report = unpacked(make(cast, world, school_morning), tmp_path) / "rapport.pdf"
    known = subprocess.run(["pdfinfo", report], check=True, capture_output=True, text=True).stdout
    assert "PDF/A-2a" in known or "Tagged:          yes" in known
    tree = subprocess.run(["pdfinfo", "-struct-text", report], check=True, capture_output=True, text=True).stdout
    assert tree.index("Rapport bij de aangifte") < tree.index("Wie doet aangifte") < tree.index("Bewijs")


@pytest.mark.article("leerlingen-10")
def test_nobody_who_is_left_out_is_named_anywhere(
    cast: Cast, world: Stalking, school_morning: datetime, tmp_path: Path
) -> None:
    """Also not when every step of the case is told, and one of these names a pupil who turned out to have seen it."""
    seen = incidents.version(world.incident)
    involve(world.incident, cast.grown_up, Part.GETUIGE, seen=seen, by=cast.director, at=school_morning)
    every = tuple(range(1, file_of(cast, world.case).version + 1))
    folder = unpacked(make(cast, world, school_morning, moments=every), tmp_path)
    readable = [path.read_text() for path in folder.iterdir() if path.suffix != ".pdf"]
    everything = "\n".join([text_of(folder / "rapport.pdf"), *readable, *(path.name for path in folder.iterdir())])
    assert [name for name in OTHERS if re.search(rf"\b{name}\b", everything)] == []
    assert "een ander" in everything
    packed = (tmp_path / "bewijs.zip").read_bytes()
    assert not any(name.encode() in packed for name in ("Fleur", "Mulder", "Visser", "groep.png"))


def test_a_witness_who_was_chosen_is_named(
    cast: Cast, world: Stalking, school_morning: datetime, tmp_path: Path
) -> None:
    pack = make(cast, world, school_morning, persons=(cast.affected, cast.bystander))
    text = text_of(unpacked(pack, tmp_path) / "rapport.pdf")
    assert "Sem Smit" in text
    assert "Fleur" not in text


def test_another_subject_can_not_be_chosen(cast: Cast, world: Stalking, school_morning: datetime) -> None:
    found = queries.material(file_of(cast, world.case))
    assert {one.person for one in found.candidates} == {cast.reporter, cast.affected, cast.bystander}
    with pytest.raises(actions.NamesSomebodyElse):
        make(cast, world, school_morning, persons=(cast.third_year,), facts="Fleur deed mee.")


@pytest.mark.parametrize("words", ["Ook fleur keek mee.", "Fleurs telefoon lag erbij.", "Mevrouw Mulder weet het."])
def test_words_that_name_somebody_else_are_refused(
    cast: Cast, world: Stalking, school_morning: datetime, words: str
) -> None:
    with pytest.raises(actions.NamesSomebodyElse) as refused:
        make(cast, world, school_morning, earlier=words)
    assert list(refused.value.found) == ["earlier"]
    assert not Pack.objects.exists()


def test_a_text_that_names_somebody_else_stays(cast: Cast, school_morning: datetime, evidence_folder: Path) -> None:
    """Also when the name lies across two pieces of a long file."""
    long = b"x" * (65536 - 2) + b" Fleur zei het\n"
    world = stalking(cast, school_morning, evidence={"chat.txt": long})
    decide_to_report(cast, world.case, school_morning)
    with pytest.raises(actions.NamesSomebodyElse) as refused:
        make(cast, world, school_morning)
    assert refused.value.found == {str(world.files["chat.txt"]): "Fleur"}
    make(cast, world, school_morning, evidence={world.files["chat.txt"]: Shown.OTHERS})
    assert Pack.objects.count() == 1


def test_for_each_file_it_must_be_said_whom_it_shows(cast: Cast, world: Stalking, school_morning: datetime) -> None:
    with pytest.raises(actions.NotAnswered):
        make(cast, world, school_morning, evidence={world.files["chat.txt"]: Shown.NOBODY})


@pytest.mark.article("leerlingen-10")
def test_no_file_of_a_sexual_picture_goes_anywhere(
    cast: Cast, school_morning: datetime, tmp_path: Path, evidence_folder: Path
) -> None:
    world = stalking(cast, school_morning, conduct=["belaging", "seksueel-beeld-delen"])
    decide_to_report(cast, world.case, school_morning)
    with pytest.raises(actions.PicturesStay):
        make(cast, world, school_morning)
    pack = make(cast, world, school_morning, evidence={}, images="De telefoon ligt uit in de kluis van de directeur.")
    folder = unpacked(pack, tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == ["SHA256SUMS", "rapport.pdf"]
    text = " ".join(text_of(folder / "rapport.pdf").split())
    assert "niet bekeken, niet gekopieerd" in text
    assert "kluis van de directeur" in text
    assert queries.material(file_of(cast, world.case)).asked == ()


@pytest.mark.article("leerlingen-10")
def test_without_a_decision_to_report_there_is_no_pack(
    cast: Cast, school_morning: datetime, evidence_folder: Path
) -> None:
    world = stalking(cast, school_morning)
    with pytest.raises(Refused):
        make(cast, world, school_morning)
    decide_to_report(cast, world.case, school_morning)
    coordinators = file_of(cast, world.case, cast.coordinator)
    with pytest.raises(Refused):
        actions.make(coordinators, choices(cast, world), by=cast.coordinator, at=school_morning)


def test_a_case_that_went_on_asks_to_be_read_again(cast: Cast, world: Stalking, school_morning: datetime) -> None:
    before = file_of(cast, world.case)
    do(cast, world.case, "cite-conduct", school_morning, conduct=["bedreiging"])
    lying = len(list(place_of(next(iter(world.files.values()))).parent.iterdir()))
    with pytest.raises(Conflict):
        actions.make(before, choices(cast, world), by=cast.director, at=school_morning)
    assert len(list(place_of(next(iter(world.files.values()))).parent.iterdir())) == lying


def test_altered_evidence_makes_no_pack_and_leaves_nothing(
    cast: Cast, world: Stalking, school_morning: datetime
) -> None:
    place = place_of(world.files["chat.txt"])
    alter(place)
    with pytest.raises(FileProblem):
        make(cast, world, school_morning)
    assert len(list(place.parent.iterdir())) == len(world.files)
    assert not Pack.objects.exists()


def test_the_pack_lies_encrypted(cast: Cast, world: Stalking, school_morning: datetime) -> None:
    pack = Pack.objects.get(id=make(cast, world, school_morning))
    for file in (pack.archive_file, pack.report_file):
        lying = place_of(file).read_bytes()
        assert b"%PDF" not in lying
        assert CHAT not in lying


def pieces(count: int) -> Iterator[bytes]:
    piece = bytes(MEGABYTE)
    return (piece for _number in range(count))


def test_a_film_streams_through_in_constant_memory(
    school: None, school_morning: datetime, evidence_folder: Path
) -> None:
    count = 40
    digest = hashlib.sha256()
    for piece in pieces(count):
        digest.update(piece)
    film = archive.Item("bewijs-01.mp4", count * MEGABYTE, digest.hexdigest(), pieces(count))
    incoming = Incoming()
    tracemalloc.start()
    archive.write([film], incoming.write)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    incoming.discard()
    assert incoming.size > count * MEGABYTE
    assert most < 8 * MEGABYTE


def test_the_same_content_is_the_same_archive(tmp_path: Path) -> None:
    def written() -> bytes:
        out = bytearray()
        archive.write([archive.Item("a.txt", 3, archive.digest_of(b"abc"), iter([b"abc"]))], out.extend)
        return bytes(out)

    first = written()
    assert first == written()
    (tmp_path / "a.zip").write_bytes(first)
    with zipfile.ZipFile(tmp_path / "a.zip") as made:
        assert made.namelist() == ["a.txt", "SHA256SUMS"]
        assert made.testzip() is None


def test_content_that_is_not_what_was_received_stops_the_archive() -> None:
    with pytest.raises(FileProblem, match=r"a\.txt"):
        archive.write([archive.Item("a.txt", 3, archive.digest_of(b"abd"), iter([b"abc"]))], bytearray().extend)


def test_a_later_pack_holds_what_came_later(cast: Cast, world: Stalking, school_morning: datetime) -> None:
    first = make(cast, world, school_morning)
    second = make(cast, world, school_morning + timedelta(hours=1), damage="Een kapotte telefoon.")
    assert [one.id for one in queries.packs_of(world.case)] == [second, first]
    kept = queries.choices_of(second)
    assert kept is not None
    assert kept.damage == "Een kapotte telefoon."
