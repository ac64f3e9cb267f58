"""Deadlines as iCalendar (RFC 5545), for a phone or a mail program."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event

from keyzer.kit.clock import local

from .deadlines import Deadline

END_OF_DAY = time(23, 59)
LENGTH = timedelta(minutes=30)
AN_HOUR_BEFORE, AT_EIGHT = timedelta(hours=-1), timedelta(hours=8)
EACH_HOUR = timedelta(hours=1)


def written(deadlines: Iterable[Deadline], origin: str, now: datetime) -> bytes:
    """A calendar of events that end when something is due. `origin` is where our pages lie: https://host."""
    calendar = Calendar()
    for name, value in (
        ("prodid", "-//Keyzer//deadlines//NL"),
        ("version", "2.0"),
        ("method", "PUBLISH"),
        ("x-wr-calname", "Keyzer"),
        ("x-published-ttl", "PT1H"),
    ):
        calendar.add(name, value)
    calendar.add("refresh-interval", EACH_HOUR, {"value": "DURATION"})
    for deadline in deadlines:
        calendar.add_component(_event(deadline, origin, now))
    return bytes(calendar.to_ical())


def _event(deadline: Deadline, origin: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{deadline.key}@{urlsplit(origin).hostname}")
    event.add("dtstamp", now)
    event.add("summary", deadline.summary)
    event.add("url", f"{origin}{deadline.path}")
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    due = local(deadline.due)
    if due.time() >= END_OF_DAY:
        event.add("dtstart", due.date())
        event.add("dtend", due.date() + timedelta(days=1))
        event.add_component(_alarm(AT_EIGHT))
    else:
        event.add("dtstart", (due - LENGTH).astimezone(UTC))
        event.add("dtend", due.astimezone(UTC))
        event.add_component(_alarm(AN_HOUR_BEFORE))
    return event


def _alarm(trigger: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _("Something waits in Keyzer"))
    alarm.add("trigger", trigger)
    return alarm
