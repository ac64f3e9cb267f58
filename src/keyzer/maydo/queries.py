"""What a request tells: the facts in its address, entries of registers, and of whoever signed in the audience."""

from collections.abc import Collection
from typing import NamedTuple

import msgspec
from django.http import HttpRequest

from keyzer import protocol
from keyzer.people.requests import recognise
from keyzer.protocol import Audience, Role, Situation

NEXT = "next"
"""Not a fact: names the question that a form was sent for, so that an empty answer is noticed."""
ACCOUNT, PICTURE, ANSWER = "kanaal", "beeld", "antwoord"
REGISTERS = (ACCOUNT, PICTURE, ANSWER)
"""Not facts either: each points at an entry of a register, which is read anew and for the viewer alone."""

AUDIENCES = {
    Role.LEERLING: Audience.LEERLING,
    Role.OUDER: Audience.OUDER,
    Role.VRIJWILLIGER: Audience.VRIJWILLIGER,
    Role.STAGIAIR: Audience.STAGIAIR,
    Role.ANDER: Audience.ANDER,
}


class Asked(NamedTuple):
    """What was told so far. `given` are the names in the address in order, `entries` point into registers."""

    situation: Situation
    given: tuple[str, ...]
    entries: dict[str, str]

    def words(self) -> dict[str, list[str]]:
        """The same as an address carries it."""
        return protocol.as_words(self.situation) | {name: [value] for name, value in self.entries.items()}

    def without(self, name: str) -> "Asked":
        """Without a fact or an entry."""
        if name in REGISTERS:
            return self._replace(entries={each: value for each, value in self.entries.items() if each != name})
        return self._replace(situation=msgspec.structs.replace(self.situation, **{name: None}))


def asked_of(request: HttpRequest, apart: Collection[str] = ()) -> Asked:
    """The question in the address, whose names in `apart` are a form's own.

    Raises SituationError for a fact or value that does not exist.
    """
    entries = {name: request.GET[name] for name in REGISTERS if name in request.GET}
    words = {fact: values for fact, values in request.GET.lists() if fact not in {NEXT, *REGISTERS, *apart}}
    situation = protocol.parse_situation(words)
    if situation.who is None:
        situation = msgspec.structs.replace(situation, who=audience_of(request))
    return Asked(situation, tuple(request.GET), entries)


def audience_of(request: HttpRequest) -> Audience | None:
    """Of whoever has signed in: staff before all else, for staff are bound most; None for a visitor."""
    known = recognise(request)
    if known is None or not known.viewer.roles:
        return None
    audiences = [AUDIENCES.get(held.role, Audience.PERSONEEL) for held in known.viewer.roles]
    return Audience.PERSONEEL if Audience.PERSONEEL in audiences else audiences[0]
