"""Who owes what, over cases, reports and all that goes online; and who can help when it is late."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from uuid import UUID

from keyzer import protocol
from keyzer.cases import queries as cases
from keyzer.intake import queries as intake
from keyzer.kit.addresses import address, address_of
from keyzer.people import queries as people
from keyzer.protocol import Role

from . import posting
from .owing import Owed

MOST = 500
RECEIVING = (Role.COORDINATOR, Role.VEILIGHEIDSCOORDINATOR, Role.TEAMLEIDER, Role.DIRECTEUR, Role.BESTUUR)
UPWARDS = (Role.TEAMLEIDER, Role.DIRECTEUR, Role.BESTUUR)
"""Whom to ask for help, nearest first."""
CASE, REPORT = "cases:show", "intake:show"


def debtors(until: datetime, on: date) -> set[UUID]:
    """Everybody who may owe something before `until`."""
    receivers = {person for role in RECEIVING for person in people.holders(role, on)}
    return receivers | cases.who_owes_before(until, on) | posting.who_owes_before(until, on)


def owed_by(person: UUID, on: date) -> list[Owed]:
    """What waits for a person and has a term: the same that stands on the desk."""
    viewer = people.viewer_of(person, on)
    duties = [duty for duty in cases.duties_for(viewer, MOST) if duty.due is not None]
    outlines = cases.outlines(duty.case for duty in duties)
    found = [_of_case(duty, duty.due, outlines[duty.case]) for duty in duties if duty.due is not None]
    found += [_of_report(report) for report in intake.waiting_for(viewer, MOST)]
    return found + [thing.owed() for thing in posting.things(viewer, on)]


def helpers(owed: Owed, without: Collection[UUID], on: date) -> list[UUID]:
    """The nearest in the line above who may see it and does not owe it; nobody when there is none."""
    for role in UPWARDS:
        found = [person for person in people.holders(role, on, owed.layer) if person not in without]
        if seeing := [person for person in found if _may_see(people.viewer_of(person, on), owed)]:
            return seeing
    return []


def page_of(owed: Iterable[Owed]) -> str:
    """Where a helper sees it, on whose desk it does not stand: its own page when it is one, else the list of cases."""
    pages = {_page(one) for one in owed}
    return pages.pop() if len(pages) == 1 else address("cases:index")


def _page(owed: Owed) -> str:
    return posting.page_of(owed.room, owed.about) if owed.room in posting.ROOMS else address_of(owed.room, owed.about)


def _may_see(viewer: protocol.Viewer, owed: Owed) -> bool:
    if owed.room in posting.ROOMS:
        return posting.may_help(viewer, owed)
    seen = cases.visible_to(viewer) if owed.room == CASE else intake.visible_to(viewer)
    return seen.filter(id=owed.about).exists()


def _of_case(duty: cases.WaitingDuty, due: datetime, outline: cases.Outline) -> Owed:
    return Owed(
        room=CASE,
        about=duty.case,
        duty=duty.duty,
        due=due,
        alarm=duty.alarm or due,
        sealed=outline.sealed,
        layer=outline.layer,
    )


def _of_report(report: intake.WaitingRow) -> Owed:
    return Owed(
        room=REPORT,
        about=report.id,
        duty="answer",
        due=report.due_at,
        alarm=report.due_at,
        sealed=False,
        layer=report.layer,
    )
