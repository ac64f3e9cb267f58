"""For everybody: is this really an account of the school? And: this one is fake."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from keyzer.channels import actions, pages, queries
from keyzer.channels.forms import CheckForm, FakeForm
from keyzer.intake.doorkeeping import Budget, network_of
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.guards import public

NOT_ACCEPTED, TOO_MANY = 422, 429
CHECKS = Budget("accounts checked", 120, 3_000, timedelta(hours=1))
"""A parents' evening asks through one address; a list of names is longer."""
FAKES = Budget("fakes told", 10, 100, timedelta(hours=1))


@require_GET
@public
def check(request: HttpRequest) -> HttpResponse:
    """Yes, no, or not any more; with what to look out for."""
    form = CheckForm(request.GET if "wat" in request.GET else None)
    if not form.is_valid():
        return _private(
            render(request, "channels/check.html", {"form": form}, status=NOT_ACCEPTED if form.errors else 200)
        )
    if not CHECKS.spend(network_of(request), clock.now()):
        return _private(render(request, "channels/too_many.html", status=TOO_MANY))
    said = form.cleaned_data
    found = queries.check(said["wat"], said["waar"])
    context = {"form": form, "asked": said, "verdict": pages.verdict(found, people.school().name)}
    return _private(render(request, "channels/check.html", context))


@require_http_methods(["GET", "POST"])
@public
def report(request: HttpRequest) -> HttpResponse:
    """Tell of a fake, without an account and without a name."""
    form = FakeForm(request.POST) if request.method == "POST" else FakeForm(None)
    form.initial = {name: request.GET.get(name, "") for name in ("wat", "waar")}
    if not form.is_valid():
        status = NOT_ACCEPTED if form.errors else 200
        return _private(render(request, "channels/report.html", {"form": form}, status=status))
    if not FAKES.spend(network_of(request), clock.now()):
        return _private(render(request, "channels/too_many.html", status=TOO_MANY))
    said = form.cleaned_data
    actions.report_fake(said["wat"], said["waar"], said["words"], at=clock.now())
    messages.success(request, _("Thank you. The school looks at it."))
    return redirect("channels:check")


def _private(response: HttpResponse) -> HttpResponse:
    """What somebody asked stays on no computer that others use."""
    response.headers["Cache-Control"] = "no-store"
    return response
