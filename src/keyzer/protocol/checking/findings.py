"""From what a reader of drafts noticed to what somebody is told about it."""

from enum import StrEnum

from msgspec import Struct

from keyzer.protocol.edition import Edition
from keyzer.protocol.vocabulary import Audience, Text


class Sure(StrEnum):
    """How sure a finding is. Neither is a verdict: the writer decides."""

    ZEKER = "zeker"
    MISSCHIEN = "misschien"


class CheckFinding(Struct, frozen=True, kw_only=True):
    """What is told about a place in a draft; `articles` are those that bind the writer, at least one."""

    kind: str
    label: Text
    why: Text
    better: Text
    sure: Sure
    articles: tuple[str, ...]


def check_finding(edition: Edition, kind: str, sure: Sure, audience: Audience) -> CheckFinding | None:
    """What the edition says of this kind to this audience; None when it is not pointed out to them."""
    check = edition.checks.get(kind)
    if check is None or (check.only_for and audience not in check.only_for):
        return None
    return CheckFinding(
        kind=kind,
        label=check.label,
        why=check.why,
        better=check.better,
        sure=sure,
        articles=tuple(name for name in check.grounds if audience in edition.articles[name].binds),
    )
