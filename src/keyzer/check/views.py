"""The page where a text is looked at before it is posted. A text comes in by POST alone and leaves nothing behind."""

from uuid import UUID

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from keyzer.kit import clock
from keyzer.people.guards import public, signed_in
from keyzer.people.requests import SignedIn

from . import budgets, cards, pages, sharing
from .forms import DraftForm
from .photo.receiving import PhotoIntake
from .photo.views import photo_shared
from .receiving import told_when_too_long, too_long

NOT_ACCEPTED, TOO_OFTEN = 422, 429


@told_when_too_long
@signed_in
@require_http_methods(["GET", "POST"])
def start(request: SignedIn) -> HttpResponse:
    """Paste a text; the same page then shows what was noticed."""
    if request.method != "POST":
        return render(request, "check/start.html", {"form": DraftForm()})
    form = DraftForm(request.POST)
    if not form.is_valid():
        return render(request, "check/start.html", {"form": form}, status=NOT_ACCEPTED)
    if not budgets.TEXTS.spend(UUID(request.viewer.id), clock.now()):
        form.add_error(
            None, _("These were many texts in one minute. Nothing is lost: wait a minute and send it again.")
        )
        return render(request, "check/start.html", {"form": form}, status=TOO_OFTEN)
    page = pages.result(form.cleaned_data["draft"], request, clock.today())
    return render(request, "check/result.html", {"form": form, "page": page})


def _filled_in(request: SignedIn, text: str) -> HttpResponse:
    return render(request, "check/start.html", {"form": DraftForm(initial={"draft": text})})


@csrf_exempt
@signed_in
@require_http_methods(["GET", "POST"])
def shared(request: SignedIn) -> HttpResponseBase:
    """What a phone shares: a text is filled in, a photo looked at for its page. Neither is kept or sent on.

    It needs no token of ours: nothing comes of it but a page, and from a page of another site nothing is taken.
    """
    if request.method != "POST" or sharing.is_from_elsewhere(request):
        return render(request, "check/share_again.html")
    request.upload_handlers = [PhotoIntake(request)]
    try:
        text, has_photo = sharing.text_of(request.POST), sharing.PHOTO in request.FILES
    except RequestDataTooBig:
        return too_long(request)
    return photo_shared(request, text) if has_photo else _filled_in(request, text)


@public
@require_GET
def model_card(request: HttpRequest) -> HttpResponse:
    """How the reader of language was made, how it was measured, and where it fails."""
    return render(request, "check/model_card.html", {"page": cards.page()})


@public
@require_GET
def manifest(_request: HttpRequest) -> JsonResponse:
    """What a phone reads when somebody puts the app on the home screen."""
    return JsonResponse(sharing.manifest(), content_type="application/manifest+json")
