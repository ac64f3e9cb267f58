"""A letter as others read it: its tags and its text by poppler, which knows nothing of how we make it."""

import re
import subprocess
from pathlib import Path
from typing import NamedTuple

TAG = re.compile(r"^ *([A-Z][A-Za-z0-9]*)\b")
TEXT = re.compile(r'^ *"(.*)"$')
HEAD = re.compile(r"\A.*\n+[0-9A-F]{6}-[0-9A-F]{4}\n+")
FOOT = re.compile(r"\n\d+ (van|of) \d+\Z")
BLOCKS = frozenset({"H1", "H2", "H3", "P", "L", "Lbl", "LBody", "TH", "TD", "BlockQuote"})


class Block(NamedTuple):
    """One tagged piece of text, in the order in which it is read aloud."""

    tag: str
    text: str


def outline(pdf: bytes, folder: Path) -> list[str]:
    """The tags of the letter, in the order in which it is read."""
    listed = _asked("pdfinfo", "-struct", pdf=pdf, folder=folder).splitlines()
    return [tag[1] for line in listed if (tag := TAG.match(line)) and tag[1] in BLOCKS]


def aloud(pdf: bytes, folder: Path) -> list[Block]:
    """The tagged text in reading order; headers and footers are no part of it. Half a second of work."""
    read: list[Block] = []
    for line in _asked("pdfinfo", "-enc", "UTF-8", "-struct-text", pdf=pdf, folder=folder).splitlines():
        said, tag = TEXT.match(line), TAG.match(line)
        if said and read:
            read[-1] = Block(read[-1].tag, read[-1].text + said[1])
        elif tag and tag[1] in BLOCKS:
            read.append(Block(tag[1], ""))
    return [Block(block.tag, " ".join(block.text.split())) for block in read if block.text.strip()]


def metadata(pdf: bytes, folder: Path) -> str:
    """What the file says of itself (XMP)."""
    return _asked("pdfinfo", "-meta", pdf=pdf, folder=folder)


def pages(pdf: bytes, folder: Path) -> list[str]:
    """The text of each page, in the order in which it was written."""
    return _asked("pdftotext", "-", pdf=pdf, folder=folder).split("\f")[:-1]


def running_text(pdf: bytes, folder: Path) -> str:
    """The text of the whole letter in one line, without what stands above and below each page."""
    inner = [FOOT.sub("", page.strip()) for page in pages(pdf, folder)]
    letter = [HEAD.sub("", page, count=1) if number else page for number, page in enumerate(inner)]
    return " ".join(" ".join(letter).split())


def place_of(word: str, pdf: bytes, folder: Path) -> tuple[float, float]:
    """How far the first such word stands from the left and from the top of its page, in millimetres."""
    found = re.search(
        rf'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>{re.escape(word)}</word>',
        _asked("pdftotext", "-bbox", "-", pdf=pdf, folder=folder),
    )
    assert found, f"`{word}` is not on the paper"
    left, top = (float(points) * 25.4 / 72 for points in found.groups())
    return left, top


def _asked(tool: str, *options: str, pdf: bytes, folder: Path) -> str:
    file = folder / "letter.pdf"
    file.write_bytes(pdf)
    before = [option for option in options if option != "-"]
    after = [option for option in options if option == "-"]
    made = subprocess.run([tool, *before, str(file), *after], capture_output=True, check=True, timeout=60)
    return made.stdout.decode()
