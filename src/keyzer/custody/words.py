"""Devices in words: what one is called in a list, where it is, what happened to it."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.cases.wording import Wording, persons_in
from keyzer.design.moments import spoken
from keyzer.design.rows import Row
from keyzer.design.timeline import Moment
from keyzer.kit import clock
from keyzer.kit.addresses import address_of
from keyzer.people import queries as people
from keyzer.protocol import CustodyPhase

from .queries import Line, Record, place


def language() -> str:
    """The reader's language."""
    return get_language() or "nl"


def devices(line: Line) -> str:
    """`Telefoon, oortjes`."""
    named = [protocol.words_for("device", device).read(language()) for device in line.devices]
    return ", ".join([*named[:1], *(name.lower() for name in named[1:])])


def rows(lines: Iterable[Line]) -> list[Row]:
    """Devices for who keeps them; what is missing or must still be told stands before its term."""
    return [
        Row(
            sentence=_("%(device)s of %(name)s") % {"device": devices(line), "name": line.name},
            url=address_of("custody:show", line.id),
            icon="phone",
            detail=_detail(line),
            kind="late" if line.missing_since else "",
            label=_trouble(line),
            due=None if _trouble(line) else line.due,
        )
        for line in lines
    ]


def own_rows(lines: Iterable[Line], now: datetime) -> list[Row]:
    """Devices for the pupil and the parents: where it stands, and until when."""
    return [
        Row(
            sentence=_("%(device)s of %(name)s") % {"device": devices(line), "name": line.name},
            url=address_of("custody:own", line.id),
            icon="phone",
            detail=_stands(line, now),
            kind="waits" if line.phase is CustodyPhase.HELD else "done",
            label=protocol.PHASES[line.phase].read(language()).capitalize(),
        )
        for line in lines
    ]


def moments(record: Record) -> list[Moment]:
    """What happened to the device, in its order; what was written stands with it for who may read it."""
    edition = protocol.in_force(clock.local(record.line.asked_at).date())
    said = [(event, protocol.summarise(edition, event)) for event in record.replayed.events]
    named = {UUID(event.by) for event in record.replayed.events} | persons_in(text for _event, text in said)
    named |= {UUID(holder) for event, _text in said if (holder := getattr(event, "holder", ""))}
    wording = Wording(language(), people.names(named))
    shown = [(event, text) for event, text in said if event.named() != "custody-joined"]
    return [
        Moment(
            at=event.at,
            title=wording.say(text) + _towards(event, wording),
            body=protocol.narrative(event) if record.reads_why else "",
            icon=ICONS.get(event.named(), "dot"),
            by=wording.name(event.by),
        )
        for event, text in shown
    ]


ICONS = {
    "custody-begun": "in",
    "hand-over-refused": "cross",
    "device-moved": "arrow",
    "adult-told": "call",
    "kept-longer": "clock",
    "device-handed-back": "out",
    "claim-opened": "alert",
    "claim-settled": "check",
    "device-counted": "check",
}


def _towards(event: protocol.Event, wording: Wording) -> str:
    """Where it went, or where it was counted."""
    if holder := getattr(event, "holder", ""):
        return _(" · with %(name)s") % {"name": wording.name(holder)}
    place_id = getattr(event, "place", "")
    found = place(UUID(place_id)) if place_id else None
    return f" · {found.name}" if found else ""


def _detail(line: Line) -> str:
    number = _("Tag %(number)s") % {"number": line.number} if line.number else ""
    return " · ".join(part for part in (number, line.class_name, line.whereabouts) if part)


def _trouble(line: Line) -> str:
    if line.missing_since:
        return _("Not found at the count")
    if line.open_claim:
        return _("Loss or damage to settle")
    return ""


def _stands(line: Line, now: datetime) -> str:
    if line.phase is CustodyPhase.HELD and line.due:
        return _("Comes back %(moment)s at the latest") % {"moment": spoken(line.due, now)}
    return _("Asked for %(moment)s") % {"moment": spoken(line.asked_at, now)}
