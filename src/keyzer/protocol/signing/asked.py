"""Whose signature is asked of whom: the paper binds everybody tied to the school, on the days of that tie."""

from datetime import date

from msgspec import Struct

from keyzer.protocol.edition import Edition, SigningRule
from keyzer.protocol.rule import implements
from keyzer.protocol.vocabulary import Audience


class Bond(Struct, frozen=True, kw_only=True):
    """Somebody's tie to the school as one audience; `until` is the last day of it.

    `guardians` are those with authority; they matter for a pupil alone. `born` is None where it is not known.
    """

    person: str
    audience: Audience
    since: date
    until: date | None = None
    born: date | None = None
    guardians: tuple[str, ...] = ()

    def holds(self, on: date) -> bool:
        """Whether the person is tied to the school on this day."""
        return self.since <= on and (self.until is None or on <= self.until)


class AskedSignature(Struct, frozen=True, kw_only=True):
    """A signature that is asked: `signer` puts it for `on_behalf_of`, who is bound as `audience`."""

    signer: str
    on_behalf_of: str
    audience: Audience


@implements("reikwijdte-1")
def signatures_asked(edition: Edition, bond: Bond, on: date) -> tuple[AskedSignature, ...]:
    """The signatures that this tie asks on this day; none outside its dates.

    A pupil whose day of birth is not known is taken to be young: the guardians are asked too.
    """
    rule = edition.signing.get(bond.audience)
    if rule is None or not bond.holds(on):
        return ()
    signers = [bond.person] if rule.oneself else []
    if is_young(rule, bond.born, on):
        signers += bond.guardians
    return tuple(
        AskedSignature(signer=signer, on_behalf_of=bond.person, audience=bond.audience)
        for signer in dict.fromkeys(signers)
    )


def is_young(rule: SigningRule, born: date | None, on: date) -> bool:
    """Whether guardians sign too; the birthday itself no longer counts as young."""
    if rule.guardians_until is None:
        return False
    return born is None or on < _birthday(born, rule.guardians_until)


def _birthday(born: date, age: int) -> date:
    """The day on which somebody has this age; who was born on 29 February has it on 1 March of other years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)
