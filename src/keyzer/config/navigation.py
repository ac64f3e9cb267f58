"""What stands around every page: the school's name, who looks, and the rooms that are open to this person."""

from collections.abc import Iterator
from typing import NamedTuple

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from keyzer.people import demonstration, queries
from keyzer.people.requests import recognise


class Entry(NamedTuple):
    """One line of the menu."""

    label: Promise | str
    url_name: str
    icon: str


FOR_EVERYBODY = (
    Entry(_("Today"), "desk:front", "home"),
    Entry(_("Is this allowed?"), "maydo:start", "may-i"),
    Entry(_("Report"), "intake:start", "report"),
    Entry(_("The protocol"), "handbook:contents", "protocol"),
)


def page_frame(request: HttpRequest) -> dict[str, object]:
    """Context for the base page; a database without a school has a nameless one."""
    try:
        school_name = queries.school().name
    except queries.NoSchool:
        return {}
    known = recognise(request) if hasattr(request, "user") else None
    return {
        "school_name": school_name,
        "person_name": known.person.name if known else "",
        "navigation": list(_menu(request.path)),
        "footer_links": [],
        "is_demo": demonstration.is_open(),
    }


def _menu(path: str) -> Iterator[tuple[Promise | str, str, str, bool]]:
    """The lines of the menu; a room that is not part of this school has none."""
    for entry in FOR_EVERYBODY:
        try:
            url = reverse(entry.url_name)
        except NoReverseMatch:
            continue
        yield entry.label, url, entry.icon, path == url if url == "/" else path.startswith(url)
