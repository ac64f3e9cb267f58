"""Addresses of pages, each worked out once: a list of fifty rows would else spend a fifth of its time on them."""

from functools import cache
from uuid import UUID

from django.urls import reverse

SOMETHING = "6b65797a-6572-0000-0000-000000000000"


@cache
def address(view: str) -> str:
    """Where the page called `view` lies. Raises NoReverseMatch."""
    return reverse(view)


def address_of(view: str, thing: UUID) -> str:
    """Where the page called `view` about `thing` lies. Raises NoReverseMatch."""
    return _pattern(view).replace(SOMETHING, str(thing))


@cache
def _pattern(view: str) -> str:
    return reverse(view, args=[SOMETHING])
