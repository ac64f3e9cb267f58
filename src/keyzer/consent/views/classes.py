"""Who may be in the picture today, for who works with a class."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from keyzer.consent import pages, queries
from keyzer.consent.words import TELLING
from keyzer.kit import clock
from keyzer.people.guards import for_roles, not_for_you
from keyzer.people.requests import SignedIn
from keyzer.protocol import ImagePurpose


@for_roles(*TELLING)
def classes(request: SignedIn) -> HttpResponse:
    """The classes that this person works with."""
    found = queries.classes_for(request.viewer, clock.today())
    return render(request, "consent/classes.html", {"rows": pages.class_rows(found)})


@for_roles(*TELLING)
def class_list(request: SignedIn, school_class: UUID) -> HttpResponse:
    """One class for one purpose, on one screen and on paper."""
    wanted = request.GET.get("doel", "")
    purpose = ImagePurpose(wanted) if wanted in set(ImagePurpose) else ImagePurpose.SITE
    shown = queries.class_for(request.viewer, school_class, purpose, clock.today())
    if shown is None:
        not_for_you(request, "class-consent", school_class)
    context = {
        "shown": shown,
        "choices": pages.choices(shown),
        "purpose": pages.label_of(purpose),
        "today": clock.today(),
    }
    return render(request, "consent/class.html", context)
