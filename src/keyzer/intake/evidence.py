"""Serves a file of a report: to who may see it, on the record, as a download that no page can be made of."""

from uuid import UUID

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from keyzer.ledger.files import FileProblem
from keyzer.people import guards
from keyzer.people.requests import SignedIn

from . import pages, queries

SALT = "keyzer.intake.evidence"
LINK_LASTS = 60  # seconds
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


@require_GET
@guards.signed_in
def open_file(request: SignedIn, report: UUID, file: UUID) -> HttpResponse:
    """Leave a trace and go on to a link that soon expires and works for this person alone."""
    page = queries.page(request.viewer, report)
    if page is None or all(each.file != file for each in page.evidence):
        guards.not_for_you(request, "evidence", file)
    if pages.signature(request, page) is not None:
        guards.seen(request, "evidence", file)
    return redirect("intake:file", signing.dumps([str(report), str(file), request.viewer.id], salt=SALT))


@require_GET
@guards.signed_in
def download(request: SignedIn, token: str) -> HttpResponseBase:
    """The file behind a signed link, as an attachment."""
    report, file = _behind(request, token)
    found = queries.evidence(request.viewer, report, file)
    if found is None:
        guards.not_for_you(request, "evidence", file)
    try:
        content = queries.evidence_content(report, file)
    except FileProblem:
        messages.error(request, _("This file can't be opened. Tell the administrator: it is in the backup."))
        return redirect("intake:show", report)
    disposition = content_disposition_header(as_attachment=True, filename=found.name) or "attachment"
    return StreamingHttpResponse(
        content,
        content_type=found.media,
        headers={**HEADERS, "Content-Disposition": disposition, "Content-Length": str(found.size)},
    )


def _behind(request: SignedIn, token: str) -> tuple[UUID, UUID]:
    try:
        report, file, viewer = signing.loads(token, salt=SALT, max_age=LINK_LASTS)
    except signing.BadSignature:
        guards.not_for_you(request, "evidence", "link")
    if viewer != request.viewer.id:
        guards.not_for_you(request, "evidence", file)
    return UUID(report), UUID(file)
