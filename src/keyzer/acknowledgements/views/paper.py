"""Lists on paper: make and print one, record what was signed on it, keep a scan."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from keyzer import protocol
from keyzer.acknowledgements import queries
from keyzer.acknowledgements.actions import paper as actions
from keyzer.acknowledgements.editions import shelf
from keyzer.acknowledgements.pages import LOOK_AFTER
from keyzer.acknowledgements.paper import doing, pages, sheets
from keyzer.acknowledgements.paper.forms import CAN_BE_TICKED, PrintForm
from keyzer.acknowledgements.paper.receiving import is_too_large, takes_a_scan
from keyzer.acknowledgements.printed import PaperProblem, PaperRefused, sentence
from keyzer.acknowledgements.queries import paper as reading
from keyzer.acknowledgements.queries.paper import Line, PaperFile
from keyzer.acknowledgements.words import Refused
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.guards import for_roles, not_for_you, seen
from keyzer.people.queries import SeatBrief
from keyzer.people.requests import SignedIn
from keyzer.printing.typesetting import RenderingProblem

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


@require_http_methods(["GET", "POST"])
@for_roles(*LOOK_AFTER)
def of_class(request: SignedIn, school_class: UUID) -> HttpResponse:
    """The lists of a class, and a new one."""
    seat = _own_class(request, school_class)
    languages = protocol.languages(shelf(clock.today()).in_force)
    form = PrintForm(request.POST if request.method == "POST" else None, languages=languages)
    if form.is_valid() and (token := _printed(request, school_class, form)):
        return redirect("acknowledgements:paper", token)
    rows = pages.list_rows(reading.lists_of(school_class, clock.today()))
    return render(request, "acknowledgements/paper_lists.html", {"seat": seat, "form": form, "rows": rows})


@require_http_methods(["GET", "POST"])
@for_roles(*LOOK_AFTER)
def one_list(request: SignedIn, token: str) -> HttpResponse:
    """A list with all its lines; ticked lines are recorded."""
    found = _own_list(request, token)
    page = pages.list_page(found, request.POST if request.method == "POST" else None)
    if page.form and page.form.is_valid():
        ticked, signed_on = page.form.cleaned_data["lines"], page.form.cleaned_data["signed_on"]
        doing.record(request, found, ticked, signed_on)
        return redirect("acknowledgements:paper", token)
    if request.method == "POST" and page.form is None:
        messages.error(request, sentence(PaperProblem.OUTDATED))
    status = 422 if page.form and page.form.errors else 200
    return render(request, "acknowledgements/paper_list.html", {"page": page, "form": page.form}, status=status)


@require_GET
@for_roles(*LOOK_AFTER)
def sheet(request: SignedIn, token: str) -> HttpResponse:
    """The list as a PDF, on the record."""
    found = _own_list(request, token)
    home = request.build_absolute_uri("/").rstrip("/")
    try:
        content = sheets.sheet(found, school=people.school().name, home=home)
    except RenderingProblem as problem:
        messages.error(request, str(problem))
        return redirect("acknowledgements:paper", token)
    seen(request, "paper-list", found.id)
    return _file(content, "application/pdf", f"tekenlijst-{found.seat.name}.pdf")


@require_http_methods(["GET", "POST"])
@for_roles(*LOOK_AFTER)
def line(request: SignedIn, token: str, number: int) -> HttpResponse:
    """One line, as its code opens it; one tap records it."""
    found = _own_list(request, token)
    one = _line(request, found, number)
    if request.method == "POST":
        doing.record(request, found, [number], clock.today())
        return redirect("acknowledgements:paper-line", token, number)
    words = {"label": pages.label_of(found, one), "history": pages.history(one), "pill": pages.pill(one)}
    can_record = found.is_current and one.state in CAN_BE_TICKED
    return render(request, "acknowledgements/paper_line.html", {**words, "file": found, "line": one, "can": can_record})


@for_roles(*LOOK_AFTER)
@require_POST
def undo(request: SignedIn, token: str, number: int) -> HttpResponse:
    """Take back what was recorded wrongly."""
    found = _own_list(request, token)
    doing.undo(request, found, _line(request, found, number))
    return redirect("acknowledgements:paper", token)


@for_roles(*LOOK_AFTER)
@takes_a_scan
@require_POST
def scan(request: SignedIn, token: str) -> HttpResponse:
    """Add a picture of the signed sheet."""
    too_large = is_too_large(request)
    doing.keep_scan(request, _own_list(request, token), too_large=too_large)
    return redirect("acknowledgements:paper", token)


@require_GET
@for_roles(*LOOK_AFTER)
def scan_file(request: SignedIn, token: str, file: UUID) -> HttpResponse:
    """A scan as a download, on the record."""
    found = _own_list(request, token)
    one = next((scan for scan in found.scans if scan.file == file), None)
    if one is None:
        not_for_you(request, "scan", file)
    content = doing.scan_content(request, found, file)
    if content is None:
        return redirect("acknowledgements:paper", token)
    seen(request, "scan", file)
    return _file(content, one.media, f"scan.{pages.FILES[one.media]}")


def _own_class(request: SignedIn, school_class: UUID) -> SeatBrief:
    """The class, for who looks after it; for anybody else it does not exist."""
    seats = [seat for line in people.bonds_in_class(school_class, clock.today()) for seat in line.seats]
    own = next((seat for seat in seats if seat.id == school_class), None)
    if own is None or not queries.may_see_class(request.viewer, school_class, {own.layer}):
        not_for_you(request, "class", school_class)
    return own


def _own_list(request: SignedIn, token: str) -> PaperFile:
    found = reading.paper_list(request.viewer, token, clock.today())
    if found is None:
        not_for_you(request, "paper-list", "of another class")
    return found


def _line(request: SignedIn, found: PaperFile, number: int) -> Line:
    one = found.line(number)
    if one is None:
        not_for_you(request, "paper-line", found.id)
    return one


def _printed(request: SignedIn, school_class: UUID, form: PrintForm) -> str:
    """The token of a new list; empty when there is nobody for it, with why on the form."""
    chosen, by = form.cleaned_data, request.person.id
    households = chosen["kind"] == "households"
    try:
        return actions.print_list(
            school_class, households=households, language=chosen["language"], by=by, at=clock.now()
        )
    except (PaperRefused, Refused) as refused:
        form.add_error(None, refused.said)
        return ""


def _file(content: bytes, media: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media, headers=HEADERS)
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response
