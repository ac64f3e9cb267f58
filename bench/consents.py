"""The consent of a whole school brought in from its student system: every pupil, two guardians, each purpose.

`python -m bench.consents FOLDER [PUPILS]` measures in a process of its own, for Django serves one school a process.
"""

# ruff: noqa: PLC0415 -- Django must be set up before the rooms are imported

import json
import os
import subprocess
import sys
import time
from datetime import date, datetime
from pathlib import Path

import django

from .figures import Figure

PUPILS = 1_200
ON = date(2026, 11, 23)


def figures(folder: Path, pupils: int = PUPILS) -> list[Figure]:
    """How long the import takes, and how many statements it asks for each pupil."""
    command = (sys.executable, "-m", "bench.consents", str(folder), str(pupils))
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    return [Figure(*line) for line in json.loads(told.stdout)]


def main(folder: Path, pupils: int) -> None:
    """Fill the school in `folder` and print its figures as JSON."""
    os.environ |= {"KEYZER_DATA": str(folder), "KEYZER_DEMO": "1", "DJANGO_SETTINGS_MODULE": "keyzer.config.settings"}
    django.setup()
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from keyzer.consent.importing import bring_in
    from keyzer.kit import clock
    from keyzer.protocol import ImagePurpose

    file = _written(folder / "consents.csv", pupils)
    at = datetime(ON.year, ON.month, ON.day, 9, tzinfo=clock.SCHOOL_ZONE)
    start = time.process_time()
    taken = bring_in(file, is_kept=True, at=at)
    seconds = time.process_time() - start
    with CaptureQueriesContext(connection) as again:
        bring_in(file, is_kept=False, at=at)
    answers = 2 * pupils * len(ImagePurpose)
    asked = f"{len(again) / pupils:.1f} statements a pupil when all stood already"
    if taken.new != answers:
        raise SystemExit(f"{taken.new} answers were new, not {answers}: start with a school of its own")
    name = f"{answers:,} answers about pictures imported"
    print(json.dumps([Figure(name, f"{seconds:.1f} s of processor time", asked, "")]))


def _written(file: Path, pupils: int) -> Path:
    """The school with its children, and the file that its student system would give."""
    from keyzer.protocol import ImagePurpose

    from .signatures import enter

    enter(pupils)
    lines = [
        f"B{child};{purpose};{'ja' if child % 7 else 'nee'};2026-09-01;ouder{2 * child + guardian}@gezin.example"
        for child in range(pupils)
        for guardian in (0, 1)
        for purpose in ImagePurpose
    ]
    file.write_text("\n".join(("number;purpose;yes/no;date;by", *lines, "")), encoding="utf-8")
    return file


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else PUPILS)
