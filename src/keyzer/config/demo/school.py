"""Builds the demo school into an empty database."""

from collections.abc import Callable
from datetime import timedelta

from keyzer import protocol
from keyzer.kit import clock
from keyzer.kit.clock import local
from keyzer.people.actions import enter, found_school

from .asking import ask
from .devices import keep
from .history import leading_roles, tell
from .images import choose
from .lessons import learn
from .roster import demo_roster
from .signing import sign
from .timetable import BELLS
from .timetable import enter as enter_timetable

NAME, PLACE = "De Keyzer", "Zuiderveen"
FOUNDED_BEFORE = timedelta(days=90)
SETTINGS = {
    "letterhead_address": "Zwanenlaan 12\n9411 AB Zuiderveen",
    "letterhead_phone": "0593 00 00 00",
    "letterhead_email": "info@dekeyzer.example",
    "letterhead_website": "www.dekeyzer.example",
    "brin": "00KZ",
    "governance": "bijzonder",
    "objection_address": "Postbus 1, 9410 AA Zuiderveen",
    "complaint_address": "Klachtencommissie, Postbus 2, 9410 AA Zuiderveen",
    "agreement_source": "cao van de demoschool, artikel 1",
    "defence_days": 14,
    "order_suspension_weeks": 4,
    "appeal_body": "Commissie van Beroep van de demoschool",
    "appeal_address": "Postbus 3, 9410 AA Zuiderveen",
    "appeal_weeks": 6,
    "works_council_consent": "2026-06-15",
    "works_council_subject": "De gedragsregels, hoe gedrag wordt onderzocht, en wat daarvan wordt bewaard.",
}
"""What a school fills in itself, invented; `works_council_consent` lies before everything that happens in the demo."""


def build(progress: Callable[[str], None]) -> None:
    """Found the school, enter its people and let its history happen. Raises people.actions.SchoolExists."""
    now = clock.now()
    founded = now - FOUNDED_BEFORE
    roster = demo_roster(clock.today())
    leading = leading_roles(roster, now)
    found_school(
        name=NAME,
        place=PLACE,
        edition=protocol.in_force(clock.local(founded).date()).id,
        demo=True,
        settings={**SETTINGS, **BELLS, "featured": [str(person) for person in leading]},
        by=None,
        at=founded,
    )
    enter(roster, by=None, at=founded)
    progress(f"{len(roster.enrolments):,} pupils, {len(roster.employments)} staff and their families are there")
    progress(f"{enter_timetable(roster, local(founded).date(), founded):,} lessons a week are in the timetable")
    progress(f"{sign(leading, founded, now):,} signatures under the protocol are in")
    progress(f"{learn(roster, founded, now):,} lessons are finished")
    tell(roster, now, progress)
    progress(f"{choose(leading[1], now):,} choices about pictures are made in one class")
    progress(f"{keep(leading[2], leading[1], now)} devices lie in the safe")
    progress(f"{ask(now)} accounts are in the register, and a teacher asks before posting")
