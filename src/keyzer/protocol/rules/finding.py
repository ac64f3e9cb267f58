"""What a rule says about a situation, and the words that rules share."""

from enum import IntEnum

from msgspec import Struct

from keyzer.protocol.rule import Rule
from keyzer.protocol.situation import Act, Content
from keyzer.protocol.vocabulary import Audience, Role, Text

from .facts import Facts


class Effect(IntEnum):
    """From mild to strict; the strictest finding decides."""

    PERMITS = 1
    WEIGHS = 2
    ASKS = 3
    REFUSES = 4


class Finding(Struct, frozen=True, kw_only=True):
    """One rule's word on a situation. `also` names articles that it leans on beside its own."""

    effect: Effect
    why: Text
    next_step: Text
    whom: Role | None = None
    also: tuple[str, ...] = ()


class Reading(Struct, frozen=True, kw_only=True):
    """What a rule comes to: its finding, or the fact that it lacks, which is to be asked first.

    `articles` are those it stands on. Without `rule` it is not even known which rules bind.
    """

    effect: Effect
    articles: tuple[str, ...]
    rule: Rule[[Facts], Finding | None] | None = None
    finding: Finding | None = None
    lacking: str | None = None


def permits(why: Text, next_step: Text) -> Finding:
    """The article allows it."""
    return Finding(effect=Effect.PERMITS, why=why, next_step=next_step)


def refuses(why: Text, next_step: Text) -> Finding:
    """The article forbids it."""
    return Finding(effect=Effect.REFUSES, why=why, next_step=next_step)


def asks(whom: Role, why: Text, next_step: Text) -> Finding:
    """The article lets it depend on a yes from `whom`."""
    return Finding(effect=Effect.ASKS, whom=whom, why=why, next_step=next_step)


def weighs(whom: Role, why: Text, next_step: Text, also: tuple[str, ...] = ()) -> Finding:
    """The article leaves it to the judgement of `whom`."""
    return Finding(effect=Effect.WEIGHS, whom=whom, why=why, next_step=next_step, also=also)


def contact_of(who: Audience | None) -> Role:
    """Whom a person turns to: the manager (personeel-1), or else the coordinator (leerlingen-8)."""
    works_here = {Audience.PERSONEEL, Audience.STAGIAIR, Audience.VRIJWILLIGER}
    return Role.TEAMLEIDER if who in works_here else Role.COORDINATOR


PASSING_ON = frozenset({Act.FORWARD, Act.REPOST})
PUBLISHING = PASSING_ON | {Act.POST, Act.MESSAGE}
LOOKING_UP = frozenset({Act.VISIT, Act.DOWNLOAD})
CAPTURING = frozenset({Act.PHOTOGRAPH, Act.RECORD})

INDECENT = frozenset(
    {
        Content.SEXUAL,
        Content.RACIST,
        Content.DISCRIMINATING,
        Content.INSULTING,
        Content.OFFENSIVE,
    }
)
ABOUT_A_PERSON = frozenset({Content.PICTURE_OF_PERSON, Content.PERSONAL_DATA, Content.MESSAGE_OF_ANOTHER})
KEPT_CLOSE = frozenset({Content.NOT_MEANT_TO_SPREAD, Content.CONFIDENTIAL, Content.CREDENTIALS})
HARMLESS = ABOUT_A_PERSON | {Content.ORDINARY, Content.SCHOOL_MATTER}
