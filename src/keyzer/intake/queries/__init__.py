"""Every read of this room."""

from .adviser import Talk, Turn, WaitingTalk, advisers, talk, talks_of, talks_waiting_for
from .history import has_read, told_in, wants_mail
from .lists import PAGE, ReportRow, WaitingRow, handled_by, own_reports, waiting_for
from .reports import (
    Message,
    Reading,
    ReceivedFile,
    ReportPage,
    changes_since,
    concerns,
    evidence,
    evidence_content,
    files_of,
    handler_of,
    has_moved,
    names_around,
    page,
    page_by_receipt,
)
from .resemblance import Alike, alike
from .sealing import bucket, has_broken_seal, pointer, reported_by, reporter_behind
from .sight import visible_to
from .writing import draft, report_with

__all__ = [
    "PAGE",
    "Alike",
    "Message",
    "Reading",
    "ReceivedFile",
    "ReportPage",
    "ReportRow",
    "Talk",
    "Turn",
    "WaitingRow",
    "WaitingTalk",
    "advisers",
    "alike",
    "bucket",
    "changes_since",
    "concerns",
    "draft",
    "evidence",
    "evidence_content",
    "files_of",
    "handled_by",
    "handler_of",
    "has_broken_seal",
    "has_moved",
    "has_read",
    "names_around",
    "own_reports",
    "page",
    "page_by_receipt",
    "pointer",
    "report_with",
    "reported_by",
    "reporter_behind",
    "talk",
    "talks_of",
    "talks_waiting_for",
    "told_in",
    "visible_to",
    "waiting_for",
    "wants_mail",
]
