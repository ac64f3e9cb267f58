"""What poppler, a tool that we did not write, finds in a letter: its tags, its order, its language, its words."""

import re
import subprocess
from pathlib import Path

import pytest

from keyzer.letters import queries
from tests.rooms.letters.world import FACTS, REASON, SAID, World

HEADINGS = [
    "Besluit: schorsing",
    "Wat we besluiten",
    "Wat er is gebeurd",
    "Om welke afspraak het gaat",
]


@pytest.fixture
def pdf(world: World, tmp_path: Path) -> Path:
    """The decision as the guardian gets it."""
    letter = world.draft("besluit-schorsing/guardian")
    world.approve(letter)
    file = tmp_path / "letter.pdf"
    file.write_bytes(queries.content(letter))
    return file


def read(tool: str, *arguments: str) -> str:
    """What the tool says."""
    return subprocess.run([tool, *arguments], check=True, capture_output=True, text=True).stdout


def test_it_is_archival_and_accessible(pdf: Path) -> None:
    told = read("pdfinfo", str(pdf))
    assert re.search(r"Tagged: +yes", told)
    assert re.search(r"JavaScript: +no", told)
    assert re.search(r"Title: +Besluit tot schorsing", told)
    metadata = read("pdfinfo", "-meta", str(pdf))
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    fonts = read("pdffonts", str(pdf)).splitlines()[2:]
    assert fonts
    assert all(line.split()[-5:-3] == ["yes", "yes"] for line in fonts), "each is embedded, as a subset"


def test_its_tags_are_headings_and_paragraphs_in_the_order_of_reading(pdf: Path) -> None:
    tags = read("pdfinfo", "-struct-text", str(pdf))
    headings = re.findall(r'^ *H[12] "(.+)" \(block\)', tags, re.MULTILINE)
    assert headings[: len(HEADINGS)] == HEADINGS
    assert len(re.findall(r"^ *H1 ", tags, re.MULTILINE)) == 1
    places = [tags.index(said[:30]) for said in (FACTS, REASON, SAID)]
    assert places == sorted(places)


def test_it_says_all_that_it_must(pdf: Path) -> None:
    text = " ".join(read("pdftotext", "-layout", str(pdf), "-").split())
    for said in ("Geachte Marja Bakker,", "Dorpsstraat 1", FACTS, REASON, SAID, "dinsdag 24 november 2026 om 10:00 uur",
                 "Klachtencommissie, Postbus 2", "Leerlingen 6", "030 123 45 67", "directeur"):  # fmt: skip
        assert said in text
    assert "Lena" not in text
    assert "Sem" not in text.split()


def test_the_language_stands_in_the_file(pdf: Path) -> None:
    assert b"/Lang(nl" in pdf.read_bytes().replace(b" ", b"")
