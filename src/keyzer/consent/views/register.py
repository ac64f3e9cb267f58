"""The register of published pictures, with what must be taken down."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from keyzer.consent import actions, pages, queries
from keyzer.consent.forms import PictureForm
from keyzer.consent.words import NotThere, Refused
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.guards import for_roles, not_for_you
from keyzer.people.queries import Seated
from keyzer.people.requests import SignedIn
from keyzer.protocol import Reason


@for_roles(*people.STAFF)
def pictures(request: SignedIn) -> HttpResponse:
    """What must be taken down first, then what was published."""
    context = {
        "tasks": pages.task_lines(queries.tasks_of(request.person.id)),
        "late": pages.task_lines(queries.late_tasks(request.viewer, clock.today())),
        "pictures": pages.picture_lines(queries.published_by(request.viewer)),
        "classes": people.classes(clock.today()),
    }
    return render(request, "consent/pictures.html", context)


@for_roles(*people.STAFF)
def publish(request: SignedIn, school_class: UUID) -> HttpResponse:
    """Write down where a picture with pupils of a class was published."""
    form = _form(request, school_class)
    if request.method != "POST" or not form.is_valid():
        return _asked(request, form, ())
    try:
        actions.publish(form.draft(), by=request.person.id, at=clock.now())
    except Refused as refused:
        return _asked(request, form, refused.reasons)
    messages.success(request, _("This is kept. If somebody withdraws, you hear what must be taken down."))
    return redirect("consent:pictures")


@for_roles(*people.STAFF)
@require_POST
def take_down(request: SignedIn, picture: UUID) -> HttpResponse:
    """Tick that a picture is gone."""
    try:
        actions.take_down(picture, by=request.person.id, at=clock.now())
    except NotThere:
        not_for_you(request, "published-picture", picture)
    messages.success(request, _("This is kept: the picture can't be seen there any more."))
    return redirect("consent:pictures")


def _form(request: SignedIn, school_class: UUID) -> PictureForm:
    today = clock.today()
    if people.class_brief(school_class) is None:
        not_for_you(request, "class-consent", school_class)
    persons = [*people.pupils_in(school_class, today), Seated(request.person.id, request.person.name)]
    return PictureForm(request.POST if request.method == "POST" else None, persons, today, get_language() or "nl")


def _asked(request: SignedIn, form: PictureForm, reasons: tuple[Reason, ...]) -> HttpResponse:
    refusals = [(reason.text.read(get_language() or "nl"), reason.grounds) for reason in reasons]
    status = HTTPStatus.UNPROCESSABLE_ENTITY if reasons or form.errors else HTTPStatus.OK
    return render(request, "consent/publish.html", {"form": form, "refusals": refusals}, status=status)
