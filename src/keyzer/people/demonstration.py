"""The demo school's way in. Three locks: this process serves a demo, the database says it is one, so does the ledger.

What the ledger says was written under the school's key when the school was founded: who can only write to the database
can't make it say something else.
"""

import json
from uuid import UUID

from django.conf import settings

from keyzer.ledger import queries as ledger

from . import queries
from .queries import SchoolBrief

FOUNDED = "school-founded"


def is_open() -> bool:
    """True when all locks are open. A real school's database can't be turned into a demo, so its locks never open."""
    try:
        school = queries.school()
    except queries.NoSchool:
        return False
    return opens(school) and _was_founded_as_demo(school.stream)


def opens(school: SchoolBrief) -> bool:
    """Whether to show the way to it: the first two locks, for who has the school at hand. It opens by `is_open`."""
    return bool(settings.KEYZER_DEMO) and school.demo


def _was_founded_as_demo(stream: UUID) -> bool:
    """What the first event of the school says, if it is that of a school."""
    founded = next(iter(ledger.read(stream)), None)
    return founded is not None and founded.kind == FOUNDED and bool(json.loads(founded.content)["demo"])
