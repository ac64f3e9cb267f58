"""Pages of the photo check. Nothing of a photo is recorded or logged; what is chosen stands in the address alone."""

from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from keyzer.check import budgets
from keyzer.check.forms import DraftForm
from keyzer.consent.words import TELLING
from keyzer.evidence import spelling
from keyzer.kit import clock
from keyzer.people.guards import signed_in
from keyzer.people.queries import AT_WORK
from keyzer.people.requests import SignedIn

from . import choice, holding, looking, pages, receiving
from .holding import about_the_photo
from .seen import Problem, Seen, Unreadable

JPEG = "image/jpeg"


@require_http_methods(["GET", "POST"])
@signed_in
@receiving.takes_a_photo
def start(request: SignedIn) -> HttpResponseBase:
    """Take or choose a photo; what comes in is looked at, sealed without its metadata, and let go of."""
    if request.method != "POST":
        return pages.first(request, pages.gone() if holding.GONE in request.GET else "")
    try:
        seen = let_in(request)
    except Unreadable as unreadable:
        return pages.first(request, pages.problem(unreadable), status=400)
    answer = redirect("check:photo-look")
    holding.hold(request, answer, seen)
    return answer


def photo_shared(request: SignedIn, text: str) -> HttpResponseBase:
    """A photo that a phone shared: the way to its page, with the text that came along kept in its form."""
    try:
        seen = let_in(request)
    except Unreadable as unreadable:
        return pages.first(request, pages.problem(unreadable), status=400)
    context = {"form": DraftForm(initial={"draft": text}) if text else None, "photos": receiving.how_many(request)}
    answer = render(request, "check/photo/shared.html", context)
    holding.hold(request, answer, seen)
    return answer


def let_in(request: SignedIn) -> Seen:
    """Look at the photo that was sent. Raises Unreadable, also for who sends one after the other."""
    content = receiving.received(request)
    if not budgets.PHOTOS.spend(UUID(request.viewer.id), clock.now()):
        raise Unreadable(Problem.TOO_OFTEN)
    return looking.look(content)


@require_GET
@about_the_photo
def look(request: SignedIn, seen: Seen) -> HttpResponse:
    """The photo, its faces to tap, and what its file told."""
    page = pages.look_page(seen, choice.read(request.GET, seen))
    asks_who, at_work = request.viewer.holds(*TELLING), request.viewer.holds(*AT_WORK)
    context = {"page": page, "article": pages.article(request.viewer), "may_ask_who": asks_who, "at_work": at_work}
    return render(request, "check/photo/look.html", context)


@require_GET
@about_the_photo
def preview(request: SignedIn, seen: Seen) -> HttpResponse:
    """The photo as it is going to look, for the page to show."""
    return HttpResponse(choice.read(request.GET, seen).drawn(seen.preview, seen), content_type=JPEG)


@require_GET
@about_the_photo
def result(request: SignedIn, seen: Seen) -> HttpResponse:
    """The photo to download: new, blurred where it was asked, with nothing in its file but the points."""
    content = choice.read(request.GET, seen).drawn(seen.picture, seen)
    headers = {"Content-Disposition": 'attachment; filename="foto.jpg"'}
    return HttpResponse(content, content_type=JPEG, headers=headers)


@require_GET
@about_the_photo
def words(request: SignedIn, seen: Seen) -> HttpResponse:
    """The words in the photo, as far as a machine reads them; read when asked, for it takes seconds."""
    found = spelling.words_in(seen.preview) if spelling.is_possible() else None
    back = choice.read(request.GET, seen).said(keeps_pointing=False)
    context = {"found": found, "is_possible": spelling.is_possible(), "said": back}
    return render(request, "check/photo/words.html", context)


@require_POST
@signed_in
def forget(request: SignedIn) -> HttpResponseBase:
    """Throw the photo away now, without waiting for the half hour."""
    answer = redirect("check:photo")
    holding.let_go(request, answer)
    return answer
