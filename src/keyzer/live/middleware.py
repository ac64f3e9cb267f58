"""Lets pages connect to the stream process where it has an origin of its own."""

from collections.abc import Callable
from http import HTTPStatus

from csp.constants import SELF
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from .address import other_origin


def allow_stream(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Add that origin, and no other, to the policy of each page."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if response.status_code >= HTTPStatus.BAD_REQUEST:
            return response
        if origin := other_origin(settings.KEYZER_LIVE, request.scheme or "http", request.get_host()):
            response._csp_update = {"connect-src": [SELF, origin]}  # type: ignore[attr-defined]  # noqa: SLF001
        return response

    return answer
