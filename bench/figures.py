"""How a figure is taken and told: several rounds, the median, and the ratio to a yardstick of the same run."""

import statistics
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

ROUNDS = 5


class Figure(NamedTuple):
    """One line of the report."""

    name: str
    measured: str
    yardstick: str
    ratio: str


def per_second(work: Callable[[], int], rounds: int = ROUNDS) -> float:
    """The median over rounds of how many things `work` does in a second of processor time of this process."""
    return statistics.median(_rate(work, time.process_time) for _ in range(rounds))


def per_second_of_clock(work: Callable[[], int], rounds: int = ROUNDS) -> float:
    """As `per_second`, by the clock on the wall: for work that waits for a disk or another process."""
    return statistics.median(_rate(work, time.perf_counter) for _ in range(rounds))


def milliseconds(work: Callable[[], object], times: int, rounds: int = ROUNDS) -> float:
    """The median over rounds of the processor time that one call of `work` takes."""

    def repeat() -> int:
        for _ in range(times):
            work()
        return times

    return 1000 / per_second(repeat, rounds)


def pace() -> float:
    """Milliseconds for twenty thousand additions: what to hold beside milliseconds of another run."""

    def add() -> int:
        total = 0
        for number in range(20_000):
            total += number
        return total

    return milliseconds(add, 20)


def ratio(measured: float, yardstick: float) -> str:
    """How many times the yardstick."""
    return f"{measured / yardstick:.2f}"


def tell(figures: list[Figure]) -> None:
    """Print the figures as a table."""
    rows = [Figure("figure", "measured", "yardstick", "ratio"), *figures]
    widths = [max(len(row[column]) for row in rows) for column in range(len(Figure._fields))]
    for row in rows:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        sys.stdout.write(line.rstrip() + "\n")


def _rate(work: Callable[[], int], clock: Callable[[], float]) -> float:
    start = clock()
    done = work()
    return done / (clock() - start)
