"""A chat of a hundred thousand lines, read and indexed, against reading its lines and nothing else."""

import io
from datetime import datetime

from keyzer.evidence import chats

from .figures import Figure, per_second, ratio

LINES = 100_000
AIM = 2.0  # seconds
ROUNDS = 3
LATE = datetime(2026, 12, 31)  # noqa: DTZ001 -- a wall clock, as in an export


def figures(lines: int = LINES) -> list[Figure]:
    """Seconds of processor time for a whole export: how it is written, then every message."""
    export = written(lines)

    def read() -> int:
        found = chats.look(io.BytesIO(export))
        return chats.index(io.BytesIO(export), found.shape, found.orders[0], not_after=LATE).messages

    ours = lines / per_second(read, ROUNDS)
    bare = lines / per_second(lambda: sum(1 for _line in io.BytesIO(export)), ROUNDS)
    yardstick = f"aim {AIM:.1f} s; lines alone: {bare * 1000:.0f} ms"
    return [Figure(f"chat of {lines:,} lines", f"{ours:.2f} s", yardstick, ratio(ours, AIM))]


def written(lines: int) -> bytes:
    """An export as a telephone writes it, in which thirty people talk for a month."""
    return "".join(
        f"{1 + number * 28 // lines}-11-2026 {number // 60 % 24:02}:{number % 60:02} - Persoon {number % 30}: "
        f"bericht nummer {number} over iets wat gisteren op het plein gezegd werd\n"
        for number in range(lines)
    ).encode()
