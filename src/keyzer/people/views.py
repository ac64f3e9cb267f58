"""Pages around signing in that the sign-in library does not bring."""

from itertools import groupby
from operator import attrgetter
from uuid import UUID

from allauth.account.views import logout
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from keyzer import protocol
from keyzer.kit import clock

from . import demonstration, queries
from .guards import public, signed_in
from .requests import SignedIn

DOORS_A_ROLE = 3


@signed_in
@require_safe
def no_password(request: SignedIn) -> HttpResponse:
    """For who comes in without a password, so has none to change."""
    return render(request, "people/no_password.html")


@public
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out; the browser forgets what it kept of our pages, for the next one at this computer."""
    answer: HttpResponse = logout(request)
    if request.method == "POST":
        answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


@public
@require_safe
def demo(request: HttpRequest) -> HttpResponse:
    """The demo school's ways in, by role. A real school has no such page."""
    if not demonstration.is_open():
        raise Http404
    featured = [UUID(person) for person in queries.school().settings.get("featured", [])]
    doors = queries.doors(clock.today(), featured, DOORS_A_ROLE)
    words = get_language() or "nl"
    roles = [(protocol.ROLES[role].read(words), list(group)) for role, group in groupby(doors, attrgetter("role"))]
    return render(request, "people/demo.html", {"roles": roles})


@public
@require_POST
def sign_in_as(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Sign in as somebody of the demo school, without a password. A real school has no such address."""
    account = queries.account_of(person_id) if demonstration.is_open() else None
    if account is None:
        raise Http404
    login(request, account, backend="keyzer.people.sign_in.EachAccountOnce")
    return HttpResponseRedirect("/")
