"""Legal and school terms as pure functions: Algemene termijnenwet, school days, clock hours and the AVG month."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from msgspec import Struct

from keyzer.protocol.edition import Term
from keyzer.protocol.vocabulary import Count, Unit

LOCAL = ZoneInfo("Europe/Amsterdam")
END_OF_DAY = time(23, 59)
SATURDAY, SUNDAY = 5, 6
LONGEST_EXTENDED = {"days": 90, "weeks": 12, "months": 3}
SHORTEST_WITH_ORDINARY_DAYS = timedelta(days=3)
ORDINARY_DAYS_WITHIN = 2
HOURS_IN = {Unit.HOURS: 1, Unit.DAYS: 24, Unit.WEEKS: 168}


class SchoolCalendar(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The days on which the school is closed (holidays, study days) and the time at which its day ends."""

    closed: frozenset[date] = frozenset()
    day_ends: time = time(16, 30)

    def is_open(self, day: date) -> bool:
        """Whether `day` is a school day: an ordinary day on which the school is not closed."""
        return is_ordinary(day) and day not in self.closed


def easter(year: int) -> date:
    """Easter Sunday of `year` in the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, centuries = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    weekday = (32 + 2 * centuries + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year: int) -> frozenset[date]:
    """The generally recognised holidays of `year` and Good Friday, which is equated (Algemene termijnenwet, 3)."""
    sunday = easter(year)
    king = date(year, 4, 27)
    if king.weekday() == SUNDAY:
        king -= timedelta(days=1)
    moving = (sunday + timedelta(days=offset) for offset in (-2, 1, 39, 50))
    fixed = (date(year, 1, 1), king, date(year, 5, 5), date(year, 12, 25), date(year, 12, 26))
    return frozenset((*moving, *fixed))


def is_ordinary(day: date) -> bool:
    """Whether `day` is no Saturday, Sunday or recognised holiday."""
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def next_ordinary(day: date) -> date:
    """`day` itself when it is ordinary, else the first ordinary day after it."""
    while not is_ordinary(day):
        day += timedelta(days=1)
    return day


def add_months(day: date, months: int) -> date:
    """The same day number `months` later, or the last day of that month where the number does not exist."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    beyond = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), beyond - timedelta(days=1))


def legal_end(start: date, *, weeks: int = 0, months: int = 0, days: int = 0) -> date:
    """The last day of a statutory term that is counted from the day after `start` (Algemene termijnenwet, 1-4).

    Raises ValueError unless exactly one length of at least one is given.
    """
    lengths = {unit: n for unit, n in (("days", days), ("weeks", weeks), ("months", months)) if n}
    if len(lengths) != 1 or min(lengths.values()) < 0:
        message = "give exactly one of `weeks`, `months`, `days`, at least 1"
        raise ValueError(message)
    ((unit, length),) = lengths.items()
    last = add_months(start, months) + timedelta(days=days, weeks=weeks)
    if length > LONGEST_EXTENDED[unit]:
        return last
    if last - start >= SHORTEST_WITH_ORDINARY_DAYS:
        last = _with_ordinary_days(start, last)
    return next_ordinary(last)


def _with_ordinary_days(start: date, last: date) -> date:
    while sum(is_ordinary(start + timedelta(days=n)) for n in range(1, (last - start).days + 1)) < ORDINARY_DAYS_WITHIN:
        last += timedelta(days=1)
    return last


def avg_month_end(received: date, months: int = 1) -> date:
    """The last day to answer a request under the AVG: calendar months from receipt (12(3); Regulation 1182/71, 3)."""
    return next_ordinary(add_months(received, months))


def clock_hours(moment: datetime, hours: int) -> datetime:
    """`hours` of the clock after `moment`; nothing shifts or stretches them (AVG 33: 72 hours)."""
    return (moment.astimezone(UTC) + timedelta(hours=hours)).astimezone(LOCAL)


def school_day_end(moment: datetime, days: int, calendar: SchoolCalendar) -> datetime:
    """The end of the school day that is `days` school days after `moment`; 0 is today or else the next school day."""
    local = moment.astimezone(LOCAL)
    day = local.date()
    if days == 0 and (local.timetz().replace(tzinfo=None) > calendar.day_ends or not calendar.is_open(day)):
        days = 1
    for _ in range(days):
        day += timedelta(days=1)
        while not calendar.is_open(day):
            day += timedelta(days=1)
    return datetime.combine(day, calendar.day_ends, LOCAL)


def end_of(day: date) -> datetime:
    """The last minute of `day` in the Netherlands."""
    return datetime.combine(day, END_OF_DAY, LOCAL)


def local_day(moment: datetime) -> date:
    """The calendar day of `moment` in the Netherlands."""
    return moment.astimezone(LOCAL).date()


def due_after(start: datetime, length: Term, counted: Count, calendar: SchoolCalendar) -> datetime:
    """When something that begins at `start` is due; `counted` says which days count.

    Raises ValueError for hours that are not of the clock, and for months or weeks of school days.
    """
    amount, unit = length.amount, length.unit
    match counted, unit:
        case Count.AT_ONCE, _:
            return start.astimezone(LOCAL)
        case Count.CLOCK_HOURS, Unit.HOURS | Unit.DAYS | Unit.WEEKS:
            return clock_hours(start, amount * HOURS_IN[unit])
        case Count.CALENDAR_DAYS, Unit.MONTHS:
            return end_of(add_months(local_day(start), amount))
        case Count.CALENDAR_DAYS, Unit.DAYS | Unit.WEEKS:
            return end_of(local_day(start) + timedelta(hours=amount * HOURS_IN[unit]))
        case Count.SCHOOL_DAYS, Unit.DAYS:
            return school_day_end(start, amount, calendar)
        case Count.LEGAL_TERM, Unit.DAYS | Unit.WEEKS | Unit.MONTHS:
            return end_of(legal_end(local_day(start), **{unit.value: amount}))
    message = f"`{length.amount} {length.unit}` can't be counted in `{counted}`: choose another unit or another count"
    raise ValueError(message)
