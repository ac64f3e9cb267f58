"""The people of the demo school: 1,200 pupils in 48 classes, 2,000 guardians, 130 staff in every role."""

from datetime import date

from keyzer.people.roster import Roster

from .draft import Draft
from .families import add_families
from .names import Draw
from .staff import add_staff

SEED = 20260801
FIRST_MONTH = 8


def demo_roster(today: date) -> Roster:
    """The roster of the school year that `today` falls in; the same on each day of that year."""
    school_year = today.year if today.month >= FIRST_MONTH else today.year - 1
    draft = Draft(since=date(school_year, FIRST_MONTH, 1))
    draw = Draw(SEED)
    add_families(draft, draw)
    add_staff(draft, draw)
    return draft.roster()
