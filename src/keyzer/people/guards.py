"""Who may open a view at all. Every view bears one of these; what it then shows is left to the room's queries."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, NoReturn, ParamSpec
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from keyzer.kit import clock
from keyzer.kit.writing import writing, writing_apart
from keyzer.ledger.actions import note_refused, note_seen
from keyzer.protocol import Role

from .requests import SignedIn, recognise

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
SignedInView = Callable[Concatenate[SignedIn, P], HttpResponseBase]


def public(view: View[P]) -> View[P]:
    """For everybody, also without signing in."""
    return _bearing("public", view)


def signed_in(view: SignedInView[P]) -> View[P]:
    """For everybody who is tied to the school today. Who is not is told kindly; a visitor is asked to sign in."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        known = recognise(request)
        if known is None:
            return redirect_to_login(request.path)
        return _private(view(known, *args, **kwargs) if known.viewer.roles else _not_tied(known))

    return _bearing("signed_in", guarded)


def for_roles(*roles: Role) -> Callable[[SignedInView[P]], View[P]]:
    """For who holds one of `roles` today, whatever its reach. For others the page does not exist; that is logged."""

    def guard(view: SignedInView[P]) -> View[P]:
        @wraps(view)
        def guarded(request: SignedIn, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.viewer.holds(*roles):
                match = request.resolver_match
                not_for_you(request, "page", match.view_name if match else view.__name__)
            return view(request, *args, **kwargs)

        return _bearing("for_roles", signed_in(guarded))

    return guard


def not_for_you(request: SignedIn, kind: str, object_id: UUID | str) -> NoReturn:
    """Answer as if it did not exist, and leave a trace of who asked. Raises Http404."""
    with writing_apart():
        note_refused(by=UUID(request.viewer.id), at=clock.now(), object_kind=kind, object_id=str(object_id))
    raise Http404


def seen(request: SignedIn, kind: str, object_id: UUID | str) -> None:
    """Leave a trace that this person opened a page about somebody."""
    with writing():
        note_seen(by=UUID(request.viewer.id), at=clock.now(), object_kind=kind, object_id=str(object_id))


def _bearing(guard: str, view: View[P]) -> View[P]:
    view.__dict__["guard"] = guard
    return view


def _not_tied(request: SignedIn) -> HttpResponse:
    return render(request, "people/not_tied.html", status=403)


def _private(response: HttpResponseBase) -> HttpResponseBase:
    """What one person may see is kept nowhere: not on the way, and not on the computer that somebody else uses next."""
    response.headers.setdefault("Cache-Control", "private, no-store")
    return response
