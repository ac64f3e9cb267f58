"""Days as a person types them: one a line, or a first and a last day with `t/m` between."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

AS_TYPED = "%d-%m-%Y"
BETWEEN = " t/m "
LONGEST = 100
ONE_DAY = timedelta(days=1)


class NotADay(ValueError):
    """A line that names no day; its text is the line."""


def read_days(text: str) -> list[date]:
    """Every day that the lines name, once and in order. Raises NotADay."""
    lines = (line.strip() for line in text.splitlines())
    return sorted({day for line in lines if line for day in _line(line)})


def write_days(days: Iterable[date]) -> str:
    """The days as lines, those that follow each other as one."""
    runs = groupby(enumerate(sorted(days)), key=lambda numbered: numbered[1] - numbered[0] * ONE_DAY)
    return "\n".join(_run([day for _number, day in run]) for _start, run in runs)


def _run(days: Sequence[date]) -> str:
    ends = (days[0], days[-1]) if len(days) > 1 else days
    return BETWEEN.join(day.strftime(AS_TYPED) for day in ends)


def _line(line: str) -> list[date]:
    first, _between, last = line.partition(BETWEEN.strip())
    try:
        begin, end = _day(first), _day(last or first)
    except ValueError as wrong:
        raise NotADay(line) from wrong
    if not 0 <= (end - begin).days < LONGEST:
        raise NotADay(line)
    return [begin + number * ONE_DAY for number in range((end - begin).days + 1)]


def _day(text: str) -> date:
    return datetime.strptime(text.strip(), AS_TYPED).date()  # noqa: DTZ007 -- a day on the wall, in no zone
