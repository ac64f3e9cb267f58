"""Two devices that lie in the safe of the demo school: one until the end of the day, one longer as was agreed."""

from datetime import datetime, timedelta
from uuid import UUID

from keyzer.custody import actions, queries
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.protocol import Channel, Device, KeepLonger, Role

JUST_NOW = timedelta(minutes=12)
"""So short ago that what is taken after the bell, in a demo of the evening, is not due yet."""
A_DAY = timedelta(days=1)
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
REASON = "Moeder haalt het morgen na het mentorgesprek op. De telefoon bleef bij de leerling."


def keep(first: UUID, second: UUID, now: datetime) -> int:
    """Take a device of each of two pupils in; answers how many lie in the safe."""
    at, on = now - JUST_NOW, clock.local(now).date()
    teacher, director = people.holders(Role.DOCENT, on)[0], people.holders(Role.DIRECTEUR, on)[0]
    safe = actions.add_place(PLACE, by=director, at=at)
    actions.take(PHONE._replace(pupil=first, place=safe), by=teacher, at=at)
    watch = actions.take(WATCH._replace(pupil=second, place=safe), by=teacher, at=at)
    _longer(watch, second, director, now)
    return len(queries.lying_in(safe))


def _longer(custody: UUID, pupil: UUID, director: UUID, now: datetime) -> None:
    """Until tomorrow, as a parent agreed on the telephone."""
    record = queries.record_for(people.viewer_of(director, clock.local(now).date()), custody)
    parents = [one.id for one in people.guardians_of(pupil, clock.local(now).date()) if one.authority]
    if record is None or record.state.due is None or not parents:
        return
    agreed = KeepLonger(
        reason=REASON,
        until=record.state.due + A_DAY,
        agreed_by=str(parents[0]),
        agreed_at=now,
        channel=Channel.TELEFOON,
    )
    actions.act(custody, agreed, seen=record.version, by=director, at=now)
