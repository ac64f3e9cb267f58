"""Reports without a name, each with a picture of one megabyte: through the door, sealed and on disk.

`python -m bench.nameless FOLDER [REPORTS]` measures in a process of its own, for Django serves one school a process.
"""

# ruff: noqa: PLC0415 -- Django must be set up before the rooms are imported

import json
import subprocess
import sys
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

from .evidence import picture, write_plainly
from .figures import Figure, per_second_of_clock, ratio
from .inside import open_school
from .reports import report

REPORTS = 10
ROUNDS = 3
DOOR = "/melden/zonder-naam/melding/"
ACCEPTED = 200


def figures(folder: Path, reports: int = REPORTS) -> list[Figure]:
    """Reports a second by the clock on the wall, one after another, against writing their pictures as they are."""
    command = (sys.executable, "-m", "bench.nameless", str(folder), str(reports))
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    ours, bare = json.loads(told.stdout)
    yardstick = f"pictures as they are, fsync: {bare:,.0f}/s"
    return [Figure("nameless reports with 1 MB, on disk", f"{ours:,.1f}/s", yardstick, ratio(ours, bare))]


def measure(folder: Path, reports: int) -> tuple[float, float]:
    """Reports a second through every middleware, and pictures a second written plainly. The browser's work is free."""
    open_school(folder)
    forms = [_form() for _number in range(reports * ROUNDS)]

    def send_all() -> int:
        for number in range(reports):
            _send(forms.pop(), number)
        return reports

    def write_all() -> int:
        for number in range(reports):
            write_plainly(folder / f"plain-{number}", picture())
        return reports

    return per_second_of_clock(send_all, ROUNDS), per_second_of_clock(write_all, ROUNDS)


def _form() -> dict[str, Any]:
    """What a browser sends at the end of the last step, its work done."""
    from keyzer.intake import doorkeeping
    from keyzer.kit import clock

    sending = uuid4()
    ticket = doorkeeping.ticket_for(sending, clock.now() - timedelta(minutes=1))
    proof = next(str(number) for number in range(10**7) if doorkeeping.has_worked(ticket, str(number)))
    return {**report(), "sending": str(sending), "about": "gezien", "layer": "2", "ticket": ticket, "proof": proof}


def _send(form: dict[str, Any], number: int) -> None:
    from django.test import Client

    content = BytesIO(picture())
    content.name = "a.jpg"
    answer = Client(SERVER_NAME="127.0.0.1", REMOTE_ADDR=f"203.0.113.{number}").post(
        DOOR, {**form, "evidence": content}
    )
    if answer.status_code != ACCEPTED or b"receipt-number" not in answer.content:
        message = f"a report without a name was answered with {answer.status_code}: see the form of `{DOOR}`"
        raise RuntimeError(message)


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), int(sys.argv[2]))))
