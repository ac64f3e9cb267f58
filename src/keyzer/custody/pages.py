"""What the pages of a device show, gathered before the template."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.cases.queries import CaseFile
from keyzer.design.timeline import Moment
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.protocol import CustodyPhase

from . import queries, standing, words
from .forms import WITH_ME, Offered
from .queries import Line, Record

TAKE = "take-device"
Reasons = Sequence[tuple[str, tuple[str, ...]]]


class Shown(NamedTuple):
    """One device with everything on its page."""

    record: Record
    device: str
    description: str
    damage: str
    why: str
    articles: tuple[str, ...]
    places: Offered
    moments: list[Moment]
    is_held: bool
    may_keep_longer: bool
    may_settle: bool
    untold: list[str]
    refused: Reasons = ()
    is_changed: bool = False


class Own(NamedTuple):
    """One device as the family reads it."""

    line: Line
    is_adult: bool
    device: str
    description: str
    damage: str
    why: str
    articles: tuple[str, ...]
    longer_until: datetime | None
    reason: str
    returned_to: str
    returned_at: datetime | None
    claim: str
    outcome: str


def shown(
    record: Record, viewer: protocol.Viewer, *, refused: Sequence[protocol.Reason] = (), is_changed: bool = False
) -> Shown:
    """The page of one device for who keeps devices."""
    edition, who = protocol.in_force(clock.today()), standing.actor(viewer)
    begun = record.state.begun
    return Shown(
        record=record,
        device=words.devices(record.line),
        description=begun.description if begun else "",
        damage=begun.damage if begun else "",
        why=_why(record) if record.reads_why else "",
        articles=record.state.asked.grounds if record.reads_why else (),
        places=elsewhere(record.line, viewer),
        moments=words.moments(record),
        is_held=record.state.phase is CustodyPhase.HELD,
        may_keep_longer=protocol.may_keep_longer(edition, who),
        may_settle=protocol.may_settle_claims(edition, who) and record.state.has_open_claim,
        untold=untold(record),
        refused=[(reason.text.read(words.language()), reason.grounds) for reason in refused],
        is_changed=is_changed,
    )


def own(record: Record, viewer: protocol.Viewer) -> Own:
    """The page of one device for the pupil and the parents with authority."""
    state, begun = record.state, record.state.begun
    names = people.names([UUID(state.returned.person)]) if state.returned else {}
    return Own(
        line=record.line,
        is_adult=not viewer.holds(protocol.Role.LEERLING),
        device=words.devices(record.line),
        description=begun.description if begun else "",
        damage=begun.damage if begun else "",
        why=_why(record),
        articles=state.asked.grounds,
        longer_until=state.longer.until if state.longer else None,
        reason=state.longer.reason if state.longer else "",
        returned_to=names.get(UUID(state.returned.person), "") if state.returned else "",
        returned_at=state.returned.at if state.returned else None,
        claim=protocol.CLAIMS[state.claim.claim].read(words.language()) if state.claim else "",
        outcome=state.settled.outcome if state.settled else "",
    )


def places() -> Offered:
    """Where a device can go: with whoever takes it, and the places in use."""
    return [(WITH_ME, _("I keep it with me")), *((str(place.id), place.name) for place in queries.places())]


def elsewhere(line: Line, viewer: protocol.Viewer) -> Offered:
    """Where it can go from where it is; what was not found at a count may turn up in its own place."""
    here = WITH_ME if str(line.holder) == viewer.id else str(line.place)
    return [choice for choice in places() if line.missing_since or choice[0] != here]


def persons(record: Record, at: datetime) -> Offered:
    """The pupil and the adults who are tied to the pupil; whether it may go to them the protocol says."""
    guardians = people.guardians_of(record.line.pupil, clock.local(at).date())
    return [(str(record.line.pupil), record.line.name), *((str(one.id), one.name) for one in guardians)]


def adults(record: Record, at: datetime) -> Offered:
    """The adults who are tied to the pupil, or a pupil who is one."""
    agreeing = standing.agreeing(record.line.pupil, at)
    return [
        choice for choice in persons(record, at) if choice[0] != str(record.line.pupil) or UUID(choice[0]) in agreeing
    ]


def untold(record: Record) -> list[str]:
    """The names of the parents who must still hear of it."""
    told = {UUID(one.guardian) for one in record.state.told}
    waiting = [
        one for one in standing.agreeing(record.line.pupil, clock.now()) if one not in {*told, record.line.pupil}
    ]
    names = people.names(waiting)
    return [names[one] for one in waiting]


def conducts() -> Offered:
    """For what a device can be asked for: agreements that bind pupils, those about devices first."""
    edition = protocol.in_force(clock.today())
    kinds = [one for one in edition.conduct.values() if protocol.Audience.LEERLING in one.binds]
    kinds.sort(key=lambda one: "leerlingen-7" not in one.breaks)
    return [(one.id, one.label.read(words.language())) for one in kinds]


def _why(record: Record) -> str:
    edition = protocol.in_force(clock.local(record.line.asked_at).date())
    return edition.conduct[record.state.asked.conduct].label.read(words.language())


class Heading(NamedTuple):
    """Which device of whom, for the top of a page."""

    device: str
    name: str


def heading(record: Record) -> Heading:
    """Which device of whom it is."""
    return Heading(words.devices(record.line), record.line.name)


def keeps(viewer: protocol.Viewer) -> bool:
    """Whether the viewer takes devices in."""
    return standing.keeps(viewer)


def name_of(person: UUID) -> str:
    """A person's name."""
    return people.names([person]).get(person, "")


def to_take(file: CaseFile) -> list[tuple[str, datetime | None]]:
    """The decisions in a case for which a device must still be taken in, with when that must be done."""
    owed = protocol.open_duties(file.edition, file.state, clock.now())
    return [(duty.preset["decision"], duty.due) for duty in owed if duty.command == TAKE]


def conduct_of(file: CaseFile) -> str:
    """The conduct that a case is about, for a device that is taken in because of it."""
    return file.state.conduct[0] if file.state.conduct else ""
