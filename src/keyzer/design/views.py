"""The style page, and the answer to a request that can't be read."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from keyzer.design import samples
from keyzer.kit import clock

View = Callable[[HttpRequest], HttpResponse]


def demonstration_only(view: View) -> View:
    """A page that a real school does not have: it answers 404 but for developers and in the demo school."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if not (settings.DEBUG or getattr(settings, "KEYZER_DEMO", False)):
            raise Http404
        return view(request)

    guarded.__dict__["guard"] = "demonstration_only"
    return guarded


@demonstration_only
@require_safe
def style_page(request: HttpRequest) -> HttpResponse:
    """Every component on one page."""
    return render(request, "design/style_page.html", samples.page(clock.now()))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """For `handler400`: a request that is too big gets its own page, with its own status."""
    status = 413 if isinstance(exception, RequestDataTooBig) else 400
    return render(request, f"{status}.html", status=status)
