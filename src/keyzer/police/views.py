"""Pages about the police. Looking and downloading leave a trace; for who may not, nothing is there."""

from collections.abc import Iterator
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from keyzer.cases.queries import CaseFile
from keyzer.kit import clock
from keyzer.ledger.files import FileProblem
from keyzer.people.guards import not_for_you, seen, signed_in
from keyzer.people.requests import SignedIn

from . import composing, handing, pages, queries
from .queries import Kept, PackRow

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


@signed_in
def show(request: SignedIn, case: UUID) -> HttpResponse:
    """What it may be, who must complain and until when, and each step towards the police."""
    file = _case(request, case)
    seen(request, "police", case)
    return render(request, "police/show.html", {"page": pages.show(file, clock.now(), _language())})


@signed_in
def compose(request: SignedIn, case: UUID) -> HttpResponse:
    """Choose what goes to the police, and make the pack of it."""
    file, now = _case(request, case), clock.now()
    if not queries.may_prepare(file, now):
        not_for_you(request, "police-pack", case)
    page = composing.page(file, request.POST or None, now, _language())
    status = composing.send(page, by=UUID(request.viewer.id), at=now) if request.method == "POST" else HTTPStatus.OK
    if status is HTTPStatus.SEE_OTHER and page.pack:
        messages.success(request, _("The pack was made. Read the report before you hand it over."))
        return redirect("police:pack", page.pack)
    return render(request, "police/compose.html", {"page": page}, status=status)


@signed_in
def pack(request: SignedIn, pack: UUID) -> HttpResponse:
    """One pack: its two files, their digests, and whether it was handed over."""
    file, row = _pack(request, pack)
    seen(request, "police-pack", pack)
    return render(request, "police/pack.html", {"page": handing.page(file, row, None, _language())})


@signed_in
def hand_over(request: SignedIn, pack: UUID) -> HttpResponse:
    """Record to whom and how this pack was handed over."""
    file, row = _pack(request, pack)
    page = handing.page(file, row, request.POST or None, _language())
    status = handing.send(page, by=UUID(request.viewer.id), at=clock.now()) if request.POST else HTTPStatus.OK
    if status is HTTPStatus.SEE_OTHER:
        messages.success(request, _("It is on the record that this pack was handed over."))
        return redirect("police:show", file.id)
    return render(request, "police/pack.html", {"page": page}, status=status)


@require_GET
@signed_in
def report_file(request: SignedIn, pack: UUID) -> HttpResponseBase:
    """The report, as a PDF to save."""
    _file, row = _pack(request, pack)
    seen(request, "police-pack-report", pack)
    return _download(request, row, row.report, "rapport.pdf", "application/pdf")


@require_GET
@signed_in
def archive_file(request: SignedIn, pack: UUID) -> HttpResponseBase:
    """The zip with evidence, report and digests."""
    _file, row = _pack(request, pack)
    seen(request, "police-pack-archive", pack)
    return _download(request, row, row.archive, "bewijs.zip", "application/zip")


def _case(request: SignedIn, case: UUID) -> CaseFile:
    return queries.case_for(request.viewer, case) or not_for_you(request, "case", case)


def _pack(request: SignedIn, pack: UUID) -> tuple[CaseFile, PackRow]:
    return queries.pack_for(request.viewer, pack, clock.now()) or not_for_you(request, "police-pack", pack)


def _download(request: SignedIn, row: PackRow, kept: Kept, name: str, media: str) -> HttpResponseBase:
    try:
        content = queries.content(row.id, kept.id)
    except FileProblem:
        return _damaged(request, redirect("police:pack", row.id))
    return _attached(content, name, media, kept.size)


def _attached(content: Iterator[bytes], name: str, media: str, size: int) -> HttpResponseBase:
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    headers = {**HEADERS, "Content-Disposition": disposition, "Content-Length": str(size)}
    return StreamingHttpResponse(content, content_type=media, headers=headers)


def _damaged(request: SignedIn, back: HttpResponse) -> HttpResponse:
    messages.error(request, _("This file can't be opened. Tell the administrator: it is in the backup."))
    return back


def _language() -> str:
    return get_language() or "nl"
