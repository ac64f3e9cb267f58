"""Lists on paper: print one, record what was signed on it, take back what was recorded wrongly, keep a scan."""

import secrets
from collections.abc import Collection, Sequence
from datetime import date, datetime, time
from itertools import count
from uuid import UUID

from keyzer.acknowledgements import checks, printed
from keyzer.acknowledgements.checks import Asked
from keyzer.acknowledgements.editions import Shelf, shelf
from keyzer.acknowledgements.households import Slip, on_class_list, on_slips
from keyzer.acknowledgements.models import PaperLine, PaperList, Signature
from keyzer.acknowledgements.printed import PAPER, PaperProblem, PaperRefused, Printed, Scanned
from keyzer.acknowledgements.queries.paper import is_current
from keyzer.acknowledgements.words import How, State
from keyzer.kit import clock
from keyzer.kit.ids import new_id
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.ledger import files
from keyzer.ledger import queries as history
from keyzer.protocol import Audience

from . import rows
from .lists import ListedRow, Recorded, record_many
from .signing import withdraw

TOKEN_BYTES = 12
NOON = time(12)
MOST_BYTES = 10_000_000
BEGINNINGS = {b"%PDF-": "application/pdf", b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}


def print_list(school_class: UUID, *, households: bool, language: str, by: UUID, at: datetime) -> str:
    """A new list of a class, or one slip for each household of its pupils; answers the token of its address.

    Everybody whose signature is asked has a line. Raises PaperRefused when that is nobody, and Refused.
    """
    day = clock.local(at).date()
    held = shelf(day)
    checks.expect_recorder(How.PAPER, by, at)
    edition = checks.expect_text(held, held.in_force.id, language)
    slips = (on_slips if households else on_class_list)(school_class, edition, day)
    if not slips:
        raise PaperRefused(PaperProblem.NOBODY, f"class `{school_class}` asks for no signature on `{day}`: print none")
    row = PaperList(
        id=new_id(),
        token=secrets.token_urlsafe(TOKEN_BYTES),
        school_class_id=school_class,
        households=households,
        edition=edition.id,
        edition_digest=edition.digest,
        language=language,
        made_at=at,
        by_id=by,
    )
    with writing():
        row.document_digest = rows.current_document()
        row.stream = ledger.begin_stream(PAPER, printed.entries([_as_printed(row, slips)]), by=by, at=at, stream=row.id)
        row.save(force_insert=True)
        PaperLine.objects.bulk_create(_lines(row, slips))
    return row.token


def _as_printed(row: PaperList, slips: Sequence[Slip]) -> Printed:
    lines = tuple((one.signer, one.on_behalf_of, one.audience.value) for slip in slips for one in slip.lines)
    return Printed(school_class=row.school_class_id, households=row.households, edition=row.edition, lines=lines)


def _lines(row: PaperList, slips: Sequence[Slip]) -> list[PaperLine]:
    number = count(1)
    return [
        PaperLine(
            paper=row,
            number=next(number),
            household=slip.number,
            signer_id=one.signer,
            on_behalf_of_id=one.on_behalf_of,
            audience=one.audience.value,
        )
        for slip in slips
        for one in slip.lines
    ]


def record_lines(paper: UUID, numbers: Collection[int], *, signed_on: date, by: UUID, at: datetime) -> Recorded:
    """Record that these lines bear a signature of that day; who signed already is passed by.

    Raises PaperRefused, Refused, and RowsRefused with what can't be taken; then nothing is recorded.
    """
    return rows.together(lambda: _record(_current(paper, at), numbers, signed_on, by, at))


def undo_line(paper: UUID, number: int, *, reason: str, by: UUID, at: datetime) -> UUID:
    """Take back a signature that was recorded from paper wrongly; answers what stands since. Raises PaperRefused."""

    def undo() -> UUID:
        [asked] = _asked(PaperList.objects.get(id=paper), [number])
        before = rows.standing(asked, shelf(clock.local(at).date()).counting)
        if before is None or (before.state, before.how) != (State.SIGNED, How.PAPER):
            message = f"line `{number}` was not recorded from paper: let the signer take it back"
            raise PaperRefused(PaperProblem.NOT_FROM_PAPER, message)
        return withdraw(asked, reason=reason, how=How.PAPER, by=by, at=at)

    return rows.together(undo)


def keep_scan(paper: UUID, content: bytes, *, by: UUID, at: datetime) -> UUID:
    """Keep a picture of the signed sheet, encrypted with the list's history; answers the file's id.

    What it is, is told from its first bytes. Raises PaperRefused.
    """
    media, stream = _media(content), PaperList.objects.values_list("stream", flat=True).get(id=paper)
    incoming = files.Incoming()
    incoming.write(content)
    kept = incoming.keep(stream)
    scanned = Scanned(file=kept.id, media=media, size=kept.size, sha256=kept.sha256)
    try:
        with writing():
            PaperList.objects.select_for_update().get(id=paper)
            ledger.append(stream, printed.entries([scanned]), seen=history.version(stream), by=by, at=at)
    except BaseException:
        files.remove(kept.id)
        raise
    return kept.id


def _media(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise PaperRefused(PaperProblem.TOO_LARGE, f"a scan has {len(content):,} bytes and may have {MOST_BYTES:,}")
    media = next((media for begins, media in BEGINNINGS.items() if content.startswith(begins)), None)
    if media is None:
        raise PaperRefused(PaperProblem.NOT_A_SCAN, "a scan is none of PDF, JPEG, PNG: save it as one of these")
    return media


def _current(paper: UUID, at: datetime) -> PaperList:
    """The list, while a signature of its text counts. Raises PaperRefused."""
    row = PaperList.objects.get(id=paper)
    if not is_current(row, shelf(clock.local(at).date())):
        message = f"list `{paper}` is of `{row.edition}`, whose text holds no more: print a new list"
        raise PaperRefused(PaperProblem.OUTDATED, message)
    return row


def _record(row: PaperList, numbers: Collection[int], signed_on: date, by: UUID, at: datetime) -> Recorded:
    if signed_on < clock.local(row.made_at).date():
        message = f"list `{row.id}` was printed after `{signed_on}`: give the date on the sheet"
        raise PaperRefused(PaperProblem.BEFORE_PRINTED, message)
    asked = _asked(row, numbers)
    again = _taken_back_from_paper(asked, shelf(clock.local(at).date()))
    moment = moment_of(signed_on, at)
    listed = [ListedRow(one, row.edition, row.language, at if one in again else moment) for one in asked]
    return record_many(listed, how=How.PAPER, by=by, at=at)


def _asked(row: PaperList, numbers: Collection[int]) -> list[Asked]:
    found = row.lines.filter(number__in=numbers).values_list("signer_id", "on_behalf_of_id", "audience")
    asked = [Asked(signer, on_behalf_of, Audience(audience)) for signer, on_behalf_of, audience in found]
    if len(asked) != len(set(numbers)):
        raise PaperRefused(PaperProblem.NOT_A_LINE, f"list `{row.id}` has no such lines: {sorted(set(numbers))}")
    return asked


def moment_of(signed_on: date, now: datetime) -> datetime:
    """When something was signed of which the day alone is known: at noon, and today now."""
    if signed_on == clock.local(now).date():
        return now
    return datetime.combine(signed_on, NOON, clock.SCHOOL_ZONE)


def _taken_back_from_paper(asked: Sequence[Asked], on_shelf: Shelf) -> set[Asked]:
    """Who was taken off by whoever records: that was about the record, so the day on the sheet does not settle it."""
    found = Signature.objects.filter(
        on_behalf_of_id__in={one.on_behalf_of for one in asked},
        edition__in=on_shelf.counting,
        state=State.WITHDRAWN,
        how=How.PAPER,
        ended_at=None,
    )
    said = found.values_list("signer_id", "on_behalf_of_id", "audience")
    return {Asked(signer, on_behalf_of, Audience(audience)) for signer, on_behalf_of, audience in said}
