"""One device: its page, and everything that can be done with it."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from keyzer.cases import actions as cases
from keyzer.custody import actions, doing, pages, queries, tags
from keyzer.custody.forms import DeviceForm, MoveForm
from keyzer.custody.guard import keepers_only, the_record
from keyzer.kit import clock
from keyzer.ledger.actions import Conflict
from keyzer.people.guards import not_for_you, seen, signed_in
from keyzer.people.requests import SignedIn


@keepers_only
def show(request: SignedIn, custody: UUID) -> HttpResponse:
    """Where it is, until when, and what can be done with it."""
    record = the_record(request, custody)
    seen(request, "custody", custody)
    return render(request, "custody/show.html", {"page": pages.shown(record, request.viewer)})


@keepers_only
def by_tag(request: SignedIn, secret: str) -> HttpResponse:
    """What the camera of a phone opens; a tag that was never made has a calm page of its own."""
    custody = queries.behind_tag(secret)
    if custody is None:
        return render(request, "custody/unknown_tag.html", status=HTTPStatus.NOT_FOUND)
    return redirect("custody:show", custody)


@keepers_only
@require_POST
def move(request: SignedIn, custody: UUID) -> HttpResponse:
    """Put it somewhere, or take it along."""
    record = the_record(request, custody)
    form = MoveForm(request.POST, seen=record.version, places=pages.places())
    if not form.is_valid():
        return _again(request, custody, None)
    command, version = form.moving(UUID(request.viewer.id)), form.cleaned_data["seen_version"]
    try:
        actions.act(custody, command, seen=version, by=UUID(request.viewer.id), at=clock.now())
    except (actions.Refused, Conflict) as problem:
        return _again(request, custody, problem)
    messages.success(request, _("It is on the record where it is now."))
    return redirect("custody:show", custody)


@keepers_only
def do(request: SignedIn, custody: UUID, what: str) -> HttpResponse:
    """Ask what an act needs, and do it."""
    record, now = the_record(request, custody), clock.now()
    chosen = doing.DOINGS.get(what) or not_for_you(request, "custody", custody)
    form = chosen.form(request.POST or None, seen=record.version, people=chosen.people(record, now))
    if request.method != "POST" or not form.is_valid():
        return _asked(request, record, chosen, form)
    try:
        doing.send(record, form, by=UUID(request.viewer.id), at=now)
    except Conflict as problem:
        return _again(request, custody, problem)
    except (actions.Refused, cases.Refused) as problem:
        return _asked(request, record, chosen, form, problem)
    messages.success(request, chosen.done())
    return redirect("custody:show", custody)


@keepers_only
@require_GET
def tag(request: SignedIn, custody: UUID) -> HttpResponse:
    """The tag to print and stick on the envelope: a number and a square code, nobody's name."""
    record = the_record(request, custody)
    if not record.secret:
        raise Http404
    return tags.as_download(record, request.build_absolute_uri("/").rstrip("/"))


@signed_in
def own(request: SignedIn, custody: UUID) -> HttpResponse:
    """What the pupil and the parents read."""
    record = queries.own_record(request.viewer, custody) or not_for_you(request, "custody", custody)
    seen(request, "custody", custody)
    return render(request, "custody/own.html", {"page": pages.own(record, request.viewer)})


def _asked(
    request: SignedIn,
    record: queries.Record,
    chosen: doing.Doing,
    form: DeviceForm,
    problem: actions.Refused | cases.Refused | None = None,
) -> HttpResponse:
    reasons = doing.reasons(problem.reasons) if problem else []
    context = {"doing": chosen, "form": form, "record": record, "refused": reasons, "page": pages.heading(record)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, chosen.template, context, status=status)


def _again(request: SignedIn, custody: UUID, problem: Exception | None) -> HttpResponse:
    """The page as it is now, with what stood in the way: somebody else was first, or it is not possible."""
    record = the_record(request, custody)
    reasons = problem.reasons if isinstance(problem, actions.Refused) else ()
    page = pages.shown(record, request.viewer, refused=reasons, is_changed=isinstance(problem, Conflict))
    return render(request, "custody/show.html", {"page": page}, status=HTTPStatus.CONFLICT)
