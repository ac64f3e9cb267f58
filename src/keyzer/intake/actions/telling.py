"""How something is told: by name, in confidence, without a name, or to the board alone. Each is one transaction."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from django.db import IntegrityError
from django.db.models import QuerySet

from keyzer import protocol
from keyzer.cases import actions as cases
from keyzer.incidents import actions as incidents
from keyzer.intake import events, receipts, routing
from keyzer.intake.events import IntakeLane, Told, Way
from keyzer.intake.models import Receipt, Report
from keyzer.kit import clock
from keyzer.kit.addresses import address_of
from keyzer.kit.inserted import insert
from keyzer.kit.prepared import prepared
from keyzer.kit.writing import writing
from keyzer.post import actions as post

from .reports import follow_incident
from .rows import Evidence, IncidentDraft, Sender, append, keep_evidence, received
from .sealing import put_under_seal


def tell(
    lane: IntakeLane,
    told: Told,
    *,
    reporter: protocol.Viewer,
    sending: UUID,
    evidence: Sequence[Evidence],
    at: datetime,
) -> UUID:
    """Receive a report or a doubt and send it to who handles it; answers its id.

    The same `sending` by the same reporter is one report, however often it arrives. Raises people.queries.NobodyLeft.
    """
    person = UUID(reporter.id)
    if (earlier := _sent_before(person, sending)) is not None:
        return earlier
    try:
        return _receive(lane, told, reporter, Sender(Way.OP_NAAM, person, sending), evidence, at)
    except IntegrityError:
        if (earlier := _sent_before(person, sending)) is None:
            raise
        return earlier


def tell_in_confidence(
    lane: IntakeLane,
    told: Told,
    *,
    reporter: protocol.Viewer,
    sending: UUID,
    evidence: Sequence[Evidence],
    at: datetime,
) -> UUID:
    """As `tell`, with the name under a seal that only who handles it may break (reikwijdte-4d, leerlingen-8).

    Of whom a guardian tells it is left out too, for a child leads to its parents.
    """
    unnamed = Sender(Way.IN_VERTROUWEN, None, masked(sending))
    if (earlier := _sent_without_name(unnamed.sending)) is not None:
        return earlier
    try:
        with writing():
            report = _receive(lane, told, reporter, unnamed, evidence, at)
            put_under_seal(report, UUID(reporter.id), at=at)
            return report
    except IntegrityError:
        if (earlier := _sent_without_name(unnamed.sending)) is None:
            raise
        return earlier


def tell_without_name(
    lane: IntakeLane, told: Told, *, layer: int | None, sending: UUID, evidence: Sequence[Evidence], at: datetime
) -> str:
    """Receive a report of somebody who gives no name, and answer the receipt; sent again it answers the same one.

    Raises people.queries.NobodyLeft.
    """
    receipt, unnamed = receipts.made_from(sending), Sender(Way.ZONDER_NAAM, None, masked(sending))
    if _sent_without_name(unnamed.sending) is not None:
        return receipt
    lookup = receipts.lookup(receipt)
    try:
        with writing():
            route = routing.route_without_name(told, layer, clock.local(at).date())
            row = received(lane, told, unnamed, route, layer, at)
            insert(Receipt(report=row, lookup=lookup))
            keep_evidence(row, evidence, told, by=None, at=at)
    except IntegrityError:
        if _sent_without_name(unnamed.sending) is None:
            raise
    return receipt


def tell_board(told: Told, *, reporter: protocol.Viewer, sending: UUID, at: datetime) -> UUID:
    """Tell the board alone of a possible sexual offence by somebody with a task here, and answer the report's id.

    In one act: the report, a sealed incident, a case of the board about each who is named as doing it, and mail to the
    members of the board (WVO 2020, 3.39). Raises people.queries.NobodyLeft when the board has nobody left for it.
    """
    with writing():
        by, named = UUID(reporter.id), [(one.person, one.part) for one in told.persons]
        if (earlier := _sent_before(by, sending)) is not None:
            return earlier
        board = routing.board(told, clock.local(at).date())
        route = routing.Route(board[0], routing.named(told))
        row = received(IntakeLane.MELDING, told, Sender(Way.OP_NAAM, by, sending), route, None, at)
        persons = [(by, protocol.Part.MELDER), *named]
        draft = IncidentDraft(told=told.words, happened_on=None, place="", persons=persons, conduct=())
        out = tuple(routing.named(told))
        row.incident = incidents.open_incident(by=by, at=at, layer=None, report=row.id, kept_out=out, **draft._asdict())
        incidents.seal(row.incident, by=by, at=at)
        for person in (person for person, part in named if part is protocol.Part.ONDERWERP):
            cases.open_case(row.incident, person, by=by, at=at)
        append(row, [events.IncidentOpened(incident=row.incident)], by=by, at=at)
        for member in board:
            post.queue(to=member, kind="board-urgent", path=address_of("incidents:show", row.incident), by=None, at=at)
    follow_incident(row.id, at=at)
    return row.id


def masked(sending: UUID) -> UUID:
    """What is kept of a sending that a receipt is made from: enough to know it again, and not to make the receipt."""
    return UUID(bytes=hashlib.sha256(b"sent" + sending.bytes).digest()[:16])


def _receive(
    lane: IntakeLane, told: Told, reporter: protocol.Viewer, sender: Sender, evidence: Sequence[Evidence], at: datetime
) -> UUID:
    on = clock.local(at).date()
    with writing():
        layer = routing.layer_of(reporter, told, on)
        route = routing.route(reporter, told, layer, on)
        shown = told if sender.person else msgspec.structs.replace(told, child=None)
        row = received(lane, shown, sender, route, layer, at)
        keep_evidence(row, evidence, told, by=sender.person, at=at)
    return row.id


def _sent_before(reporter: UUID, sending: UUID) -> UUID | None:
    return next((report for (report,) in _sendings(reporter, sending)), None)


@prepared
def _sendings(reporter: UUID, sending: UUID) -> QuerySet[Report, tuple[UUID]]:
    return Report.objects.filter(reporter_id=reporter, sending=sending).values_list("id")


def _sent_without_name(sending: UUID) -> UUID | None:
    return Report.objects.filter(reporter=None, sending=sending).values_list("id", flat=True).first()
