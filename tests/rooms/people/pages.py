"""Small pages behind each guard, for the tests of the guards."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from keyzer.people import guards
from keyzer.people.requests import SignedIn
from keyzer.protocol import Role


@guards.public
def for_all(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("open")


@guards.signed_in
def for_the_school(request: SignedIn) -> HttpResponse:
    return HttpResponse(request.person.name)


@guards.for_roles(Role.COORDINATOR, Role.DIRECTEUR)
def for_some(request: SignedIn) -> HttpResponse:
    return HttpResponse(request.viewer.id)


@guards.signed_in
def about_somebody(request: SignedIn, person_id: UUID) -> HttpResponse:
    if request.viewer.id != str(person_id):
        guards.not_for_you(request, "dossier", person_id)
    guards.seen(request, "dossier", person_id)
    return HttpResponse("yours")


urlpatterns = [
    path("all", for_all),
    path("school", for_the_school, name="for_the_school"),
    path("some", for_some, name="for_some"),
    path("about/<uuid:person_id>", about_somebody),
    path("", include("keyzer.config.urls")),
]
