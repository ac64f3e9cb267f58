"""The seal over the name of who reports in confidence: put there, and broken only on the record."""

from datetime import datetime
from uuid import UUID

from keyzer.intake import events, queries
from keyzer.intake.models import Report, Seal
from keyzer.kit.addresses import address
from keyzer.kit.inserted import insert
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.ledger import queries as ledger_queries
from keyzer.ledger.actions import Entry
from keyzer.post import actions as post

from .rows import NotPossible, append

SEALED, OPENED = "sealed", "opened"


def put_under_seal(report: UUID, person: UUID, *, at: datetime) -> None:
    """Write down who reported it, in a stream of its own."""
    stream = ledger.begin_stream("seal", [Entry(SEALED, person.bytes)], by=None, at=at)
    mark, heap = queries.pointer(report, person), queries.bucket(person)
    insert(Seal(report_id=report, pointer=mark, bucket=heap, stream=stream))


def break_seal(report: UUID, reason: str, *, by: UUID, at: datetime) -> None:
    """Let who handles it see the name, with a reason, on the record; the reporter reads it, and gets mail if asked for.

    Once is enough. Raises NotPossible for anybody else, and for what has no seal.
    """
    with writing():
        row = Report.objects.select_for_update().get(id=report)
        seal = Seal.objects.filter(report=row).first()
        reporter = queries.reporter_behind(report)
        if seal is None or reporter is None or row.handler_id != by:
            raise NotPossible("only who handles a report in confidence can break its seal")
        if queries.has_broken_seal(report, by):
            return
        append(row, [events.SealBroken(reason=reason)], by=by, at=at)
        entries, seen = [Entry(OPENED, reason.encode())], ledger_queries.version(seal.stream)
        ledger.append(seal.stream, entries, seen=seen, by=by, at=at)
        if queries.wants_mail(report):
            post.queue(to=reporter, kind="waiting", path=address("intake:mine"), by=None, at=at)
