"""Pages for the wall: two that everybody may see, and for staff the list of them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from keyzer.kit import clock
from keyzer.live import watching
from keyzer.people import queries as people
from keyzer.people.guards import for_roles, not_for_you, public
from keyzer.people.requests import SignedIn
from keyzer.permits.actions import walls as actions
from keyzer.permits.queries import walls as queries
from keyzer.permits.queries.walls import Wall

from . import pages
from .forms import PlaceForm
from .sheet import door

AS_FILE = {
    "Cache-Control": "no-store",
    "Content-Disposition": 'attachment; filename="deur.pdf"',
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
}


@require_GET
@public
def of_class(request: HttpRequest, token: str) -> HttpResponse:
    """Whether a phone is allowed in this class now."""
    found = queries.wall(token)
    if found is None or not found.school_class:
        raise Http404
    return _shown(request, found)


@require_GET
@public
def of_room(request: HttpRequest, token: str) -> HttpResponse:
    """Whether a phone is allowed in this room now."""
    found = queries.wall(token)
    if found is None or found.school_class:
        raise Http404
    return _shown(request, found)


@require_GET
@public
def now(request: HttpRequest, token: str) -> HttpResponse:
    """The part of the page that changes."""
    found = queries.wall(token)
    if found is None:
        raise Http404
    page = pages.wall_page(request, found, clock.now())
    return watching.answer(request, pages.part(page), page.live)


def _shown(request: HttpRequest, wall: Wall) -> HttpResponse:
    page = pages.wall_page(request, wall, clock.now())
    response = render(request, "permits/wall.html", {"page": page, "part": pages.part(page)})
    response["Cache-Control"] = "no-store"
    return response


@for_roles(*queries.MAY_HANG)
@require_GET
def index(request: SignedIn) -> HttpResponse:
    """All classes and rooms, and which have a page."""
    classes, rooms = queries.places(clock.today())
    parts = pages.listed(classes, rooms, request.GET.get("nieuw", ""))
    return render(request, "permits/walls.html", {"parts": parts, "may_end": queries.may_take_down(request.viewer)})


@for_roles(*queries.MAY_HANG)
@require_POST
def hang(request: SignedIn) -> HttpResponse:
    """Put up the page of one class or room."""
    form = PlaceForm(request.POST, places=queries.places(clock.today()))
    if not form.is_valid():
        not_for_you(request, "wall", "place")
    made = actions.hang(**form.cleaned_data, by=UUID(request.viewer.id), at=clock.now())
    return redirect(f"{reverse('permits:walls')}?nieuw={made}")


@for_roles(*queries.MAY_TAKE_DOWN)
@require_POST
def take_down(request: SignedIn, wall: UUID) -> HttpResponse:
    """Let a page end."""
    actions.take_down(wall, by=UUID(request.viewer.id), at=clock.now())
    return redirect("permits:walls")


@for_roles(*queries.MAY_HANG)
@require_GET
def sheet(request: SignedIn, wall: UUID) -> HttpResponse:
    """A sheet for the door, with the address as a code for the camera."""
    found = queries.wall_by_id(wall)
    if found is None:
        not_for_you(request, "wall", wall)
    made = door(found, pages.public_address(request, found), people.school().name, clock.now())
    return HttpResponse(made, content_type="application/pdf", headers=AS_FILE)
