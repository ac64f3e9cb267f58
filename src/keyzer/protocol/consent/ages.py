"""Who decides about pictures of somebody at which age, as the law has it, and how sure that is."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from keyzer.protocol.edition import Source
from keyzer.protocol.vocabulary import Sureness


class Voice(StrEnum):
    """Whose word it is: the person in the picture, or a guardian with authority."""

    SELF = "self"
    GUARDIAN = "guardian"


class AgeRule(Struct, frozen=True, kw_only=True):
    """From this age on each of `gives` must say yes, and any of `withdraws` can end it.

    `no_of_self_holds`: what the person has ended is not begun again by others.
    """

    since: int
    gives: Voice
    withdraws: frozenset[Voice]
    no_of_self_holds: bool = False
    source: Source


_LAW, _LITERAL = "UAVG, artikel 5", "UAVG, artikel 5, derde lid, onder a"
_BOTH = frozenset(Voice)
AGE_RULES = (
    AgeRule(
        since=0,
        gives=Voice.GUARDIAN,
        withdraws=frozenset({Voice.GUARDIAN}),
        source=Source(cite=_LAW, sureness=Sureness.HIGH),
    ),
    AgeRule(
        since=12,
        gives=Voice.GUARDIAN,
        withdraws=_BOTH,
        no_of_self_holds=True,
        source=Source(cite=_LAW, sureness=Sureness.HIGH),
    ),
    AgeRule(since=16, gives=Voice.SELF, withdraws=_BOTH, source=Source(cite=_LITERAL, sureness=Sureness.MEDIUM)),
    AgeRule(
        since=18,
        gives=Voice.SELF,
        withdraws=frozenset({Voice.SELF}),
        source=Source(cite=_LAW, sureness=Sureness.HIGH),
    ),
)
"""As from 1 September 2026. That at 16 and 17 a guardian can still withdraw is the letter of the law, and unsettled."""


def age_on(born: date | None, on: date) -> int | None:
    """Whole years on that day; None when the date of birth is unknown."""
    if born is None:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def rule_at(age: int) -> AgeRule:
    """The rule of an age."""
    return next(rule for rule in reversed(AGE_RULES) if rule.since <= age)
