"""The tag of a device on paper: a number and a square code that leads to its record, and nobody's name."""

from pathlib import Path

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.printing import qr
from keyzer.printing.typesetting import set_document

from .queries import Record
from .words import language

DOCUMENT = Path(__file__).resolve().parent / "documents" / "tag.typ"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


def printed(record: Record, origin: str) -> bytes:
    """The tag as PDF, of the size of a label. Raises printing.typesetting.RenderingProblem."""
    return set_document(DOCUMENT, _data(record, origin), at=record.line.asked_at)


def as_download(record: Record, origin: str) -> HttpResponse:
    """The tag under a name that tells its number."""
    response = HttpResponse(printed(record, origin), content_type="application/pdf", headers=HEADERS)
    name = f"label-{record.line.number}.pdf"
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


def _data(record: Record, origin: str) -> dict[str, str]:
    link = origin + reverse("custody:tag-address", args=[record.secret])
    return {
        "language": language()[:2],
        "title": _("Tag %(number)s") % {"number": record.line.number},
        "school": people.school().name,
        "number": str(record.line.number),
        "taken": clock.local(record.line.asked_at).strftime("%d-%m-%Y %H:%M"),
        "careful": _("Keep it locked away. Nobody looks inside."),
        "scan": _("Scan to move it or give it back."),
        "alt": _("Square code that leads to the record of this tag"),
        "code": qr.drawing(link),
    }
