"""What one person signs: for oneself, and for each child."""

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from keyzer import protocol
from keyzer.acknowledgements.checks import Asked, from_protocol
from keyzer.acknowledgements.editions import Shelf, shelf
from keyzer.acknowledgements.models import Signature
from keyzer.acknowledgements.words import State
from keyzer.kit.prepared import prepared
from keyzer.people import queries as people


class AskedLine(NamedTuple):
    """A signature that is asked, and what its signer said last of an edition that counts; None while nothing.

    `name` is of whom it is for. `edition` is the one it was said of; `read_before` the newest that was ever signed,
    also when it counts no more: what changed since can be shown.
    """

    asked: Asked
    name: str
    state: State | None
    signature: UUID | None
    edition: str
    at: datetime | None
    read_before: str

    @property
    def is_owed(self) -> bool:
        """Whether nothing was said yet, or it was taken back; who refused is not asked again."""
        return self.state in {None, State.WITHDRAWN}


class _Row(NamedTuple):
    asked: Asked
    id: UUID
    state: State
    edition: str
    at: datetime


def asked_of(person: UUID, on: date, on_shelf: Shelf | None = None) -> list[AskedLine]:
    """Everything that this person is asked to sign on a day, signed or not: their own first, then each child."""
    held = on_shelf or shelf(on)
    bonds = people.bonds_around(person, on)
    found = [asked for bond in bonds for asked in protocol.signatures_asked(held.in_force, bond, on)]
    mine = dict.fromkeys(from_protocol(asked) for asked in found if asked.signer == str(person))
    said = _said(person)
    names = people.names(one.on_behalf_of for one in mine)
    lines = [_line(one, names[one.on_behalf_of], said, held) for one in mine]
    return sorted(lines, key=lambda line: (line.asked.on_behalf_of != person, line.name))


def _line(asked: Asked, name: str, said: list[_Row], on_shelf: Shelf) -> AskedLine:
    own = [row for row in said if row.asked == asked]
    read = next((row.edition for row in own if row.state is State.SIGNED), "")
    last = next((row for row in own if row.edition in on_shelf.counting), None)
    if last is None:
        return AskedLine(asked, name, None, None, "", None, read)
    return AskedLine(asked, name, last.state, last.id, last.edition, last.at, read)


def _said(person: UUID) -> list[_Row]:
    """What this signer said and still stands, newest first."""
    return [
        _Row(Asked(signer, child, protocol.Audience(audience)), signature, State(state), edition, at)
        for signer, child, audience, signature, state, edition, at in _standing(person)
    ]


@prepared
def _standing(signer: UUID) -> QuerySet[Signature, Any]:
    rows = Signature.objects.filter(signer_id=signer, ended_at=None).order_by("-at")
    return rows.values_list("signer_id", "on_behalf_of_id", "audience", "id", "state", "edition", "at")
