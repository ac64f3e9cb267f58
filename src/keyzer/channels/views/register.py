"""The register: its lists, one account, and entering one."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from keyzer.channels import actions, pages, queries
from keyzer.channels.events import Kind
from keyzer.channels.forms import AccountForm, ChannelForm, OwnForm, RearrangeForm, RearrangeOwnForm
from keyzer.channels.queries import AccountPage
from keyzer.channels.showing import account_context
from keyzer.channels.standing import KEEPERS
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.guards import for_roles, not_for_you
from keyzer.people.requests import SignedIn
from keyzer.protocol import AccountAct

NOT_ACCEPTED = 422


@for_roles(*people.AT_WORK)
@require_GET
def index(request: SignedIn) -> HttpResponse:
    """What waits, the channels of the school, and accounts for work that are one's business."""
    today = clock.today()
    lines = queries.lines_for(request.viewer, today)
    context = {
        "waiting": pages.waiting_rows(request.viewer, today),
        "school": pages.rows([one for one in lines if one.kind is Kind.SCHOOL], today),
        "work": pages.rows([one for one in lines if one.kind is Kind.WORK], today),
        "keeps": request.viewer.holds(*KEEPERS),
    }
    return render(request, "channels/index.html", context)


@for_roles(*people.AT_WORK)
@require_GET
def show(request: SignedIn, account: UUID) -> HttpResponse:
    """One account, with what this viewer may do with it."""
    page = page_of(request, account)
    return shown(request, page)


@for_roles(*KEEPERS)
@require_http_methods(["GET", "POST"])
def add(request: SignedIn) -> HttpResponse:
    """Enter a channel of the school."""
    form = ChannelForm(request.POST or None, clock.today())
    if form.is_valid() and (account := _entered(request, form)):
        messages.success(request, _("It is in the register. From now on everybody can check it."))
        return redirect("channels:show", account)
    return render(request, "channels/add.html", {"form": form}, status=NOT_ACCEPTED if form.errors else 200)


@for_roles(*people.AT_WORK)
@require_http_methods(["GET", "POST"])
def add_own(request: SignedIn) -> HttpResponse:
    """Enter one's own account for work."""
    form = OwnForm(request.POST or None, clock.today(), without=request.person.id)
    if form.is_valid() and (account := _entered(request, form)):
        messages.success(request, _("It is in the register. From now on everybody can check it."))
        return redirect("channels:show", account)
    return render(request, "channels/add_own.html", {"form": form}, status=NOT_ACCEPTED if form.errors else 200)


@for_roles(*people.AT_WORK)
@require_http_methods(["GET", "POST"])
def rearrange(request: SignedIn, account: UUID) -> HttpResponse:
    """Who publishes, who stands in, where its recovery lies."""
    page = page_of(request, account)
    if AccountAct.REARRANGE not in page.may:
        not_for_you(request, "account", account)
    form = _rearranging(request, page)
    if form.is_valid():
        actions.rearrange(account, form.draft(), by=request.viewer, at=clock.now())
        messages.success(request, _("It is written down."))
        return redirect("channels:show", account)
    context = {"page": page, "form": form}
    return render(request, "channels/rearrange.html", context, status=NOT_ACCEPTED if form.errors else 200)


def page_of(request: SignedIn, account: UUID) -> AccountPage:
    """The account for this viewer; else it does not exist. Raises Http404."""
    found = queries.page(request.viewer, account, clock.today())
    if found is None:
        not_for_you(request, "account", account)
    return found


def shown(request: SignedIn, page: AccountPage, **wrong: Form) -> HttpResponse:
    """The page of an account, with a form that was not right (`review`, `hand_over` or `retire`) where there is one."""
    context = account_context(page, clock.today()) | wrong
    return render(request, "channels/show.html", context, status=NOT_ACCEPTED if wrong else 200)


def _entered(request: SignedIn, form: AccountForm) -> UUID | None:
    """The account; None with the reason in the form."""
    enter = actions.register_own if isinstance(form, OwnForm) else actions.register_channel
    try:
        return enter(form.draft(), by=request.viewer, at=clock.now())
    except actions.AlreadyRegistered:
        form.add_error("shown", _("This account is in the register already."))
    except actions.NotAtWork:
        form.add_error("deputy", _("Choose somebody who works here."))
    return None


def _rearranging(request: SignedIn, page: AccountPage) -> RearrangeForm | RearrangeOwnForm:
    sent, today = request.POST or None, clock.today()
    if page.line.kind is Kind.SCHOOL:
        return RearrangeForm(sent, today, **_arranged(page))
    return RearrangeOwnForm(sent, today, without=page.line.owner, **_arranged(page))


def _arranged(page: AccountPage) -> dict[str, object]:
    return {
        "purpose": page.line.purpose,
        "recovery": page.recovery,
        "publishers": [str(one) for one, _name in page.publishers],
        "pupils_may_follow": page.line.pupils_may_follow,
        "deputy": str(page.deputy[0]) if page.deputy else "",
    }
