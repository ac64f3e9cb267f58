"""Many signatures at once, from a class list on paper or from where they were kept before: all of them, or none."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from keyzer.acknowledgements import checks
from keyzer.acknowledgements.checks import Asked, Said
from keyzer.acknowledgements.editions import Shelf, shelf
from keyzer.acknowledgements.events import BATCH, Listed, entries
from keyzer.acknowledgements.models import Signature
from keyzer.acknowledgements.words import How, Refused, RowsRefused, State, Why
from keyzer.kit import clock
from keyzer.ledger import actions as ledger
from keyzer.protocol import Audience

from . import rows
from .recalling import recall_answered

LINES_AN_EVENT = 1000


class ListedRow(NamedTuple):
    """A signature as a list has it; `at` is when it was put."""

    asked: Asked
    edition: str
    language: str
    at: datetime


class Recorded(NamedTuple):
    """What came of a list: how many signatures are new, and how many stood already. `stream` is None when none is."""

    new: int
    known: int
    stream: UUID | None


class _Before(NamedTuple):
    """What stands of a signer when a list comes in."""

    id: UUID
    state: str
    at: datetime


def record_many(listed: Sequence[ListedRow], *, how: How, by: UUID | None, at: datetime) -> Recorded:
    """Record signatures that were put elsewhere, as one list with one history, all or nothing.

    Who signed already, or said something later, is passed by. Raises RowsRefused with the place of each row that can't
    be taken and why, and Refused when `by` may record no list.
    """
    checks.expect_recorder(how, by, at)
    on_shelf = shelf(clock.local(at).date())
    return rows.together(lambda: _record(listed, on_shelf, how, by, at))


def _record(listed: Sequence[ListedRow], on_shelf: Shelf, how: How, by: UUID | None, at: datetime) -> Recorded:
    _expect_sound(listed, on_shelf, at)
    fresh, ended = _sorted_out(listed, on_shelf)
    if not fresh:
        return Recorded(0, len(listed), None)
    document = rows.current_document()
    found = [_row(one, on_shelf, document, how, by) for one in fresh]
    told = [Listed(how=how, lines=tuple(row.line() for row in part)) for part in rows.parts(found, LINES_AN_EVENT)]
    stream = ledger.begin_stream(BATCH, entries(told), by=by, at=at)
    for row in found:
        row.stream = stream
    for part in rows.parts(ended):
        Signature.objects.filter(id__in=part).update(ended_at=at)
    Signature.objects.bulk_create(found, rows.ROWS_A_STATEMENT)
    recall_answered({row.signer_id for row in found}, at)
    return Recorded(len(found), len(listed) - len(found), stream)


def _expect_sound(listed: Sequence[ListedRow], on_shelf: Shelf, now: datetime) -> None:
    """Raise RowsRefused with all that is wrong; what is asked is worked out once a day, not once a row."""
    asked: dict[date, frozenset[Asked]] = {}
    texts: set[tuple[str, str]] = set()
    problems: list[tuple[int, Refused]] = []
    for place, one in enumerate(listed):
        day = clock.local(one.at).date()
        if day not in asked:
            asked[day] = checks.all_asked(on_shelf.in_force, day)
        try:
            _expect_row(one, on_shelf, texts, now)
            if one.asked not in asked[day]:
                checks.expect_asked(one.asked, on_shelf.in_force, day)
        except Refused as refused:
            problems.append((place, refused))
    if problems:
        raise RowsRefused(tuple(problems))


def _expect_row(one: ListedRow, on_shelf: Shelf, sound: set[tuple[str, str]], now: datetime) -> None:
    if one.at > now:
        raise Refused(Why.LATER_THAN_NOW, f"`{one.at:%Y-%m-%d}` has not come yet: correct the date")
    if (one.edition, one.language) not in sound:
        checks.expect_text(on_shelf, one.edition, one.language)
        sound.add((one.edition, one.language))


def _sorted_out(listed: Sequence[ListedRow], on_shelf: Shelf) -> tuple[list[ListedRow], list[UUID]]:
    """The rows that say something new, each signer once, and the ids of what they put an end to."""
    standing = _standing({one.asked.on_behalf_of for one in listed}, on_shelf)
    fresh: dict[Asked, ListedRow] = {}
    for one in listed:
        before = standing.get(one.asked)
        if before is None or (before.state != State.SIGNED and before.at < one.at):
            fresh.setdefault(one.asked, one)
    return list(fresh.values()), [standing[asked].id for asked in fresh if asked in standing]


def _standing(people: set[UUID], on_shelf: Shelf) -> dict[Asked, _Before]:
    """What stands for these people; for many, all that stands is read."""
    found = Signature.objects.filter(edition__in=on_shelf.counting, ended_at=None)
    if len(people) <= rows.ROWS_A_STATEMENT:
        found = found.filter(on_behalf_of_id__in=people)
    rows_ = found.values_list("signer_id", "on_behalf_of_id", "audience", "id", "state", "at")
    return {
        Asked(signer, on_behalf_of, Audience(audience)): _Before(signature, state, at)
        for signer, on_behalf_of, audience, signature, state, at in rows_.iterator()
    }


def _row(one: ListedRow, on_shelf: Shelf, document: str, how: How, by: UUID | None) -> Signature:
    said = Said(one.edition, one.language, how, by, one.at)
    return rows.new_row(one.asked, on_shelf.editions[one.edition], document, said, State.SIGNED)
