"""What is done with one account, with a fake, and the sheet with the code."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from keyzer.channels import actions, queries
from keyzer.channels.actions import NotAllowed
from keyzer.channels.forms import HandOverForm, OutcomeForm, RetireForm, ReviewForm
from keyzer.channels.sheet import sheet_of
from keyzer.channels.standing import KEEPERS
from keyzer.channels.words import platform_name
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.guards import for_roles, not_for_you
from keyzer.people.requests import SignedIn
from keyzer.protocol import AccountAct

from .register import NOT_ACCEPTED, page_of, shown

AS_FILE = {
    "Cache-Control": "no-store",
    "Content-Disposition": 'attachment; filename="echt-van-school.pdf"',
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
}


@for_roles(*people.AT_WORK)
@require_POST
def still_in_use(request: SignedIn, account: UUID) -> HttpResponse:
    """The sign of life of who publishes."""
    page_of(request, account)
    try:
        actions.still_in_use(account, by=request.viewer, at=clock.now())
    except NotAllowed:
        not_for_you(request, "account", account)
    messages.success(request, _("It is written down."))
    return redirect("channels:show", account)


@for_roles(*people.AT_WORK)
@require_POST
def review(request: SignedIn, account: UUID) -> HttpResponse:
    """Look an account over."""
    page, form = page_of(request, account), ReviewForm(request.POST)
    if AccountAct.REVIEW not in page.may:
        not_for_you(request, "account", account)
    if not form.is_valid():
        return shown(request, page, review=form)
    actions.review(account, **form.cleaned_data, by=request.viewer, at=clock.now())
    messages.success(request, _("It is written down."))
    return redirect("channels:show", account)


@for_roles(*people.AT_WORK)
@require_POST
def hand_over(request: SignedIn, account: UUID) -> HttpResponse:
    """Let a colleague have it from now on."""
    page = page_of(request, account)
    form = HandOverForm(request.POST, clock.today(), page.line.owner)
    if AccountAct.HAND_OVER not in page.may:
        not_for_you(request, "account", account)
    if not form.is_valid():
        return shown(request, page, hand_over=form)
    actions.hand_over(account, form.cleaned_data["to"], by=request.viewer, at=clock.now())
    messages.success(request, _("It is handed over."))
    return redirect("channels:index")


@for_roles(*people.AT_WORK)
@require_POST
def retire(request: SignedIn, account: UUID) -> HttpResponse:
    """Let an account be the school's no more."""
    page, form = page_of(request, account), RetireForm(request.POST)
    if AccountAct.RETIRE not in page.may:
        not_for_you(request, "account", account)
    if not form.is_valid():
        return shown(request, page, retire=form)
    actions.retire(account, form.cleaned_data["reason"], by=request.viewer, at=clock.now())
    messages.success(request, _("It has stopped. Who checks it reads that it is not ours any more."))
    return redirect("channels:show", account)


@for_roles(*KEEPERS)
@require_http_methods(["GET", "POST"])
def fake(request: SignedIn, fake: UUID) -> HttpResponse:
    """What somebody told of a fake, and what was done about it."""
    found = queries.fake(request.viewer, fake)
    if found is None:
        not_for_you(request, "fake", fake)
    form = OutcomeForm(request.POST or None)
    if form.is_valid():
        actions.handle_fake(fake, form.cleaned_data["outcome"], by=request.viewer, at=clock.now())
        messages.success(request, _("It is written down."))
        return redirect("channels:index")
    context = {"found": found, "platform": platform_name(found.platform), "form": None if found.handled_at else form}
    return render(request, "channels/fake.html", context, status=NOT_ACCEPTED if form.errors else 200)


@for_roles(*people.AT_WORK)
@require_GET
def sheet(request: SignedIn) -> HttpResponse:
    """A sheet for the wall or the parents' evening, with the public page as a code for the camera."""
    return _as_sheet(request, reverse("channels:check"))


@for_roles(*people.AT_WORK)
@require_GET
def own_sheet(request: SignedIn, account: UUID) -> HttpResponse:
    """The same for one account: the code leads to what holds of it then, also when it has stopped since."""
    line = page_of(request, account).line
    asked = urlencode({"wat": line.shown, "waar": line.platform})
    return _as_sheet(request, f"{reverse('channels:check')}?{asked}", line.shown)


def _as_sheet(request: SignedIn, page: str, account: str = "") -> HttpResponse:
    address = f"{settings.KEYZER_ADDRESS}{page}" if settings.KEYZER_ADDRESS else request.build_absolute_uri(page)
    made = sheet_of(address, people.school().name, clock.now(), account)
    return HttpResponse(made, content_type="application/pdf", headers=AS_FILE)
