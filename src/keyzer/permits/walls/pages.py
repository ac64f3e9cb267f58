"""What a page for the wall says, in words."""

from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, gettext

from keyzer.kit.clock import local
from keyzer.live import watching
from keyzer.live.watching import Watched
from keyzer.permits.queries import walls
from keyzer.permits.queries.walls import Place, Wall
from keyzer.protocol import Standing


class WallPage(NamedTuple):
    """A page for the wall; `until` is empty where nothing is known to change today."""

    title: str
    standing: Standing
    why: str
    until: str
    live: Watched


class Part(NamedTuple):
    """The classes of one year, or the rooms, of the list for staff; `hung` is how many have a page.

    It is unfolded when it holds the page that was just put up.
    """

    title: str
    places: list[tuple[Place, str]]
    hung: int
    is_open: bool


def wall_page(request: HttpRequest, wall: Wall, at: datetime) -> WallPage:
    """What it says at `at`, and what keeps it up to date."""
    seen = watching.seen_of([wall.topic])
    standing = walls.standing_of(wall, at)
    fragment = reverse("permits:wall-now", args=[wall.token])
    live = watching.watch(request, [wall.topic], fragment=fragment, seen=seen, until=standing.until, at=at)
    until = local(standing.until) if standing.until else None
    soon = until is not None and until.date() == local(at).date()
    words = standing.why.read(get_language() or "nl")
    return WallPage(title_of(wall), standing, words, f"{until:%H:%M}".lstrip("0") if until and soon else "", live)


def part(page: WallPage) -> str:
    """The part of the page that changes; the same text as long as the answer is the same."""
    return render_to_string("permits/wall_now.html", {"page": page})


def title_of(wall: Wall) -> str:
    """What stands above the page."""
    return (
        gettext("Class %(name)s") % {"name": wall.name}
        if wall.school_class
        else (gettext("Room %(name)s") % {"name": wall.name})
    )


def listed(classes: list[Place], rooms: list[Place], put_up: str) -> list[Part]:
    """The list for staff, with the address of each page; `put_up` is the id of the page that was put up just now."""
    years = groupby(sorted(classes, key=lambda one: (one.layer or 0, one.name)), key=lambda one: one.layer)
    parts = [_part(gettext("Year %(year)s") % {"year": year}, list(several), put_up) for year, several in years]
    return [*parts, _part(gettext("Rooms"), rooms, put_up)] if rooms else parts


def _part(title: str, places: list[Place], put_up: str) -> Part:
    hung = [one.wall for one in places if one.wall]
    is_open = any(str(one.id) == put_up for one in hung)
    return Part(title, [(one, address(one.wall)) for one in places], len(hung), is_open)


def address(wall: Wall | None) -> str:
    """Where the page is; empty where there is none."""
    if wall is None:
        return ""
    return reverse("permits:wall-class" if wall.school_class else "permits:wall-room", args=[wall.token])


def public_address(request: HttpRequest, wall: Wall) -> str:
    """As `address`, for who stands before the door with a phone."""
    return (
        f"{settings.KEYZER_ADDRESS}{address(wall)}"
        if settings.KEYZER_ADDRESS
        else (request.build_absolute_uri(address(wall)))
    )
