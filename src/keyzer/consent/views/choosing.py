"""Yes and no, for oneself or for a child."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from keyzer import protocol
from keyzer.consent import actions, pages, queries
from keyzer.consent.forms import AnswersForm
from keyzer.consent.queries import ConsentPage
from keyzer.consent.words import TELLING, Refused
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.guards import not_for_you, signed_in
from keyzer.people.requests import SignedIn
from keyzer.protocol import ImagePurpose, ImageSaid


@signed_in
def index(request: SignedIn) -> HttpResponse:
    """Everybody whom this person has a say about."""
    asked = queries.asked_of(request.viewer, clock.today())
    context = {
        "rows": pages.rows(asked, request.person.id),
        "tells": request.viewer.holds(*TELLING),
        "publishes": request.viewer.holds(*people.STAFF),
    }
    return render(request, "consent/index.html", context)


@signed_in
def person(request: SignedIn, person: UUID) -> HttpResponse:
    """Each purpose for one person: what is to be chosen, and what was."""
    page = _page(request, person)
    purposes = [line.purpose for line in page.lines if line.is_asked]
    form = AnswersForm(request.POST if request.method == "POST" else None, purposes, get_language() or "nl")
    if request.method != "POST" or not form.is_valid():
        return _shown(request, page, form)
    actions.answer_all(person, form.answers(), by=request.person.id, at=clock.now())
    messages.success(request, _("This is kept. It can be changed at any time."))
    return redirect("consent:person", person)


@signed_in
@require_POST
def say(request: SignedIn, person: UUID, purpose: str) -> HttpResponse:
    """One answer in one tap."""
    _page(request, person)
    said = request.POST.get("said", "")
    if purpose not in set(ImagePurpose) or said not in set(ImageSaid):
        not_for_you(request, "image-consent", person)
    try:
        actions.answer(person, ImagePurpose(purpose), ImageSaid(said), by=request.person.id, at=clock.now())
    except Refused as refused:
        messages.error(request, refused.reasons[0].text.read(get_language() or "nl"))
    else:
        messages.success(request, _("This is kept. It can be changed at any time."))
    return redirect("consent:person", person)


def _page(request: SignedIn, person: UUID) -> ConsentPage:
    page = queries.consent_page(request.viewer, person, clock.today())
    if page is None:
        not_for_you(request, "image-consent", person)
    return page


def _shown(request: SignedIn, page: ConsentPage, form: AnswersForm) -> HttpResponse:
    who, is_told = UUID(page.known.person), page.decides or page.is_own
    context = {
        "page": page,
        "person": who,
        "name": people.names([who])[who],
        "cards": pages.cards(page),
        "differs": pages.differs(page),
        "form": form if form.fields else None,
        "until": protocol.school_year_ends(clock.today()),
        "pictures": pages.picture_lines(queries.showing(who)) if is_told else [],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "consent/person.html", context, status=status)
