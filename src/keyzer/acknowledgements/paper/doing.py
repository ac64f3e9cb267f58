"""What somebody does with a list at its page, who is told what came of it."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.utils.translation import gettext as _

from keyzer.acknowledgements.actions import paper as actions
from keyzer.acknowledgements.printed import PaperProblem, PaperRefused, sentence
from keyzer.acknowledgements.queries import paper as reading
from keyzer.acknowledgements.queries.paper import Line, PaperFile
from keyzer.acknowledgements.words import Refused, RowsRefused
from keyzer.kit import clock
from keyzer.ledger.files import FileProblem
from keyzer.people.requests import SignedIn

from . import pages


def record(request: SignedIn, before: PaperFile, numbers: Sequence[int], signed_on: date) -> None:
    """Record these lines of a list, or none; `before` is how its reader saw it."""
    try:
        done = actions.record_lines(before.id, numbers, signed_on=signed_on, by=request.person.id, at=clock.now())
    except RowsRefused as refused:
        for said in pages.refused(before, sorted(numbers), refused):
            messages.error(request, said)
        return
    except (PaperRefused, Refused) as refused:
        messages.error(request, refused.said)
        return
    after = reading.paper_list(request.viewer, before.token, clock.today()) or before
    for said in pages.told(before, after, numbers, done.new, request.person.name):
        messages.success(request, said)


def undo(request: SignedIn, found: PaperFile, line: Line) -> None:
    """Take back what was recorded of a line by mistake."""
    reason = _("Recorded by mistake.")
    try:
        actions.undo_line(found.id, line.number, reason=reason, by=request.person.id, at=clock.now())
    except (PaperRefused, Refused) as refused:
        messages.error(request, refused.said)
        return
    messages.success(request, _("Taken back: %(name)s has not signed.") % {"name": line.name})


def keep_scan(request: SignedIn, found: PaperFile, *, too_large: bool) -> None:
    """Keep the scan that was sent, if it can be kept."""
    if too_large:
        messages.error(request, sentence(PaperProblem.TOO_LARGE))
        return
    sent = request.FILES.get("scan")
    try:
        actions.keep_scan(found.id, sent.read() if sent else b"", by=request.person.id, at=clock.now())
    except PaperRefused as refused:
        messages.error(request, refused.said)
        return
    messages.success(request, _("The scan is kept, encrypted."))


def scan_content(request: SignedIn, found: PaperFile, file: UUID) -> bytes | None:
    """A kept scan; None when it can't be opened, which is then told."""
    try:
        return reading.scan_content(found.id, file)
    except FileProblem:
        messages.error(request, _("This file can't be opened. Tell the administrator: it is in the backup."))
        return None
