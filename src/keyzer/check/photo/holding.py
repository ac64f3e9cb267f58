"""The photo that one browser has passing through: its key lies in a cookie there and nowhere else."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from keyzer.kit import clock
from keyzer.people.guards import signed_in
from keyzer.people.requests import SignedIn

from . import passing
from .seen import Seen

COOKIE = "photo"
PLACE = "/check/foto/"
GONE = "weg"
"""In the address of the first page: there was a photo, and it is gone."""
PhotoView = Callable[[SignedIn, Seen], HttpResponseBase]


def about_the_photo(view: PhotoView) -> Callable[[HttpRequest], HttpResponseBase]:
    """For who has signed in, about the photo of this browser; where there is none the first page follows."""

    @wraps(view)
    def given(request: SignedIn) -> HttpResponseBase:
        seen = held(request)
        return view(request, seen) if seen is not None else redirect(f"{reverse('check:photo')}?{GONE}=1")

    return signed_in(given)


def held(request: SignedIn) -> Seen | None:
    """The photo of this browser and this person; None when there is none any more."""
    return passing.take(request.COOKIES.get(COOKIE, ""), holder=UUID(request.viewer.id), at=clock.now())


def hold(request: SignedIn, answer: HttpResponseBase, seen: Seen) -> None:
    """Seal the photo for this person in the place of the one before; the key goes along with the answer."""
    passing.drop(request.COOKIES.get(COOKIE, ""))
    word = passing.put(seen, holder=UUID(request.viewer.id), at=clock.now())
    age, is_secure = int(passing.LASTS.total_seconds()), settings.BEHIND_HTTPS
    answer.set_cookie(COOKIE, word, age, path=PLACE, secure=is_secure, httponly=True, samesite="Strict")


def let_go(request: SignedIn, answer: HttpResponseBase) -> None:
    """Throw the photo away now, without waiting for the half hour."""
    passing.drop(request.COOKIES.get(COOKIE, ""))
    answer.delete_cookie(COOKIE, path=PLACE, samesite="Strict")
