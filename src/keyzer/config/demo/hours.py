"""When people at an invented school do their work: on working days, between nine and three."""

from datetime import datetime, timedelta

from keyzer.kit.clock import local

FIRST_HOUR, LAST_HOUR = 9, 14
BETWEEN_TWO_ACTS = timedelta(minutes=95)
SATURDAY = 5


def next_working_moment(moment: datetime) -> datetime:
    """Somewhat later, on the same day or on the next working day."""
    return _in_hours(local(moment + BETWEEN_TWO_ACTS))


def same_hour_next_day(moment: datetime) -> datetime:
    """The next working day at the same hour."""
    return _in_hours(local(moment) + timedelta(days=1))


def _in_hours(moment: datetime) -> datetime:
    if moment.hour > LAST_HOUR:
        moment = (moment + timedelta(days=1)).replace(hour=FIRST_HOUR)
    if moment.hour < FIRST_HOUR:
        moment = moment.replace(hour=FIRST_HOUR)
    while moment.weekday() >= SATURDAY:
        moment += timedelta(days=1)
    return moment
