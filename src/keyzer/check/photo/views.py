"""Pages of the photo check. Nothing of a photo is recorded or logged; what is chosen stands in the address alone."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from keyzer.consent.words import TELLING
from keyzer.evidence import spelling
from keyzer.kit import clock
from keyzer.people.guards import signed_in
from keyzer.people.queries import AT_WORK
from keyzer.people.requests import SignedIn

from . import blurring, choice, looking, pages, passing, receiving
from .seen import Seen, Unreadable

COOKIE = "photo"
PLACE = "/check/foto/"
JPEG = "image/jpeg"


@require_http_methods(["GET", "POST"])
@signed_in
@receiving.takes_a_photo
def start(request: SignedIn) -> HttpResponseBase:
    """Take or choose a photo; what comes in is looked at, sealed without its metadata, and let go of."""
    problem = ""
    if request.method == "POST":
        try:
            return _let_in(request, looking.look(receiving.received(request)))
        except Unreadable as unreadable:
            problem = pages.problem(unreadable)
    context = {"problem": problem, "article": pages.article(request.viewer)}
    return render(request, "check/photo/start.html", context, status=400 if problem else 200)


@require_GET
@signed_in
def look(request: SignedIn) -> HttpResponse:
    """The photo, its faces to tap, and what its file told."""
    seen = _passing(request)
    if seen is None:
        return redirect("check:photo")
    page = pages.look_page(seen, choice.read(request.GET, seen))
    asks_who, at_work = request.viewer.holds(*TELLING), request.viewer.holds(*AT_WORK)
    context = {"page": page, "article": pages.article(request.viewer), "may_ask_who": asks_who, "at_work": at_work}
    return render(request, "check/photo/look.html", context)


@require_GET
@signed_in
def preview(request: SignedIn) -> HttpResponse:
    """The photo as it is going to look, for the page to show."""
    seen = _passing(request)
    if seen is None:
        return redirect("check:photo")
    areas = choice.read(request.GET, seen).areas(seen)
    return HttpResponse(blurring.blurred(seen.preview, areas), content_type=JPEG)


@require_GET
@signed_in
def result(request: SignedIn) -> HttpResponse:
    """The photo to download: new, blurred where it was asked, with nothing in its file but the points."""
    seen = _passing(request)
    if seen is None:
        return redirect("check:photo")
    areas = tuple(choice.read(request.GET, seen).areas(seen))
    content = blurring.blurred(seen.picture, areas) if areas else seen.picture
    headers = {"Content-Disposition": 'attachment; filename="foto.jpg"'}
    return HttpResponse(content, content_type=JPEG, headers=headers)


@require_GET
@signed_in
def words(request: SignedIn) -> HttpResponse:
    """The words in the photo, as far as a machine reads them; read when asked, for it takes seconds."""
    seen = _passing(request)
    if seen is None:
        return redirect("check:photo")
    found = spelling.words_in(seen.preview) if spelling.is_possible() else None
    back = choice.read(request.GET, seen).said(keeps_pointing=False)
    context = {"found": found, "is_possible": spelling.is_possible(), "said": back}
    return render(request, "check/photo/words.html", context)


@require_POST
@signed_in
def forget(request: SignedIn) -> HttpResponseRedirect:
    """Throw the photo away now, without waiting for the half hour."""
    passing.drop(request.COOKIES.get(COOKIE, ""))
    answer = HttpResponseRedirect(PLACE)
    answer.delete_cookie(COOKIE, path=PLACE, samesite="Strict")
    return answer


def _let_in(request: SignedIn, seen: Seen) -> HttpResponse:
    """Seal the photo for this person; the key goes to the browser and stays nowhere else."""
    passing.drop(request.COOKIES.get(COOKIE, ""))
    word = passing.put(seen, holder=UUID(request.viewer.id), at=clock.now())
    answer = redirect("check:photo-look")
    age, is_secure = int(passing.LASTS.total_seconds()), settings.BEHIND_HTTPS
    answer.set_cookie(COOKIE, word, age, path=PLACE, secure=is_secure, httponly=True, samesite="Strict")
    return answer


def _passing(request: SignedIn) -> Seen | None:
    return passing.take(request.COOKIES.get(COOKIE, ""), holder=UUID(request.viewer.id), at=clock.now())
