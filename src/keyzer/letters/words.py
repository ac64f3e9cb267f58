"""What the protocol composed, in the words of a letter's language: names for ids, days as people write them."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.dateformat import format as formatted
from django.utils.translation import override

from keyzer import protocol
from keyzer.kit import clock
from keyzer.people.queries import Correspondent
from keyzer.printing.characters import printable

PERSON = re.compile(r"\{person:([0-9a-f-]{36})\}")
SOMEBODY = protocol.Text(nl="iemand", en="somebody")
AT = protocol.Text(nl="{day} om {time} uur", en="{day} at {time}")


class Words:
    """One language, one reader (None for an authority), and the persons that the letter names."""

    def __init__(
        self, language: str, known: Mapping[UUID, Correspondent], *, reader: UUID | None, subject: UUID
    ) -> None:
        self.language = language
        self.known = known
        self.reader = reader
        self.subject = subject

    def value(self, value: Any, name: str = "") -> Any:  # noqa: ANN401 -- what JSON can hold
        """The value in words. What is not known (None, False, an empty text or list) is None, and left out above."""
        if isinstance(value, dict):
            said = {key: self.value(one, key) for key, one in value.items()}
            return {key: one for key, one in said.items() if one is not None} or None
        if isinstance(value, list | tuple):
            return [one for one in (self.value(each, name) for each in value) if one is not None] or None
        return self._single(value, name)

    def _single(self, value: Any, name: str) -> Any:  # noqa: ANN401 -- what JSON can hold
        match value:
            case protocol.Text():
                said: Any = self.text(value.read(self.language))
            case str() if name == "person" and (found := PERSON.fullmatch(value)):
                said = self.person(UUID(found[1]))
            case str():
                said = self.text(value)
            case date():
                said = self.moment(value)
            case bool():
                said = value or None
            case _:
                said = value
        return said

    def text(self, text: str) -> str | None:
        """Running text, with a name for each person in it."""
        return printable(PERSON.sub(lambda found: self.name(UUID(found[1])), text)).strip() or None

    def person(self, person: UUID) -> dict[str, str]:
        """Somebody whom a part is about, and who that is for the reader."""
        known = self.known.get(person)
        is_who = "reader" if person == self.reader else "subject" if person == self.subject else "other"
        first = printable(known.given_name) if known else self.name(person)
        return {"name": self.name(person), "first_name": first, "is": is_who}

    def name(self, person: UUID) -> str:
        """A person's full name."""
        known = self.known.get(person)
        return printable(known.name) if known else SOMEBODY.read(self.language)

    def moment(self, moment: date) -> str:
        """`dinsdag 24 november 2026 om 9:00 uur`; a day alone has no time."""
        if not isinstance(moment, datetime):
            return self.day(moment, weekday=True)
        local = clock.local(moment)
        day = self.day(local.date(), weekday=True)
        return AT.read(self.language).format(day=day, time=f"{local.hour}:{local:%M}")

    def day(self, day: date, *, weekday: bool = False) -> str:
        """`24 november 2026`, or with its weekday."""
        with override(self.language):
            return formatted(day, "l j F Y" if weekday else "j F Y")


def persons_in(value: Any) -> set[UUID]:  # noqa: ANN401 -- what JSON can hold
    """Everybody whom a composed value names."""
    match value:
        case protocol.Text():
            return persons_in(value.nl)
        case str():
            return {UUID(found) for found in PERSON.findall(value)}
        case dict():
            return persons_in(list(value.values()))
        case list() | tuple():
            return {person for one in value for person in persons_in(one)}
    return set()
