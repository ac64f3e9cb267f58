"""How a report and its row are written: what every action of this room is made of."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.evidence import queries as evidence_kept
from keyzer.evidence.actions import keep, quarantine
from keyzer.evidence.kinds import TEXT, Kind
from keyzer.intake import choices, events, routing, terms
from keyzer.intake.events import IntakeLane, Told, Way
from keyzer.intake.models import Party, Report
from keyzer.kit.inserted import insert
from keyzer.ledger import actions as ledger
from keyzer.ledger import files
from keyzer.ledger import queries as ledger_queries
from keyzer.ledger.actions import Conflict

SEXUAL_IMAGE = "seksueel beeld"
"""Why a file is locked away."""


class Evidence(NamedTuple):
    """A file that was looked at and may be kept."""

    incoming: files.Incoming
    name: str
    kind: Kind


class IncidentDraft(NamedTuple):
    """What an incident is opened with."""

    told: str
    happened_on: date | None
    place: str
    persons: Sequence[tuple[UUID, protocol.Part]]
    conduct: Sequence[str]


class Sender(NamedTuple):
    """Who sends something: `person` is None for who does not give a name, and then `sending` is masked."""

    way: Way
    person: UUID | None
    sending: UUID


class NotPossible(Exception):
    """The report is not in a state in which this can be done."""


def received(
    lane: IntakeLane, told: Told, sender: Sender, route: routing.Route, layer: int | None, at: datetime
) -> Report:
    """The report with its stream, and who is shut out of it."""
    row = Report(
        id=ledger.begin_stream("report", [events.entry(told)], by=sender.person, at=at),
        lane=lane,
        way=sender.way,
        reporter_id=sender.person,
        handler_id=route.handler,
        layer=layer,
        received_at=at,
        due_at=terms.answer_due(lane, at),
        sending=sender.sending,
        version=1,
    )
    insert(row)
    for person in route.shut_out:
        insert(Party(report=row, person_id=person))
    return row


def keep_evidence(row: Report, evidence: Sequence[Evidence], told: Told, *, by: UUID | None, at: datetime) -> int:
    """Keep the files with the report, and answer how many were there already; when they can't be recorded, they go.

    Where it is about sexual images they are locked away unseen (Sr 252): never thrown away, and opened by nobody.
    """
    if not evidence:
        return 0
    locks = choices.is_about_sexual_images(told.conduct) or bool(evidence_kept.locked([row.id]))
    with _kept(row.id, evidence, by, at) as added:
        append(row, added, by=by, at=at)
        for file in added if locks else ():
            if file.media == TEXT.media:  # words show nothing that nobody may look at
                continue
            quarantine(file.file, SEXUAL_IMAGE, by=by, at=at)
    return len(evidence) - len(added)


def unchanged(report: UUID, seen: int) -> Report:
    """The report, if nobody added words since version `seen`; a receipt or a file changes nothing for the writer."""
    row = Report.objects.select_for_update().get(id=report)
    if any(event.kind in events.WITH_WORDS for event in ledger_queries.read(report, after=seen)):
        raise Conflict(seen, row.version)
    return row


def append(row: Report, recorded: Sequence[events.AnyEvent], *, by: UUID | None, at: datetime) -> None:
    """Record what happened, and write the row as it stands now."""
    entries = [events.entry(event) for event in recorded]
    row.version = ledger.append(row.id, entries, seen=row.version, by=by, at=at)
    row.save()


def move(row: Report, handler: UUID, *, by: UUID | None, at: datetime) -> None:
    """Somebody else handles it from now on."""
    moved = events.Rerouted(was=row.handler_id, handler=handler)
    row.handler_id = handler
    append(row, [moved], by=by, at=at)


@contextmanager
def _kept(
    stream: UUID, evidence: Sequence[Evidence], by: UUID | None, at: datetime
) -> Iterator[list[events.EvidenceAdded]]:
    """Keep the files; when recording them fails, they go. What the report has already is told of once."""
    added: list[events.EvidenceAdded] = []
    try:
        for file in evidence:
            kept = keep(file.incoming, file.kind, file.name, stream=stream, by=by, at=at)
            if not kept.is_known:
                added.append(
                    events.EvidenceAdded(
                        file=kept.item, name=kept.name, media=kept.media, size=kept.size, sha256=kept.sha256
                    )
                )
        yield added
    except Exception:
        for each in added:
            files.remove(each.file)
        raise
