"""Numbers that open nothing, by the clock: what the time of the answer tells about whether there was a report.

`python -m bench.receipts FOLDER [TRIES]` measures in a process of its own, for Django serves one school a process.
"""

# ruff: noqa: PLC0415 -- Django must be set up before the rooms are imported

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path
from uuid import uuid4

from .figures import Figure

TRIES = 60
ERASED = 20
BACK = "/melden/ontvangst/"
NOT_ACCEPTED = 422
KINDS = ("nobody's", "one that fits", "an erased one")


def figures(folder: Path, tries: int = TRIES) -> list[Figure]:
    """For each kind of number the time of an answer, and how often it is later than that to a number of nobody's."""
    command = (sys.executable, "-m", "bench.receipts", str(folder), str(tries))
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    times: dict[str, list[float]] = json.loads(told.stdout)
    nobodys, *others = KINDS
    return [
        Figure(
            f"{kind} as a receipt",
            _spread(times[kind]),
            f"{nobodys}: {_spread(times[nobodys])}",
            f"{_is_later(times[kind], times[nobodys]):.2f} of 1 later",
        )
        for kind in others
    ]


def measure(folder: Path, tries: int) -> dict[str, list[float]]:
    """Seconds of each answer, one kind of number after another in turn, so that what else runs hits all alike."""
    from .inside import open_school

    open_school(folder)
    kinds = dict(zip(KINDS, _numbers(), strict=True))
    times: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for place in range(tries):
        for kind, number in kinds.items():
            times[kind].append(_answer(number(place), place))
    return times


def _numbers() -> tuple[Callable[[int], str], ...]:
    from keyzer.intake import receipts

    erased = [_told_and_erased() for _place in range(ERASED)]
    return (
        lambda _place: f"{uuid4().int % 10**16:016}",
        lambda _place: receipts.made_from(uuid4()),
        lambda place: erased[place % ERASED],
    )


def _told_and_erased() -> str:
    from keyzer.intake import actions, receipts
    from keyzer.intake.events import IntakeLane, Told
    from keyzer.intake.models import Receipt
    from keyzer.kit import clock
    from keyzer.ledger import actions as ledger

    at, told = clock.now(), Told(words="Er gaat een lijst rond")
    number = actions.tell_without_name(IntakeLane.MELDING, told, layer=2, sending=uuid4(), evidence=(), at=at)
    ledger.erase(Receipt.objects.get(lookup=receipts.lookup(number)).report_id, at=at)
    return number


def _answer(number: str, place: int) -> float:
    from django.test import Client

    browser = Client(SERVER_NAME="127.0.0.1", REMOTE_ADDR=f"203.0.{place // 250}.{place % 250}")
    start = time.perf_counter()
    answer = browser.post(BACK, {"receipt": number})
    took = time.perf_counter() - start
    if answer.status_code != NOT_ACCEPTED:
        message = f"a number that opens nothing was answered with {answer.status_code}: see the form of `{BACK}`"
        raise RuntimeError(message)
    return took


def _spread(times: list[float]) -> str:
    low, *_middle, high = statistics.quantiles(times, n=20)
    return f"{1000 * low:.0f} · {1000 * statistics.median(times):.0f} · {1000 * high:.0f} ms"


def _is_later(times: list[float], others: list[float]) -> float:
    """How often one of `times` is longer than one of `others`; half of the time when nothing tells them apart."""
    return statistics.fmean((one > other) + (one == other) / 2 for one, other in product(times, others))


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), int(sys.argv[2]))))
