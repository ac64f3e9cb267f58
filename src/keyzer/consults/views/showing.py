"""Who can be recognised in the pictures of a consult: by class, as for a picture that was published."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from keyzer.consent.words import Refused as NotShown
from keyzer.consults import actions
from keyzer.consults.forms import WhoForm
from keyzer.consults.queries import Page
from keyzer.consults.refusals import Moved, Refused
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.guards import for_roles, not_for_you
from keyzer.people.queries import Seated
from keyzer.people.requests import SignedIn
from keyzer.protocol import ConsultAct

from .guard import NOT_ACCEPTED, page_of


@for_roles(*people.STAFF)
@require_GET
def classes(request: SignedIn, consult: UUID) -> HttpResponse:
    """Choose the class of who can be recognised."""
    context = {"page": _page(request, consult), "classes": people.classes(clock.today())}
    return render(request, "consults/classes.html", context)


@for_roles(*people.STAFF)
@require_http_methods(["GET", "POST"])
def who(request: SignedIn, consult: UUID, school_class: UUID) -> HttpResponse:
    """Tick who of a class can be recognised."""
    page = _page(request, consult)
    form = WhoForm(request.POST or None, page, _listed(request, school_class), get_language() or "nl")
    if form.is_valid() and _told(request, page, form):
        messages.success(request, _("This is kept. If somebody withdraws, you hear it."))
        return redirect("consults:show", consult)
    context = {"page": page, "form": form}
    return render(request, "consults/who.html", context, status=NOT_ACCEPTED if form.errors else 200)


def _page(request: SignedIn, consult: UUID) -> Page:
    page = page_of(request, consult)
    if ConsultAct.TELL_WHO not in page.may:
        not_for_you(request, "consult", consult)
    return page


def _listed(request: SignedIn, school_class: UUID) -> list[Seated]:
    """The pupils of a class, and who looks."""
    if people.class_brief(school_class) is None:
        not_for_you(request, "class-consent", school_class)
    return [*people.pupils_in(school_class, clock.today()), Seated(request.person.id, request.person.name)]


def _told(request: SignedIn, page: Page, form: WhoForm) -> bool:
    """Whether it was taken; else the reason stands in the form."""
    seen = form.cleaned_data["seen"]
    try:
        actions.tell_who(page.id, form.shows(), seen=seen, by=request.viewer, at=clock.now())
    except (Refused, NotShown) as refused:
        form.add_error(None, refused.reasons[0].text.read(get_language() or "nl"))
        return False
    except Moved:
        form.add_error(None, _("Something happened meanwhile. Go back and read it first."))
        return False
    return True
