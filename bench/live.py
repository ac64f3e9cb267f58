"""1,200 open pages hear of a change, against the same pages asking every two seconds.

`python -m bench.live FOLDER` tells a change to every class, in a process of its own, and says when it was committed.
"""

# ruff: noqa: PLC0415 -- Django must be set up before the rooms are imported

import asyncio
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import django

from . import school
from .figures import Figure, ratio
from .holding import Listening, Page, Told, fetch
from .visitor import Visitor, over_http

PAGES, PUPILS, ROUNDS = 1200, 12, 3
EVERY, FOR, QUIET = 2.0, 8.0, 3.0
ONE_CLASS, AIM = 30, 2.0
AT_ONCE = 50
LIVE = re.compile(r'data-live="http://[^/"]+([^"]+)" data-fragment="([^"]+)"')
TICKS = os.sysconf("SC_CLK_TCK")


class Cost(NamedTuple):
    """What pages that show nothing new take of the server: cores in use, and requests a second that it answered."""

    cores: float
    requests: float


def figures(folder: Path, pages: int = PAGES) -> list[Figure]:
    """How soon all know, and what it costs the server while nothing changes."""
    with school.served(folder) as port:
        known = [_page(port, place) for place in range(PUPILS)]
        opened = [known[number % PUPILS] for number in range(pages)]
        of_a_class, _held = asyncio.run(_by_stream(folder, port, opened[:ONE_CLASS]))
        rounds, held = asyncio.run(_by_stream(folder, port, opened))
        polled, asked = asyncio.run(_by_polling(folder, port, opened))
    heard = [_spread([one.heard for one in told]) for told in rounds]
    shown = [_spread([one.shown for one in told]) for told in rounds]
    last = statistics.median(max(one.shown for one in told) for told in of_a_class)
    return [
        Figure(f"{ONE_CLASS} pages show a change", f"{last:.2f} s", f"aim {AIM} s", ratio(last, AIM)),
        _line(f"{pages:,} pages hear of a change", heard, [_spread(polled)]),
        _line(f"{pages:,} pages show it", shown, [_spread(polled)]),
        _cost(pages, held, asked),
    ]


def _line(name: str, ours: Sequence[tuple[float, ...]], theirs: Sequence[tuple[float, ...]]) -> Figure:
    """First, median and last; the ratio is of the last."""
    mine, other = (tuple(map(statistics.median, zip(*many, strict=True))) for many in (ours, theirs))
    words = " · ".join(f"{one:.2f}" for one in mine) + " s"
    return Figure(
        name, words, "asking every 2 s: " + " · ".join(f"{one:.2f}" for one in other), ratio(mine[2], other[2])
    )


def _spread(seconds: Sequence[float]) -> tuple[float, ...]:
    return min(seconds), statistics.median(seconds), max(seconds)


def _cost(pages: int, held: Cost, asked: Cost) -> Figure:
    told = f"{asked.cores:.2f} core for {asked.requests:,.0f} of {pages / EVERY:,.0f} requests/s"
    return Figure(f"{pages:,} pages held open", f"{held.cores:.3f} core", told, ratio(held.cores, asked.cores))


def _page(port: int, place: int) -> Page:
    """The front page of a pupil, as far as it stays up to date. Raises LookupError when it does not."""
    pupil = Visitor(over_http(port))
    pupil.sign_in("leerling", place)
    found = LIVE.search(pupil.get("/").body.decode())
    if found is None:
        raise LookupError("no part of the front page of a pupil stays up to date")
    return Page(found[1], found[2], pupil.cookies())


async def _by_stream(folder: Path, port: int, opened: Sequence[Page]) -> tuple[list[list[Told]], Cost]:
    """The rounds, with seconds since the commit, and the cost of holding the pages while nothing happens."""
    pages = [Listening(page, port, port + 1) for page in opened]
    await _some_at_a_time([page.open for page in pages])
    before = _cpu(port)
    await asyncio.sleep(QUIET)
    held = Cost((_cpu(port) - before) / QUIET, 0)
    rounds = []
    for _round in range(ROUNDS):
        waiting = asyncio.gather(*(page.told() for page in pages))
        commit = await _change(folder)
        rounds.append([Told(one.heard - commit, one.shown - commit) for one in await waiting])
    for page in pages:
        page.close()
    return rounds, held


async def _by_polling(folder: Path, port: int, opened: Sequence[Page]) -> tuple[list[float], Cost]:
    """Seconds from a change to the first answer that was asked for after it, and the cost of asking."""
    began, before, asked = time.monotonic(), _cpu(port), 0
    commits: list[float] = []
    seen: list[float] = []

    async def ask(page: Page, number: int) -> None:
        nonlocal asked
        await asyncio.sleep(EVERY * number / len(opened))
        shown = False
        while time.monotonic() < began + FOR or not shown:
            since = time.monotonic()
            await fetch(page, port, "")
            asked += 1
            if commits and since > commits[0] and not shown:
                seen.append(time.monotonic() - commits[0])
                shown = True
            await asyncio.sleep(max(0.0, EVERY - (time.monotonic() - since)))

    async def change() -> None:
        await asyncio.sleep(FOR / 2)
        commits.append(await _change(folder))

    await asyncio.gather(change(), *(ask(page, number) for number, page in enumerate(opened)))
    took = time.monotonic() - began
    return seen, Cost((_cpu(port) - before) / took, asked / took)


async def _some_at_a_time(calls: Sequence[Callable[[], Awaitable[None]]]) -> None:
    for start in range(0, len(calls), AT_ONCE):
        await asyncio.gather(*(call() for call in calls[start : start + AT_ONCE]))


async def _change(folder: Path) -> float:
    """Tell every class, and answer when that was committed."""
    command = (sys.executable, "-m", "bench.live", str(folder))
    process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
    told, _errors = await process.communicate()
    return float(told)


def _cpu(port: int) -> float:
    """Seconds of processor time of the server with all that it started, since they began."""
    stats = {int(place.parent.name): _fields(place) for place in Path("/proc").glob("[0-9]*/stat")}
    ours = {pid for pid in stats if f"--port={port}" in _command(pid) or f"--port {port}" in _command(pid)}
    for _generation in range(3):
        ours |= {pid for pid, fields in stats.items() if int(fields[1]) in ours}
    return sum(int(stats[pid][11]) + int(stats[pid][12]) for pid in ours) / TICKS


def _fields(place: Path) -> list[str]:
    """What Linux tells of a process, from its state on."""
    try:
        return place.read_text().rpartition(")")[2].split()
    except OSError:
        return ["gone", "0", *["0"] * 11]


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def main(folder: Path) -> None:
    """Tell every class that something changed, and print when it was committed."""
    os.environ |= {"KEYZER_DATA": str(folder), "KEYZER_DEMO": "1", "DJANGO_SETTINGS_MODULE": "keyzer.config.settings"}
    django.setup()
    from keyzer.kit import clock
    from keyzer.kit.writing import writing
    from keyzer.live.actions import tell
    from keyzer.people import queries

    now = clock.now()
    with writing():
        tell(*(f"class:{one.id}" for one in queries.classes(clock.today())), at=now)
    print(time.monotonic())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
