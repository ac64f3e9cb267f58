"""Pictures of one megabyte, encrypted, recorded and durably on disk, against writing the same bytes as they are.

`python -m bench.evidence FOLDER [PICTURES]` measures in a process of its own, for Django serves one school a process.
"""

# ruff: noqa: PLC0415 -- Django must be set up before the rooms are imported

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import django

from .figures import Figure, per_second_of_clock, ratio

PICTURES = 20
ROUNDS = 3
MEGABYTE = 1024 * 1024
PIECE = 64 * 1024
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def figures(folder: Path, pictures: int = PICTURES) -> list[Figure]:
    """Pictures a second, one transaction each, by the clock on the wall: both wait for the disk."""
    command = (sys.executable, "-m", "bench.evidence", str(folder), str(pictures))
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    ours, bare = json.loads(told.stdout)
    yardstick = f"as they are, fsync: {bare:,.0f}/s"
    return [Figure("pictures of 1 MB, sealed, on disk", f"{ours:,.0f}/s", yardstick, ratio(ours, bare))]


def measure(folder: Path, pictures: int) -> tuple[float, float]:
    """Pictures a second: kept as evidence, and written plainly."""
    os.environ |= {"KEYZER_DATA": str(folder), "KEYZER_DEMO": "1", "DJANGO_SETTINGS_MODULE": "keyzer.config.settings"}
    django.setup()
    from keyzer.ledger.actions import open_stream

    stream = open_stream("report", at=NOW)

    def keep_all() -> int:
        for _number in range(pictures):
            _keep(picture(), stream)
        return pictures

    def write_all() -> int:
        for number in range(pictures):
            write_plainly(folder / f"plain-{number}", picture())
        return pictures

    return per_second_of_clock(keep_all, ROUNDS), per_second_of_clock(write_all, ROUNDS)


def picture() -> bytes:
    """What looks like a photo from outside; no two are alike."""
    return b"\xff\xd8\xff\xe0" + os.urandom(MEGABYTE - 4)


def _keep(content: bytes, stream: UUID) -> None:
    from keyzer.evidence import actions
    from keyzer.evidence.kinds import Inspection
    from keyzer.ledger.files import Incoming

    incoming, inspection = Incoming(), Inspection()
    for start in range(0, len(content), PIECE):
        inspection.feed(content[start : start + PIECE])
        incoming.write(content[start : start + PIECE])
    actions.keep(incoming, inspection.conclude("a.jpg"), "a.jpg", stream=stream, by=None, at=NOW)


def write_plainly(place: Path, content: bytes) -> None:
    """The yardstick: the bytes as they are, and on the disk before it goes on."""
    with place.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), int(sys.argv[2]))))
