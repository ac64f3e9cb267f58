"""Two devices that lie in the safe of the demo school: one until the end of the day, one longer as was agreed."""

from datetime import datetime, timedelta
from uuid import UUID

from keyzer.custody import actions, queries
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.protocol import Channel, Device, KeepLonger, Role
from keyzer.timetable import queries as timetable

JUST_NOW = timedelta(minutes=12)
A_CALL = timedelta(minutes=10)
"""How long after the device was taken a parent agreed that it stays longer."""
LOOKS_BACK = timedelta(days=60)
CONDUCT = "toestel-in-les-zonder-toestemming"
PLACE = "Kluis bij de conciërge"
PHONE = actions.Draft(
    pupil=UUID(int=0),
    devices=(Device.PHONE,),
    conduct=CONDUCT,
    description="Zwarte telefoon, doorzichtig hoesje",
    account="Keek onder tafel op het scherm, ook nadat ik het had gevraagd.",
)
WATCH = actions.Draft(
    pupil=UUID(int=0),
    devices=(Device.SMARTWATCH, Device.EARBUDS),
    conduct=CONDUCT,
    description="Blauw horloge, witte oortjes in een doosje",
    damage="Kras op het horlogeglas",
    account="Las berichten op het horloge tijdens de uitleg.",
)
WATCH_STAYS = "Moeder haalt het op na het mentorgesprek. De telefoon bleef bij de leerling."
PHONE_STAYS = "Vader haalt hem op na een gesprek met de mentor."


def keep(first: UUID, second: UUID, now: datetime) -> int:
    """Take a device of each of two pupils in, in a lesson; answers how many lie in the safe.

    The first goes back at the end of that day; when that is over, it stays too until the next school day ends.
    """
    at = _in_a_lesson(now - JUST_NOW)
    on = clock.local(at).date()
    teacher, director = people.holders(Role.DOCENT, on)[0], people.holders(Role.DIRECTEUR, on)[0]
    safe = actions.add_place(PLACE, by=director, at=at)
    phone = actions.take(PHONE._replace(pupil=first, place=safe), by=teacher, at=at)
    watch = actions.take(WATCH._replace(pupil=second, place=safe), by=teacher, at=at)
    _longer(watch, WATCH_STAYS, director, at, now)
    if timetable.end_of_school_day(on) <= now:
        _longer(phone, PHONE_STAYS, director, at, now)
    return len(queries.lying_in(safe))


def _in_a_lesson(moment: datetime) -> datetime:
    """The moment itself, or when school was out, the end of the last lesson before it."""
    bells, day = timetable.bells(), clock.local(moment).date()
    days = (day - timedelta(days=back) for back in range(LOOKS_BACK.days))
    ended = (one.ends for each in days for one in reversed(bells.periods(each)) if one.starts <= moment)
    last = next(ended, moment)
    return min(moment, last - JUST_NOW)


def _longer(custody: UUID, reason: str, director: UUID, taken: datetime, now: datetime) -> None:
    """Until the end of the next school day after today, as a parent agreed on the telephone."""
    at = taken + A_CALL
    on = clock.local(at).date()
    record = queries.record_for(people.viewer_of(director, on), custody)
    parents = [one.id for one in people.guardians_of(record.line.pupil, on) if one.authority] if record else []
    if record is None or not parents:
        return
    agreed = KeepLonger(
        reason=reason,
        until=_next_end(now),
        agreed_by=str(parents[0]),
        agreed_at=at,
        channel=Channel.TELEFOON,
    )
    actions.act(custody, agreed, seen=record.version, by=director, at=at)


def _next_end(now: datetime) -> datetime:
    """When the first school day that begins after now ends."""
    bells, today = timetable.bells(), clock.local(now).date()
    later = (day for day in bells.days(today) if bells.periods(day)[0].starts > now)
    return bells.end_of_day(next(later))
