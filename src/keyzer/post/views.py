"""What the demo school would have mailed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from keyzer.kit import clock
from keyzer.people import demonstration
from keyzer.people.guards import public

from . import pages


@public
@require_safe
def demo(request: HttpRequest) -> HttpResponse:
    """The mails that wait in the demo school, which sends none. A real school has no such page."""
    if not demonstration.is_open():
        raise Http404
    return render(request, "post/demo.html", {"rows": pages.kept(clock.now())})
