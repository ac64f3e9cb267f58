"""Who may open the pages of custody: those whom the edition lets take in, keep and give back devices."""

from functools import wraps
from typing import ParamSpec
from uuid import UUID

from django.http.response import HttpResponseBase

from keyzer.people.guards import SignedInView, View, not_for_you, signed_in
from keyzer.people.requests import SignedIn

from . import queries, standing

P = ParamSpec("P")


def keepers_only(view: SignedInView[P]) -> View[P]:
    """For who keeps devices today. For others the page does not exist; that is logged."""

    @wraps(view)
    def guarded(request: SignedIn, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not standing.keeps(request.viewer):
            match = request.resolver_match
            not_for_you(request, "page", match.view_name if match else view.__name__)
        return view(request, *args, **kwargs)

    return signed_in(guarded)


def the_record(request: SignedIn, custody: UUID) -> queries.Record:
    """The record, or a 404 that leaves a trace."""
    return queries.record_for(request.viewer, custody) or not_for_you(request, "custody", custody)
