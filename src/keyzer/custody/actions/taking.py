"""Taking a device in, at a classroom door or for a decision in a case; and recording that it was not handed over."""

import secrets
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.custody import standing, stream
from keyzer.custody.models import Custody, StoragePlace, TagRoll
from keyzer.kit import clock
from keyzer.kit.ids import new_id
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.people import queries as people
from keyzer.post import actions as post
from keyzer.timetable import queries as timetable

from .acting import act_in_case, decided, write
from .joining import joined_at_the_door


class Draft(NamedTuple):
    """What somebody tells of a device that was asked for; `place` None is: I have it with me."""

    pupil: UUID
    devices: tuple[protocol.Device, ...]
    conduct: str
    description: str = ""
    damage: str = ""
    account: str = ""
    place: UUID | None = None


def take(draft: Draft, *, by: UUID, at: datetime) -> UUID:
    """Take a device in at the classroom door, and answer the id of its record.

    A light incident opens for the pupil's coordinator, or the open one about devices is joined. Raises Refused.
    """
    with writing():
        row, events = _begin(draft, by=by, at=at)
        events += _joined(row, events[0], draft, by=by, at=at)
        return _keep(row, events, by=by, at=at)


def take_for_decision(draft: Draft, case: UUID, decision: str, *, by: UUID, at: datetime) -> UUID:
    """Take a device in for a decision of a case; the case records it too, in the same transaction.

    Raises Refused, and cases.actions.Refused for what the case does not allow.
    """
    with writing():
        row, events = _begin(draft, by=by, at=at)
        said = {"decision": decision, "device": draft.description, "kept_at": _kept_at(draft, by), "voluntary": True}
        act_in_case(case, "take-device", said, by=by, at=at)
        join = protocol.Join(case=str(case), decision=decision)
        events += decided(protocol.replay_custody(events), join, draft.pupil, by=by, at=at)
        return _keep(row, events, by=by, at=at)


def refuse(draft: Draft, *, by: UUID, at: datetime) -> UUID:
    """Record that a pupil did not hand a device over, which is conduct of its own. Raises Refused."""
    command = protocol.RecordRefusal(
        pupil=str(draft.pupil), devices=draft.devices, conduct=draft.conduct, account=draft.account
    )
    with writing():
        events = decided(None, command, draft.pupil, by=by, at=at)
        row = _row(draft, by=by, at=at)
        events += _joined(row, events[0], draft, by=by, at=at)
        return _keep(row, events, by=by, at=at)


def _begin(draft: Draft, *, by: UUID, at: datetime) -> tuple[Custody, list[protocol.Event]]:
    where = protocol.Whereabouts(place=str(draft.place)) if draft.place else protocol.Whereabouts(holder=str(by))
    command = protocol.TakeIn(
        pupil=str(draft.pupil),
        devices=draft.devices,
        conduct=draft.conduct,
        description=draft.description,
        damage=draft.damage,
        account=draft.account,
        tag=_next_number(),
        where=where,
    )
    row = _row(draft, by=by, at=at)
    row.number, row.secret = command.tag, secrets.token_urlsafe(24)
    return row, decided(None, command, draft.pupil, by=by, at=at)


def _row(draft: Draft, *, by: UUID, at: datetime) -> Custody:
    on = clock.local(at).date()
    pupil, period = people.brief([draft.pupil], on)[draft.pupil], timetable.period_at(at)
    return Custody(
        id=new_id(),
        pupil_id=draft.pupil,
        layer=pupil.layer,
        class_name=pupil.class_name,
        period=period.number if period else None,
        devices=" ".join(device.value for device in draft.devices),
        conduct=draft.conduct,
        asked_at=at,
        asked_by_id=by,
    )


def _next_number() -> int:
    roll, _made = TagRoll.objects.select_for_update().get_or_create(id=1)
    roll.last += 1
    roll.save()
    return roll.last


def _joined(row: Custody, begun: protocol.Event, draft: Draft, *, by: UUID, at: datetime) -> list[protocol.Event]:
    """To which incident and case of the pupil it belongs."""
    told = draft.account or protocol.summarise(protocol.in_force(clock.local(at).date()), begun).nl
    place = joined_at_the_door(draft.pupil, draft.conduct, row.layer, told, by=by, at=at)
    if place is None:
        return []
    join = protocol.Join(incident=str(place.incident), case=str(place.case) if place.case else "")
    return decided(protocol.replay_custody([begun]), join, draft.pupil, by=by, at=at)


def _keep(row: Custody, events: list[protocol.Event], *, by: UUID, at: datetime) -> UUID:
    """Write a new record, with that who must hear of it was mailed."""
    ledger.open_stream(stream.KIND, at=at, stream=row.id)
    write(row, (), [*events, *_mailed(row, events, by=by, at=at)], by=by, at=at)
    return row.id


def _mailed(row: Custody, events: list[protocol.Event], *, by: UUID, at: datetime) -> list[protocol.Event]:
    """Guardians with an address are told the same moment that something waits; the mail does not say what."""
    found: list[protocol.Event] = []
    for guardian in standing.agreeing(row.pupil_id, at):
        if guardian == row.pupil_id or not post.queue(to=guardian, kind="waiting", path="/mijn/", by=by, at=at):
            continue
        tell = protocol.TellAdult(guardian=str(guardian), channel=protocol.Channel.EMAIL)
        found += decided(protocol.replay_custody([*events, *found]), tell, row.pupil_id, by=by, at=at)
    return found


def _kept_at(draft: Draft, by: UUID) -> str:
    if draft.place is None:
        return people.names([by])[by]
    return StoragePlace.objects.values_list("name", flat=True).get(id=draft.place)
