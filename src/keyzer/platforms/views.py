"""Pages about programs. Everybody may read them; who looks after social safety at school says that a text is right."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from keyzer.kit import clock
from keyzer.people.guards import for_roles, public
from keyzer.people.requests import SignedIn
from keyzer.protocol import Role

from . import actions, forms, pages, queries


@public
def index(request: HttpRequest) -> HttpResponse:
    """All programs, or those that were searched for."""
    words = request.GET.get("q", "")
    rows = pages.rows(queries.find(words), _language())
    context = {"words": words, "rows": rows, "may_mark": pages.may_mark(pages.viewer_of(request))}
    return render(request, "platforms/index.html", context)


@public
def show(request: HttpRequest, platform: str) -> HttpResponse:
    """One program, and what can be done there."""
    page = pages.platform_page(platform, _language(), pages.viewer_of(request), clock.today())
    if page is None:
        raise Http404
    return render(request, "platforms/show.html", {"page": page})


@public
def chore(request: HttpRequest, platform: str, chore: str) -> HttpResponse:
    """The steps of one thing to do."""
    page = queries.chore_page(platform, chore, _language())
    if page is None:
        raise Http404
    return render(request, "platforms/chore.html", {"page": page, "heading": pages.heading(page)})


@public
def checklist(request: HttpRequest) -> HttpResponse:
    """The settings to check in the programs that were chosen; without a choice, the choice."""
    viewer, today = pages.viewer_of(request), clock.today()
    lists = queries.checklists(forms.wanted(request.GET), _language(), viewer, today)
    context = {"lists": lists, "platforms": queries.register().platforms()}
    return render(request, "platforms/checklist.html", context)


@for_roles(Role.VEILIGHEIDSCOORDINATOR)
def review(request: SignedIn) -> HttpResponse:
    """Which texts ask to be walked through."""
    lines = queries.to_review(request.viewer, clock.today())
    context = {"rows": pages.review_rows(lines), "problems": queries.register().problems}
    return render(request, "platforms/review.html", context)


@for_roles(Role.VEILIGHEIDSCOORDINATOR)
@require_POST
def mark(request: SignedIn, platform: str) -> HttpResponse:
    """Keep that the steps were tried and are right."""
    try:
        actions.mark_checked(platform, digest=forms.digest_read(request.POST), by=request.person.id, at=clock.now())
    except actions.Changed:
        messages.warning(request, _("The text has changed meanwhile. Read it again."))
    else:
        messages.success(request, _("Kept: checked today."))
    return redirect("platforms:review")


def _language() -> str:
    return get_language() or "nl"
