"""Which signatures a list on paper asks for: of a class, or of each household of its pupils."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.people import queries as people
from keyzer.people.queries import BondLine
from keyzer.protocol import Audience, Edition

from .checks import Asked, from_protocol


class Slip(NamedTuple):
    """What stands on one sheet; the list of a class is one slip, with number 0."""

    number: int
    lines: Sequence[Asked]


def on_class_list(school_class: UUID, edition: Edition, on: date) -> list[Slip]:
    """What the pupils of a class sign themselves."""
    asked = _asked(people.bonds_in_class(school_class, on), edition, on)
    own = [one for one in asked if one.audience is Audience.LEERLING and one.signer == one.on_behalf_of]
    return [Slip(0, own)] if own else []


def on_slips(school_class: UUID, edition: Edition, on: date) -> list[Slip]:
    """What the adults tied to the pupils sign, for the child and for themselves: a slip for each household.

    Who does not live with the child has a slip of their own, and reads nothing of the other household.
    """
    asked = _asked(people.bonds_in_class(school_class, on), edition, on)
    left = [one for one in asked if one.audience is Audience.OUDER or one.signer != one.on_behalf_of]
    found: list[Slip] = []
    for pupil in _pupils(people.bonds_in_class(school_class, on)):
        for household in _households(pupil, on):
            mine = [one for one in left if one.signer in household and one.on_behalf_of in {pupil, one.signer}]
            if mine:
                found.append(Slip(len(found) + 1, mine))
                left = [one for one in left if one not in mine]
    return found


def _asked(bonds: Iterable[BondLine], edition: Edition, on: date) -> list[Asked]:
    found = [from_protocol(one) for line in bonds for one in protocol.signatures_asked(edition, line.bond, on)]
    return list(dict.fromkeys(found))


def _pupils(bonds: Iterable[BondLine]) -> list[UUID]:
    return [UUID(line.bond.person) for line in bonds if line.bond.audience is Audience.LEERLING]


def _households(pupil: UUID, on: date) -> list[set[UUID]]:
    adults = people.guardians_of(pupil, on)
    at_home = {one.id for one in adults if one.lives_with}
    return [*([at_home] if at_home else []), *({one.id} for one in adults if not one.lives_with)]
