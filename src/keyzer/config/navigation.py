"""What stands around every page: the school's name, who looks, and the rooms that are open to this person."""

from typing import NamedTuple

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from keyzer.cases import about_staff
from keyzer.design.menu import MenuLine
from keyzer.kit.addresses import address
from keyzer.people import demonstration, queries
from keyzer.people.queries import SchoolBrief
from keyzer.people.requests import SignedIn, recognise
from keyzer.people.school_settings import parts as settings
from keyzer.permits import pages as permits
from keyzer.protocol import Role


class Entry(NamedTuple):
    """One line of the menu; without roles it is for everybody."""

    label: Promise | str
    url_name: str
    icon: str
    roles: tuple[Role, ...] = ()


RECEIVING = (Role.COORDINATOR, Role.VEILIGHEIDSCOORDINATOR, Role.DIRECTEUR, Role.BESTUUR)
TIED = tuple(Role)
KEEPING = (Role.DOCENT, Role.MENTOR, Role.COORDINATOR, Role.TEAMLEIDER, Role.DIRECTEUR, Role.OOP)
HANGING = (Role.TEAMLEIDER, Role.DIRECTEUR, Role.OOP, Role.BEHEERDER)
HANDLING = (*RECEIVING, Role.TEAMLEIDER)
MENU = (
    Entry(_("Today"), "desk:front", "home"),
    Entry(_("Is this allowed?"), "maydo:start", "may-i"),
    Entry(_("Check a text"), "check:start", "eye", TIED),
    Entry(_("Report"), "intake:start", "report"),
    Entry(_("Received"), "intake:handled", "letter", RECEIVING),
    Entry(_("Incidents"), "incidents:index", "history", HANDLING),
    Entry(_("Cases"), "cases:index", "scale", HANDLING),
    Entry(_("Staff matters"), "cases:staff", "lock", about_staff.OPENERS),
    Entry(_("Devices"), "custody:index", "phone", KEEPING),
    Entry(_("From school"), "own:index", "letter", (Role.LEERLING, Role.OUDER)),
    Entry(_("Phones in the lesson"), "permits:start", "phone", permits.TEACHING),
    Entry(_("Pages for wall and door"), "permits:walls", "print", HANGING),
    Entry(_("Look a pupil up"), "permits:check", "search", queries.STAFF),
    Entry(_("Ask before you post"), "consults:index", "doubt", queries.AT_WORK),
    Entry(_("Channels and accounts"), "channels:index", "chat", queries.AT_WORK),
    Entry(_("Pictures and films"), "consent:index", "camera", TIED),
    Entry(_("The protocol"), "handbook:contents", "protocol"),
    Entry(_("Sign"), "acknowledgements:start", "pen", TIED),
    Entry(_("Learn"), "learning:index", "learn", TIED),
    Entry(_("Apps and programs"), "platforms:index", "phone"),
    Entry(_("Settings"), "settings", "settings", settings.OWNERS),
)


def page_frame(request: HttpRequest) -> dict[str, object]:
    """Context for the base page; a database without a school has a nameless one."""
    try:
        school = queries.school()
    except queries.NoSchool:
        return {}
    known = recognise(request) if hasattr(request, "user") else None
    return {
        "school_name": school.name,
        "person_name": known.person.name if known else "",
        "navigation": _menu(known, request.path),
        "is_demo": demonstration.opens(school),
        "leave_url": school.settings.get("leave_url", ""),
        "footer_links": _footer(known, school),
    }


def _menu(known: SignedIn | None, path: str) -> list[MenuLine]:
    """The rooms that are open to this person; this page lies under one, of two that fit under the nearer."""
    entries = [entry for entry in MENU if not entry.roles or (known and known.viewer.holds(*entry.roles))]
    addresses = {entry: address(entry.url_name) for entry in entries}
    here = max(
        (url for url in addresses.values() if path.startswith(url) and (url != "/" or path == "/")), key=len, default=""
    )
    return [MenuLine(entry.label, url, entry.icon, url == here) for entry, url in addresses.items()]


def _footer(known: SignedIn | None, school: SchoolBrief) -> list[tuple[Promise | str, str]]:
    account = (_("Change your password"), "account_change_password") if known else (_("Sign in"), "account_login")
    demo = [(_("Look around as somebody else"), "demo")] if demonstration.opens(school) else []
    return [(label, address(url_name)) for label, url_name in (*demo, account)]
