"""A request of somebody who has signed in, with who that is."""

from typing import cast

from django.http import HttpRequest

from keyzer import protocol
from keyzer.kit import clock

from . import queries
from .queries import PersonBrief


class SignedIn(HttpRequest):
    """What a guarded view gets. `viewer` is for the access rules, `person` for the page."""

    viewer: protocol.Viewer
    person: PersonBrief


def recognise(request: HttpRequest) -> SignedIn | None:
    """The request with its person, roles as of today; None for a visitor."""
    if not request.user.is_authenticated:
        return None
    known = cast("SignedIn", request)
    if not hasattr(request, "viewer"):
        known.viewer, known.person = queries.recognised(request.user.person_id, clock.today())
    return known
