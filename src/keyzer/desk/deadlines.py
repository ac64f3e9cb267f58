"""What waits for somebody, told without names: for a calendar, which others may look into as well."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.cases import queries as cases
from keyzer.intake import queries as intake
from keyzer.kit.addresses import address_of
from keyzer.people import queries as people

from . import posting

MOST = 200
PERSON = re.compile(r"\{person:([0-9a-f-]{36})\}")


class Deadline(NamedTuple):
    """One duty with a term. `key` stays the same as long as it is the same duty."""

    key: UUID
    summary: str
    due: datetime
    path: str


def deadlines(viewer: protocol.Viewer, language: str, on: date) -> list[Deadline]:
    """Everything with a term that waits for this person. Of staff, and of what is sealed, it is not even said what."""
    duties = cases.duties_for(viewer, MOST)
    outlines = cases.outlines(duty.case for duty in duties)
    told = [duty for duty in duties if _may_be_told(outlines[duty.case])]
    guardians = _guardians(told, on)
    found = [
        Deadline(
            uuid5(duty.case, duty.duty),
            _nameless(duty, language, guardians) if duty in told else _("Something waits in Keyzer"),
            duty.due,
            address_of("cases:show", duty.case),
        )
        for duty in duties
        if duty.due is not None
    ]
    found += [
        Deadline(report.id, _("Answer a report"), report.due_at, address_of("intake:show", report.id))
        for report in intake.waiting_for(viewer, MOST)
    ]
    return found + [
        Deadline(uuid5(thing.about, thing.duty), thing.summary(), thing.due, thing.page())
        for thing in posting.things(viewer, on)
    ]


def _may_be_told(outline: cases.Outline) -> bool:
    return outline.lane is protocol.Lane.LEERLING and not outline.sealed


def _guardians(duties: Sequence[cases.WaitingDuty], on: date) -> set[str]:
    """The parents of those whom the duties are about, where a duty names somebody else."""
    subjects = {duty.subject for duty in duties if set(PERSON.findall(duty.label.nl)) - {str(duty.subject)}}
    return {str(guardian.id) for subject in subjects for guardian in people.guardians_of(subject, on)}


def _nameless(duty: cases.WaitingDuty, language: str, guardians: set[str]) -> str:
    """The duty's own words, with what somebody is to the case where a name would stand."""
    words = PERSON.sub(lambda found: _part(found[1], duty, guardians), duty.label.read(language))
    return words[:1].upper() + words[1:]


def _part(person: str, duty: cases.WaitingDuty, guardians: set[str]) -> str:
    if person == str(duty.subject):
        return _("the pupil")
    return _("a parent") if person in guardians else _("somebody")
