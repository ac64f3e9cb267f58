"""A text that is far too long for a request is answered in words about texts, before anything of it is read."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from .forms import LONGEST, grouped

TOO_LARGE = 413
View = Callable[[HttpRequest], HttpResponseBase]


def told_when_too_long(view: View) -> View:
    """The form's token is looked for once the size is known: reading it would read the text."""
    guarded = csrf_protect(view)

    @wraps(view)
    def measured(request: HttpRequest) -> HttpResponseBase:
        if _length(request) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return too_long(request)
        return guarded(request)

    return csrf_exempt(measured)


def _length(request: HttpRequest) -> int:
    said = request.META.get("CONTENT_LENGTH") or "0"
    return int(said) if said.isdecimal() else 0


def too_long(request: HttpRequest) -> HttpResponse:
    """How much fits, and that nothing of it was kept."""
    return render(request, "check/too_long.html", {"most": grouped(LONGEST)}, status=TOO_LARGE)
