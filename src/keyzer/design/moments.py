"""Moments as people say them: "vandaag 16:00", "morgen 9:00", "ma 24 nov"."""

from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from keyzer.kit import clock

LAST_MINUTE = time(23, 59)
"""A term that ends here ends with the day, and is told as a day."""


def spoken(moment: date, now: datetime) -> str:
    """`moment` in the reader's language as seen from `now`; a date without a time gives only the day."""
    return _spoken(moment, now, get_language() or "")


def _spoken(moment: date, now: datetime, language: str) -> str:
    if not isinstance(moment, datetime):
        return _spoken_day(moment, day_of(now), language)
    local = clock.local(moment)
    return f"{_spoken_day(local.date(), day_of(now), language)} {local.hour}:{local.minute:02}"


def spoken_day(day: date, today: date) -> str:
    """The day alone: a word when it is near, else weekday and date, with the year when it is another one."""
    return _spoken_day(day, today, get_language() or "")


@lru_cache(maxsize=1024)
def _spoken_day(day: date, today: date, _language: str) -> str:
    """Kept per language: a list says the same few days over and over."""
    match (day - today).days:
        case -1:
            return _("yesterday")
        case 0:
            return _("today")
        case 1:
            return _("tomorrow")
    this_year, other_year = pgettext("format of a day", "D j M"), pgettext("format of a day", "j M Y")
    return date_format(day, this_year if day.year == today.year else other_year).replace(".", "")


def in_full(moment: date) -> str:
    """The whole date, for a tooltip or a letter: "maandag 24 november 2025, 16:00"."""
    if not isinstance(moment, datetime):
        return date_format(moment, "l j F Y")
    return date_format(clock.local(moment), "l j F Y, H:i")


def machine(moment: date) -> str:
    """The value of the `datetime` attribute of a `<time>` element."""
    if isinstance(moment, datetime):
        return clock.local(moment).isoformat(timespec="minutes")
    return moment.isoformat()


def deadline(due: date, now: datetime) -> tuple[str, str]:
    """The state kind (late, waits or open) and the sentence of a term that ends at `due`, as seen from `now`."""
    now = clock.local(now)
    if isinstance(due, datetime):
        due = clock.local(due)
    language = get_language() or ""
    if is_past(due, now):
        return "late", _late_by(due, now, language)
    day = day_of(due)
    before, at_the_latest, _was = _term_words(language)
    if isinstance(due, datetime) and due.time() >= LAST_MINUTE:
        due = day
    wording = before if isinstance(due, datetime) else at_the_latest
    near = day - day_of(now) <= timedelta(days=1)
    return ("waits" if near else "open"), wording % {"moment": _spoken(due, now, language)}


@cache
def _term_words(_language: str) -> tuple[str, str, str]:
    """Kept per language, as every row of a list has a term."""
    return _("before %(moment)s"), _("by %(moment)s at the latest"), _("too late, was %(moment)s")


@lru_cache(maxsize=1024)
def _days_late(days: int, _language: str) -> str:
    return ngettext("%(days)d day late", "%(days)d days late", days) % {"days": days}


def is_past(due: date, now: datetime) -> bool:
    """Whether the term has run out; a term in days runs to the end of its last day."""
    return due < now if isinstance(due, datetime) else due < day_of(now)


def late_by(due: date, now: datetime) -> str:
    """How long ago the term ended, in whole days, or that it ended today."""
    return _late_by(due, now, get_language() or "")


def _late_by(due: date, now: datetime, language: str) -> str:
    days = (day_of(now) - day_of(due)).days
    if not days:
        return _term_words(language)[-1] % {"moment": _spoken(due, now, language)}
    return _days_late(days, language)


def day_of(moment: date) -> date:
    """The day on the school's wall clock."""
    return clock.local(moment).date() if isinstance(moment, datetime) else moment
