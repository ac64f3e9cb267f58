"""What came with a report: the one who told it downloads it again; who handles it opens it with a reason."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from keyzer.evidence import pages as evidence_pages
from keyzer.evidence import queries as evidence_queries
from keyzer.evidence import serving, uploading
from keyzer.evidence.pages import Place
from keyzer.evidence.queries import ItemView
from keyzer.incidents import queries as incidents
from keyzer.ledger.files import FileProblem
from keyzer.people import guards
from keyzer.people.requests import SignedIn

from . import choices, nameless, pages, queries
from .coming_along import TicketForm, has_room, holder_without_name
from .events import IntakeLane
from .queries import ReportPage
from .strangers import of_a_stranger


def holder(request: SignedIn) -> str:
    """Whose uploads these are."""
    return str(request.person.id)


@guards.signed_in
@require_POST
def begin_upload(request: SignedIn) -> HttpResponse:
    """A large file is about to be sent by pieces."""
    return uploading.begin(request, holder=holder(request), address="intake:upload")


@guards.signed_in
@require_http_methods(["HEAD", "PATCH", "DELETE"])
def upload(request: SignedIn, upload: UUID) -> HttpResponse:
    """The next piece of it, how far it is, or that it is not sent after all."""
    return uploading.go_on(request, upload, holder=holder(request))


@require_POST
@guards.public
@of_a_stranger
def begin_upload_without_name(request: HttpRequest) -> HttpResponse:
    """As `begin_upload`, for a form that asks for no name: its ticket is looked at, and its network has a budget."""
    if not nameless.is_open() or not TicketForm(request.POST).is_good():
        raise Http404
    holder, allows = holder_without_name(request), partial(has_room, request)
    return uploading.begin(request, holder=holder, address="intake:upload_without_name", allows=allows)


@require_http_methods(["HEAD", "PATCH", "DELETE"])
@guards.public
@of_a_stranger
def upload_without_name(request: HttpRequest, upload: UUID) -> HttpResponse:
    """As `upload`, for who has the number of the sending."""
    return uploading.go_on(request, upload, holder=holder_without_name(request))


@require_GET
@guards.signed_in
def own_file(request: SignedIn, report: UUID, file: UUID) -> HttpResponse:
    """The one who told it goes on to a link that soon expires and works for this person alone."""
    page = queries.page(request.viewer, report)
    found = evidence_queries.item(report, file) if page and page.by_reporter else None
    if page is None or found is None or found.is_quarantined:
        guards.not_for_you(request, "evidence", file)
    if pages.signature(request, page) is not None:
        guards.seen(request, "evidence", file)
    return redirect("intake:evidence_file", serving.link(report, found, "original", viewer=request.viewer.id))


@require_GET
@guards.signed_in
def download(request: SignedIn, token: str) -> HttpResponseBase:
    """The file behind a signed link, as an attachment."""
    try:
        report, file, form = serving.behind(token, viewer=request.viewer.id)
    except serving.Expired as expired:
        guards.not_for_you(request, "evidence", expired.item or "link")
    page, found = queries.page(request.viewer, report), evidence_queries.item(report, file)
    if page is None or found is None:
        guards.not_for_you(request, "evidence", file)
    answer = _original(found) if page.by_reporter else evidence_pages.file(request, found, form)
    if answer is None:
        messages.error(request, _("This file can't be opened. Tell the administrator: it is in the backup."))
        return redirect("intake:show", report)
    return answer


def _original(found: ItemView) -> HttpResponseBase | None:
    try:
        content = evidence_queries.original(found)
    except FileProblem:
        return None
    return serving.attachment(content, name=found.name, media=found.media, size=found.size)


def look(request: SignedIn, report: UUID, item: UUID) -> tuple[Place, ItemView]:
    """An item and where it is shown, for who handles the report and not for who told it."""
    seen = queries.page(request.viewer, report)
    found = evidence_queries.item(report, item) if seen and not seen.by_reporter else None
    if seen is None or found is None:
        guards.not_for_you(request, "evidence", item)
    return _place(seen), found


def _place(seen: ReportPage) -> Place:
    """Where it is shown, and where the path goes on when it is locked away: to the incident that has to come of it."""
    here = reverse("intake:show", args=[seen.id])
    opens = seen.by_handler and seen.lane is IntakeLane.MELDING and seen.incident is None and seen.aside is None
    return Place(
        room="intake",
        parent=seen.id,
        back=here,
        names=queries.names_around(seen),
        after_lock=reverse("intake:open_incident", args=[seen.id]) if opens else here,
        locks=_is_about_sexual_images(seen),
    )


def _is_about_sexual_images(seen: ReportPage) -> bool:
    """As it was told, or as it was named in the incident that came of it."""
    named = incidents.conduct_of(seen.incident) if seen.incident else []
    return choices.is_about_sexual_images([*seen.told.conduct, *named])
