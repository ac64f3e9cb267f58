"""The parts of a school's settings: who owns each, and what can't be done while a field of it is empty."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from keyzer import protocol
from keyzer.protocol import Role

LED_BY = (Role.DIRECTEUR, Role.BESTUUR)
OWNERS = (*LED_BY, Role.HR, Role.BEHEERDER)
"""Everybody who owns a part."""


class Part(NamedTuple):
    """One page of settings; its id stands in the address."""

    id: str
    title: Promise
    lead: Promise
    owners: tuple[Role, ...]
    articles: tuple[str, ...] = ()


PARTS = {
    part.id: part
    for part in (
        Part(
            "briefhoofd",
            _("Letterhead"),
            _("This stands on every letter of the school."),
            (*LED_BY, Role.BEHEERDER),
        ),
        Part(
            "bezwaar",
            _("Objections and complaints"),
            _("A letter about a measure says where somebody can object or complain."),
            LED_BY,
            ("leerlingen-9",),
        ),
        Part(
            "cao",
            _("Collective agreement"),
            _("Terms and appeal for staff stand in the collective agreement. HR fills in what holds at this school."),
            (*LED_BY, Role.HR),
            ("personeel-8",),
        ),
        Part(
            "instemming",
            _("Consent of the works council"),
            _("The staff part of the participation council must consent before the school examines conduct of staff."),
            (*LED_BY, Role.HR),
            ("personeel-8",),
        ),
        Part(
            "melden",
            _("Reporting"),
            _("How pupils, parents and staff can report what happened."),
            LED_BY,
            ("leerlingen-8",),
        ),
        Part(
            "schooldagen",
            _("School days"),
            _("Terms in school days pass over these days. Legal terms run on."),
            LED_BY,
        ),
        Part(
            "lestijden",
            _("Bell times"),
            _("Leave to use a phone ends with the bell."),
            (*LED_BY, Role.BEHEERDER),
            ("leerlingen-7",),
        ),
        Part(
            "pauzes",
            _("Phones in breaks"),
            _("The protocol speaks of lessons. What holds in breaks is a house rule of the school."),
            LED_BY,
            ("leerlingen-7",),
        ),
        Part(
            "ondertekenen",
            _("Reminders to sign"),
            _("Who has not signed the protocol gets an e-mail by itself, on school days."),
            LED_BY,
            ("reikwijdte-1",),
        ),
        Part(
            "kanalen",
            _("Channels and accounts"),
            _("Who publishes says now and then that an account is still in use. Else it sleeps."),
            LED_BY,
            ("personeel-7",),
        ),
    )
}
NO_LETTER = _("Without this no letter can be made.")
NO_STAFF_DECISION = _("Without this no letter about a measure for staff can be made.")
WITHOUT: dict[str, Promise] = {
    "letterhead_address": NO_LETTER,
    "letterhead_phone": NO_LETTER,
    "letterhead_email": NO_LETTER,
    "letterhead_website": _("Letters are made without it."),
    "brin": _("Without this the Inspectorate can't be written to."),
    "objection_address": _("Without this no suspension or removal can be made known."),
    "complaint_address": _("Without this a letter can't say where to complain."),
    "agreement_source": NO_STAFF_DECISION,
    "defence_days": _("Without this no measure that asks for a defence can be decided."),
    "order_suspension_weeks": _("Without this no order suspension can be decided."),
    "appeal_body": NO_STAFF_DECISION,
    "appeal_weeks": NO_STAFF_DECISION,
    "appeal_address": NO_STAFF_DECISION,
    "works_council_consent": _("Without this no case about a member of staff can be opened. The board's path stays."),
    "works_council_subject": _("Without this nobody sees later what was agreed to."),
    "report_without_name": _("Until then reporting without a name is possible."),
    "leave_url": _("Until then it leads to the weather."),
    "closed_days": _("Until then every weekday counts as a school day."),
    "bells_normal": _("Until then a whole school day counts as a lesson, and leave lasts until a time that is chosen."),
    "bells_other": _("Until then every day has the normal times."),
    "bells_days": _("Until then every day has the normal times."),
    "phone_in_breaks_words": _("Only needed for a rule of your own."),
    "day_ends": _("Until then a school day ends at 16:30."),
    "sign_first_after": _("Until then the first goes out after 5 school days."),
    "sign_every": _("Until then 10 school days lie between them."),
    "sign_at_most": _("Until then there are 3 at most."),
    "account_sleeps_after": _("Until then an account sleeps after 6 months."),
}


def owned_by(viewer: protocol.Viewer) -> list[Part]:
    """The parts that this person fills in, in their order."""
    return [part for part in PARTS.values() if viewer.holds(*part.owners)]
