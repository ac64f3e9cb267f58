"""The page where a text is looked at before it is posted. A text comes in by POST alone and leaves nothing behind."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from keyzer.kit import clock
from keyzer.people.guards import public, signed_in
from keyzer.people.requests import SignedIn

from . import cards, pages, sharing
from .forms import DraftForm
from .receiving import told_when_too_long

NOT_ACCEPTED = 422


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
    page = pages.result(form.cleaned_data["draft"], request, clock.today())
    return render(request, "check/result.html", {"form": form, "page": page})


@csrf_exempt
@signed_in
@require_http_methods(["GET", "POST"])
def shared(request: SignedIn) -> HttpResponse:
    """A text that a phone shares with the app, filled in. It does nothing yet, so it needs no token of ours."""
    if request.method != "POST":
        return redirect("check:start")
    return render(request, "check/start.html", {"form": DraftForm(initial={"draft": sharing.text_of(request.POST)})})


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
