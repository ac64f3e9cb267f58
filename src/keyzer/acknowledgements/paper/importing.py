"""Signatures from where they were kept before, as a file of lines: all of them are taken, or none, with every fault.

The columns are `number;audience;on_behalf_of;edition;date;how`, and `language` if wanted. `number` is who signed: the
school's number, or for who has none the e-mail address, or the name of a guardian of who it is on behalf of.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from keyzer.acknowledgements.actions import ListedRow, record_many
from keyzer.acknowledgements.actions.paper import moment_of
from keyzer.acknowledgements.checks import Asked
from keyzer.acknowledgements.words import How, Refused, RowsRefused, Why
from keyzer.kit import clock, sheets
from keyzer.kit.sheets import Fault, FileRefused, Found, Layout, Unsound
from keyzer.kit.writing import writing
from keyzer.people.queries import Directory, directory
from keyzer.protocol import Audience

LAYOUT = Layout(("number", "audience", "on_behalf_of", "edition", "date", "how"), optional=("language",))
TAKEN = (How.IMPORT, How.PAPER)
LANGUAGE = "nl"
REMEDIES = {
    Why.NO_AUTHORITY: "`{number}` has no authority over `{on_behalf_of}` on {date}: correct the roster or the line",
    Why.LEFT: "who signs has left before {date}: leave the line out, or correct the date",
    Why.NOT_YET: "who signs is not at school yet on {date}: correct the date",
    Why.NOT_TIED: "who signs was never at school as `{audience}`: correct `audience`",
    Why.NOT_ASKED: "the edition asks no such signature on {date}: leave the line out",
    Why.OTHER_EDITION: "edition `{edition}` counts no more or does not exist: leave the line out or correct `edition`",
    Why.NO_TEXT: "edition `{edition}` has no text in `{language}`: correct `language`",
    Why.LATER_THAN_NOW: "{date} has not come yet: correct `date`",
}


class NobodyAnswers(Exception):
    """The one who answers for the file is unknown, or may not."""


class Given(NamedTuple):
    """A sound line: where it stands, its own words, and what it says."""

    line: int
    said: dict[str, str]
    how: How
    listed: ListedRow


class Taken(NamedTuple):
    """What came of a file: how many signatures are new, and how many stood already."""

    new: int
    known: int


def bring_in(file: Path, *, by: str | None, is_kept: bool, tell: Callable[[str], None]) -> Taken:
    """Read a file and record what it says; `by` is the school's number of who answers for it, `tell` hears progress.

    Raises FileRefused, NobodyAnswers, OSError, and UnicodeDecodeError.
    """
    known, now = directory(), clock.now()
    recorder = known.numbers.get(by) if by else None
    if by and recorder is None:
        raise NobodyAnswers(f"nobody has number `{by}`: correct --by")
    given = sheets.read(file, LAYOUT, lambda found: _given(found, known, now), tell=tell)
    tell(f"recording {len(given)} lines")
    try:
        return take(given, by=recorder, at=now, is_kept=is_kept)
    except Refused as refused:
        message = "a list needs somebody at work here who answers for it: give --by with that number"
        raise NobodyAnswers(message) from refused


def take(given: Sequence[Given], *, by: UUID | None, at: datetime, is_kept: bool) -> Taken:
    """Record what a file says, all or nothing; unless `is_kept`, everything is tried and nothing stays.

    Who signed already is passed by. Raises FileRefused with every fault, and Refused when `by` may record no list.
    """
    with writing():
        done = _take(given, by, at)
        if not is_kept:
            transaction.set_rollback(True)
    return done


def _take(given: Sequence[Given], by: UUID | None, at: datetime) -> Taken:
    new, faults = 0, list[Fault]()
    for how in TAKEN:
        part = [one for one in given if one.how is how]
        try:
            new += record_many([one.listed for one in part], how=how, by=by, at=at).new if part else 0
        except RowsRefused as refused:
            faults += (_fault(part[place], problem) for place, problem in refused.problems)
    if faults:
        raise FileRefused(faults)
    return Taken(new, len(given) - new)


def _fault(given: Given, problem: Refused) -> Fault:
    words = REMEDIES.get(problem.why)
    return Fault(given.line, words.format(**given.said) if words else str(problem))


def _given(found: Found, known: Directory, now: datetime) -> Given:
    said = {**found.said, "language": found.said["language"] or LANGUAGE}
    child = _child(said["on_behalf_of"], known)
    signer = _signer(said["number"], child, known)
    asked = Asked(signer, child or signer, _audience(said["audience"]))
    at = moment_of(_day(said["date"]), now)
    return Given(found.line, said, _how(said["how"]), ListedRow(asked, said["edition"], said["language"], at))


def _child(number: str, known: Directory) -> UUID | None:
    if number and number not in known.numbers:
        raise Unsound(f"nobody has number `{number}`: correct `on_behalf_of`, or leave it empty for who signs alone")
    return known.numbers.get(number)


def _signer(words: str, child: UUID | None, known: Directory) -> UUID:
    if words in known.numbers:
        return known.numbers[words]
    found = known.addresses.get(words.lower(), set()) or _guardians(words.lower(), child, known)
    if not found:
        raise Unsound(
            f"`{words}` is nobody's number, address or name: write the number, or a guardian's e-mail address"
        )
    if len(found) > 1:
        raise Unsound(f"`{words}` is of {len(found)} people: write the full name, with the child in `on_behalf_of`")
    return next(iter(found))


def _guardians(name: str, child: UUID | None, known: Directory) -> set[UUID]:
    """Guardians with this name: of one child, or of any."""
    names = [known.guardians[child]] if child in known.guardians else [] if child else known.guardians.values()
    return {guardian for each in names for guardian in each.get(name, ())}


def _audience(words: str) -> Audience:
    try:
        return Audience(words.lower())
    except ValueError:
        raise Unsound(f"audience `{words}` does not exist: write one of {', '.join(_values(Audience))}") from None


def _how(words: str) -> How:
    if not words:
        return How.IMPORT
    how = next((one for one in TAKEN if one == words.lower()), None)
    if how is None:
        raise Unsound(f"how `{words}` can't be imported: write one of {', '.join(TAKEN)}")
    return how


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise Unsound(f"date `{words}` is none: write year, month and day, as in 2026-09-01") from None


def _values(choices: type[Audience]) -> Iterator[str]:
    return (one.value for one in choices)
