"""What a page for the wall says, in words."""

from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

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
    """The classes, or the rooms, of the list for staff."""

    title: Promise | str
    places: list[tuple[Place, str]]
    is_of_classes: bool


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


def listed(classes: list[Place], rooms: list[Place]) -> list[Part]:
    """The list for staff, with the address of each page."""
    return [
        Part(_("Classes"), [(one, address(one.wall)) for one in classes], is_of_classes=True),
        Part(_("Rooms"), [(one, address(one.wall)) for one in rooms], is_of_classes=False),
    ]


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
