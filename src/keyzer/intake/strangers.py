"""A request of somebody who stays unknown: whoever signed in is a stranger here too."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

HEADERS = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
LANGUAGES = ("nl", "en")

View = Callable[..., HttpResponseBase]


def language_of(request: HttpRequest) -> str:
    """The language that was asked for in the address, for that leaves no cookie; else the one in use."""
    chosen = request.POST.get("taal") or request.GET.get("taal")
    return chosen if chosen in LANGUAGES else translation.get_language() or LANGUAGES[0]


def of_a_stranger(view: View) -> View:
    """Whoever signed in is a stranger here too; nothing is kept on the way, and no other page learns of this one.

    There is no session, so there is no request that somebody else could forge: the form asks for no token, which would
    leave a cookie.
    """

    @wraps(view)
    def strange(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 -- passed on
        request.user = AnonymousUser()
        with translation.override(language_of(request)):
            request.LANGUAGE_CODE = translation.get_language() or "nl"
            answer = view(request, *args, **kwargs)
        for name, value in HEADERS.items():
            answer.headers[name] = value
        return answer

    return csrf_exempt(strange)
