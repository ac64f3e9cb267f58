"""What an event says in the timeline: one sentence in two languages, with `{person:<id>}` where a name goes."""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_type_hints

from msgspec.structs import asdict

from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.letters.slots import addressed
from keyzer.protocol.case.values import CODE, PERSON, WORDS
from keyzer.protocol.edition import Edition
from keyzer.protocol.terms import LOCAL
from keyzer.protocol.vocabulary import Text

IN_TIME, TOO_LATE = Text(nl="", en=""), Text(nl=", na de termijn", en=", after the term")
LABELS: dict[str, Callable[[Edition, Any], Text]] = {
    "measure": lambda edition, value: edition.measures[value].label,
    "letter_kind": lambda edition, value: edition.letters[value].label,
    "late": lambda _edition, value: TOO_LATE if value else IN_TIME,
    "addressee": lambda _edition, value: addressed(value),
}
MONTHS = tuple(
    Text(nl=nl, en=en)
    for nl, en in (
        ("januari", "January"),
        ("februari", "February"),
        ("maart", "March"),
        ("april", "April"),
        ("mei", "May"),
        ("juni", "June"),
        ("juli", "July"),
        ("augustus", "August"),
        ("september", "September"),
        ("oktober", "October"),
        ("november", "November"),
        ("december", "December"),
    )
)


def summarise(edition: Edition, event: Event) -> Text:
    """The sentence of an event; measures and conduct are named as the edition names them, persons stand by id."""
    spoken = {name: _spoken(edition, event, name, value) for name, value in asdict(event).items()}
    return Text(
        nl=event.line.nl.format(**{name: text.nl for name, text in spoken.items()}),
        en=event.line.en.format(**{name: text.en for name, text in spoken.items()}),
    )


def narrative(event: Event) -> str:
    """What people wrote in an event that its sentence does not say, in paragraphs."""
    unread = {*_fields(type(event), PERSON), *_fields(type(event), CODE)}
    written = (
        getattr(event, name)
        for name in event.__struct_fields__
        if name not in unread and f"{{{name}}}" not in event.line.nl
    )
    return "\n\n".join(value for value in written if type(value) is str and value)


def people(event: Event) -> tuple[str, ...]:
    """The persons that an event names, whoever recorded it left out."""
    named = (getattr(event, name) for name in _fields(type(event), PERSON) if name != "by")
    return tuple(dict.fromkeys(named))


@cache
def _fields(kind: type[Event], mark: str) -> tuple[str, ...]:
    """The fields of an event that bear this mark."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(name for name, hint in hints.items() if mark in get_args(hint))


def _spoken(edition: Edition, event: Event, name: str, value: Any) -> Text:  # noqa: ANN401 -- any field of an event
    if name in _fields(type(event), PERSON):
        return Text(nl=f"{{person:{value}}}", en=f"{{person:{value}}}")
    if name in LABELS:
        return LABELS[name](edition, value)
    if isinstance(value, StrEnum):
        return WORDS.get(value) or Text(nl=value.value, en=value.value)
    if name == "conduct" and isinstance(value, tuple):
        labels = [edition.conduct[kind].label for kind in value]
        return Text(nl="; ".join(one.nl for one in labels), en="; ".join(one.en for one in labels))
    return _plain(value)


def _plain(value: Any) -> Text:  # noqa: ANN401 -- any field of an event
    if isinstance(value, datetime):
        local = value.astimezone(LOCAL)
        day = _day(local.date())
        return Text(nl=f"{day.nl} om {local:%H:%M}", en=f"{day.en} at {local:%H:%M}")
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, bool):
        return Text(nl="ja", en="yes") if value else Text(nl="nee", en="no")
    return Text(nl=str(value), en=str(value))


def _day(day: date) -> Text:
    """A day as people say it; the year stands with it, because a file is read years later."""
    month = MONTHS[day.month - 1]
    return Text(nl=f"{day.day} {month.nl} {day.year}", en=f"{day.day} {month.en} {day.year}")
