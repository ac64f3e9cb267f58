"""Why something is barred: reasons with their grounds, and who may or what is missing."""

from collections.abc import Iterable

from msgspec import Struct

from keyzer.protocol.names import ROLES
from keyzer.protocol.vocabulary import Gate, Role, Text


class Reason(Struct, frozen=True, kw_only=True):
    """One reason. `gate` names what must be done first, `who` the roles that may do it, `command` what settles it."""

    text: Text
    grounds: tuple[str, ...] = ()
    gate: Gate | None = None
    who: frozenset[Role] = frozenset()
    command: str | None = None


class Refusal(Struct, frozen=True):
    """The answer to a command that is not accepted: every reason, not only the first."""

    reasons: tuple[Reason, ...]


def reason(nl: str, en: str, *grounds: str, gate: Gate | None = None, who: Iterable[Role] = ()) -> Reason:
    """A reason in both languages."""
    return Reason(text=Text(nl=nl, en=en), grounds=grounds, gate=gate, who=frozenset(who))


def name_roles(roles: Iterable[Role]) -> Text:
    """`leidinggevende, directeur of bestuur`, in the order of the vocabulary."""
    named = set(roles)
    ordered = [ROLES[role] for role in Role if role in named]
    return Text(nl=_one_of([text.nl for text in ordered], "of"), en=_one_of([text.en for text in ordered], "or"))


def _one_of(names: list[str], last: str) -> str:
    """`a, b of c`."""
    head = ", ".join(names[:-1])
    return f"{head} {last} {names[-1]}" if head else "".join(names)
