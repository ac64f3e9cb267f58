"""Whether a signature can be taken: is it asked, of this text, in this language, by this hand."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.protocol import AskedSignature, Audience, Bond, Edition

from .editions import Shelf
from .words import OWN_HAND, How, Refused, Why


class Asked(NamedTuple):
    """A signature that is asked: who puts it for whom, and as what that person is bound."""

    signer: UUID
    on_behalf_of: UUID
    audience: Audience


class Said(NamedTuple):
    """How something was said: under which edition, in which language, by which way, recorded by whom and when."""

    edition: str
    language: str
    how: How
    by: UUID | None
    at: datetime


def from_protocol(asked: AskedSignature) -> Asked:
    """The protocol's answer with our ids."""
    return Asked(UUID(asked.signer), UUID(asked.on_behalf_of), asked.audience)


def expect_text(shelf: Shelf, edition: str, language: str) -> Edition:
    """The edition that was signed. Raises Refused when it does not count, or can't be read in that language."""
    if edition not in shelf.counting:
        message = f"edition `{edition}` does not count for `{shelf.in_force.id}`: sign the text that holds now"
        raise Refused(Why.OTHER_EDITION, message)
    signed = shelf.editions.get(edition, shelf.in_force)
    known = protocol.languages(signed)
    if language not in known:
        message = f"edition `{edition}` has no text in `{language}`: choose one of {', '.join(known)}"
        raise Refused(Why.NO_TEXT, message)
    return signed


def expect_recorder(how: How, by: UUID | None, at: datetime) -> None:
    """Raise Refused when this person can't record what others signed. An import may come from the command line."""
    if how in OWN_HAND:
        raise Refused(Why.NOT_YOURS, f"by `{how}` everybody signs alone: record a list as paper or import")
    if (how is How.PAPER or by is not None) and not _is_at_work(by, at):
        raise Refused(Why.NOT_YOURS, f"`{by}` has no task at the school: let a mentor record what is on paper")


def expect_hand(signer: UUID, said: Said) -> None:
    """Raise Refused when this person can't record it in this way."""
    if said.how in OWN_HAND and said.by != signer:
        message = f"by `{said.how}` only `{signer}` signs with this name: record it from paper instead"
        raise Refused(Why.NOT_YOURS, message)
    if said.how not in OWN_HAND:
        expect_recorder(said.how, said.by, said.at)


def expect_asked(one: Asked, edition: Edition, on: date) -> None:
    """Raise Refused, with the reason, when this signature is not asked on that day (reikwijdte-1)."""
    bonds = [bond for bond in people.bonds_of(one.on_behalf_of, on) if bond.audience is one.audience]
    if any(one == from_protocol(asked) for bond in bonds for asked in protocol.signatures_asked(edition, bond, on)):
        return
    raise _not_asked(one, [bond for bond in bonds if bond.holds(on)], bonds, on)


def all_asked(edition: Edition, on: date) -> frozenset[Asked]:
    """Every signature that the edition asks on a day."""
    return frozenset(
        from_protocol(asked)
        for line in people.bonds_on(on)
        for asked in protocol.signatures_asked(edition, line.bond, on)
    )


def _not_asked(one: Asked, now: list[Bond], ever: list[Bond], on: date) -> Refused:
    if not ever:
        return Refused(Why.NOT_TIED, f"`{one.on_behalf_of}` was never tied to the school as `{one.audience}`")
    if not now and any(bond.since > on for bond in ever):
        return Refused(Why.NOT_YET, f"`{one.on_behalf_of}` is not `{one.audience}` before {min(b.since for b in ever)}")
    if not now:
        return Refused(Why.LEFT, f"`{one.on_behalf_of}` is no longer `{one.audience}` on {on}")
    if one.signer != one.on_behalf_of and not any(str(one.signer) in bond.guardians for bond in now):
        return Refused(Why.NO_AUTHORITY, f"`{one.signer}` has no authority over `{one.on_behalf_of}` on {on}")
    return Refused(Why.NOT_ASKED, f"the edition does not ask `{one.signer}` to sign for `{one.on_behalf_of}` on {on}")


def _is_at_work(person: UUID | None, at: datetime) -> bool:
    return person is not None and people.viewer_of(person, clock.local(at).date()).holds(*people.AT_WORK)
