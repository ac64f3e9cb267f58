"""Consent from the student system, as a file of lines: all of them are taken, or none, with every fault.

The columns are `number;purpose;yes/no;date;by`: whom it is about, for what, the answer, when it was given, and who
gave it: a school number, a guardian's e-mail address, or the name of a guardian of that pupil.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from keyzer import protocol
from keyzer.kit import sheets
from keyzer.kit.clock import SCHOOL_ZONE, local
from keyzer.kit.sheets import Found, Line, Unsound
from keyzer.kit.writing import writing
from keyzer.people.queries import Directory, directory
from keyzer.protocol import AboutImage, ImagePurpose, ImageSaid

from .actions.answering import record
from .actions.rows import Given
from .queries.about import everybody
from .words import How, school_year

COLUMNS = ("number", "purpose", "yes/no", "date", "by")
ANSWERS = {"yes": ImageSaid.YES, "ja": ImageSaid.YES, "no": ImageSaid.NO, "nee": ImageSaid.NO}
MIDDAY = time(12, 0)
Place = tuple[UUID, UUID, ImagePurpose]


class Taken(NamedTuple):
    """What came of a file: how many answers are new, and how many the school knew already."""

    new: int
    known: int


class _Known(NamedTuple):
    directory: Directory
    people: Mapping[UUID, AboutImage]
    now: datetime


def bring_in(file: Path, *, is_kept: bool, at: datetime) -> Taken:
    """Read a file and record what it says; unless `is_kept`, everything is tried and nothing stays.

    What somebody said later on screen stays as it is. Raises FileRefused, OSError, UnicodeDecodeError.
    """
    reading = _Reading(_Known(directory(), everybody(local(at).date()), at), {})
    given: dict[UUID, list[Given]] = defaultdict(list)
    for person, one in sheets.read(file, sheets.Layout(COLUMNS), reading.understand):
        given[person].append(one)
    with writing():
        new = record(reading.known.people, given, How.IMPORT, by=None, at=at)
        if not is_kept:
            transaction.set_rollback(True)
    return Taken(new, sum(len(answers) for answers in given.values()) - new)


class _Reading(NamedTuple):
    known: _Known
    seen: dict[Place, int]

    def understand(self, found: Found) -> tuple[UUID, Given]:
        """Whom a line is about, and what it says. Raises Unsound."""
        person, one = _given(found.said, self.known)
        place = (person, one.signer, one.purpose)
        if self.seen.setdefault(place, found.line) != found.line:
            raise Unsound(f"the same answer stands in line {self.seen[place]} too: leave one of them out")
        return person, one


def _given(said: Line, known: _Known) -> tuple[UUID, Given]:
    person = _person(said["number"], known)
    at = _moment(said["date"], known.now)
    one = Given(_signer(said["by"], person, known.directory), _purpose(said["purpose"]), _answer(said["yes/no"]), at)
    about = known.people[person]
    on = local(known.now).date()
    if barred := protocol.image_barred(protocol.in_force(on), about, one.said, str(one.signer), on):
        raise Unsound(f"`{said['by']}` can't say this of `{said['number']}`: {barred[0].text.en}")
    return person, one


def _person(number: str, known: _Known) -> UUID:
    person = known.directory.numbers.get(number)
    if person is None or person not in known.people:
        raise Unsound(f"`{number}` is the number of nobody at school now: correct `number` or leave the line out")
    return person


def _purpose(words: str) -> ImagePurpose:
    if words.lower() not in set(ImagePurpose):
        raise Unsound(f"purpose `{words}` does not exist: write one of {', '.join(ImagePurpose)}")
    return ImagePurpose(words.lower())


def _answer(words: str) -> ImageSaid:
    if words.lower() not in ANSWERS:
        raise Unsound(f"`{words}` is no answer: write yes or no, or ja or nee")
    return ANSWERS[words.lower()]


def _moment(words: str, now: datetime) -> datetime:
    """Midday of that day, or now when that is still to come."""
    try:
        day = date.fromisoformat(words)
    except ValueError:
        raise Unsound(f"date `{words}` is none: write year, month and day, as in 2026-09-01") from None
    if day > local(now).date():
        raise Unsound(f"{words} has not come yet: correct `date`")
    if school_year(day) != school_year(local(now).date()):
        raise Unsound(f"an answer of {words} has lapsed with its school year: leave the line out, and ask anew")
    return min(datetime.combine(day, MIDDAY, SCHOOL_ZONE), now)


def _signer(words: str, person: UUID, known: Directory) -> UUID:
    if words in known.numbers:
        return known.numbers[words]
    found = known.addresses.get(words.lower(), set()) or known.guardians[person].get(words.lower(), set())
    if len(found) != 1:
        told = "is nobody's" if not found else f"is of {len(found)} people as"
        raise Unsound(f"`{words}` {told} number, address or name: write in `by` the number or the e-mail address")
    return next(iter(found))
