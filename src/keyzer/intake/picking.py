"""Choosing persons with their parts in a form that works without a script: what was picked travels with the form."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.safestring import SafeString

from keyzer import protocol
from keyzer.people import queries as people

from . import choices

FOUND_AT_MOST = 12
PARTS = tuple(protocol.Part)


class Picked(NamedTuple):
    """Somebody who was picked, with the part chosen so far."""

    person: people.PersonBrief
    part: protocol.Part

    def control(self) -> SafeString:
        """The list from which the part is chosen."""
        attributes = {"class": "input", "aria-label": self.person.name}
        return forms.Select(attributes, choices.parts()).render("part", self.part.value)


class Picking(NamedTuple):
    """What was picked, what the search found, and whether the form was sent to pick rather than to save."""

    picked: list[Picked]
    found: list[people.PersonBrief]
    search: str
    goes_on: bool

    def persons(self) -> list[tuple[UUID, protocol.Part]]:
        """The picks as an incident wants them."""
        return [(each.person.id, each.part) for each in self.picked]


def start(persons: Sequence[tuple[UUID, protocol.Part]]) -> Picking:
    """A picking that begins with `persons`."""
    return Picking(_named(persons), [], "", goes_on=False)


def carry_on(data: QueryDict, viewer: protocol.Viewer) -> Picking:
    """What the form says, after its button: `add:<person>`, `remove:<place>`, or a search that was not done yet."""
    verb, _colon, value = data.get("go", "").partition(":")
    search = data.get("search", "").strip()
    pairs = [(person, part) for person, part in zip(data.getlist("person"), data.getlist("part"), strict=False)]
    if verb == "add":
        pairs.append((value, protocol.Part.ONDERWERP))
    if verb == "remove" and (at := place(value, len(pairs))) is not None:
        pairs.pop(at)
    searches = bool(search) and (verb in {"search", "remove"} or search != data.get("searched", ""))
    found = people.search(viewer, search, FOUND_AT_MOST) if searches and verb != "add" else []
    parsed = [(known, protocol.Part(part)) for person, part in pairs if (known := _uuid(person)) and part in PARTS]
    return Picking(
        _named(parsed), found, "" if verb == "add" else search, goes_on=verb in {"add", "remove"} or searches
    )


def place(text: str, count: int) -> int | None:
    """The place among `count` that a form names; None for anything else that was sent."""
    return next((at for at in range(count) if str(at) == text), None)


def _named(persons: Sequence[tuple[UUID, protocol.Part]]) -> list[Picked]:
    briefs = people.brief([person for person, _part in persons])
    return [Picked(briefs[person], part) for person, part in dict.fromkeys(persons) if person in briefs]


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
