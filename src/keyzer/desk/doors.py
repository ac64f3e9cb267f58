"""The big doors of the front page: what a person can begin here."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.design.doors import Door
from keyzer.kit.addresses import address
from keyzer.people.queries import STAFF


def for_visitors() -> Sequence[Door]:
    """What can be done without an account."""
    return (may_i(), the_protocol(), programs())


def for_viewer(viewer: protocol.Viewer) -> Sequence[Door]:
    """The four doors that everybody has, and for who works here search and an agenda."""
    everybody = (may_i(), report(), doubt(), the_protocol())
    return (*everybody, search(), calendar()) if viewer.holds(*STAFF) else everybody


def to_learn() -> Sequence[Door]:
    """What can be learnt; it comes after what waits."""
    return (lessons(), programs())


def may_i() -> Door:
    """To a reasoned answer in a few taps."""
    return Door("may-i", _("May I?"), _("Know in a few taps whether it is allowed."), address("maydo:start"))


def report() -> Door:
    """To the report (leerlingen-8)."""
    return Door(
        "report",
        _("Report"),
        _("Something happened to you or to somebody else."),
        reverse("intake:tell", args=["melding"]),
    )


def doubt() -> Door:
    """To the doubt, of which no file is made (leerlingen-8)."""
    return Door(
        "doubt",
        _("I am in doubt"),
        _("You are not sure. Ask it; no file is made."),
        reverse("intake:tell", args=["twijfel"]),
    )


def the_protocol() -> Door:
    """To the handbook."""
    return Door("protocol", _("The protocol"), _("What we agreed, in plain words."), address("handbook:contents"))


def lessons() -> Door:
    """To the short lessons (leerlingen-1)."""
    return Door("learn", _("Learn"), _("Short lessons. Answers are not kept."), address("learning:index"))


def programs() -> Door:
    """To the register of programs (reikwijdte-3)."""
    return Door(
        "phone",
        _("Apps and programs"),
        _("Report, block, settings and proof, app by app."),
        address("platforms:index"),
    )


def search() -> Door:
    """To a pupil or a colleague."""
    return Door("search", _("Search"), _("A pupil or a colleague."), address("desk:search"))


def calendar() -> Door:
    """To one's deadlines on one's own phone."""
    return Door("calendar", _("Agenda"), _("Your deadlines in your own agenda."), address("desk:calendar"))
