"""Whether a signature under an older edition still counts: a minor change asks none anew, a major one asks all."""

from collections.abc import Mapping

from keyzer.protocol.edition import Edition
from keyzer.protocol.vocabulary import Change


def counts_for(signed: str, edition: Edition, shelf: Mapping[str, Edition]) -> bool:
    """Whether what was signed under the edition `signed` counts for `edition`.

    `shelf` holds the editions by id; a chain that leads to one that is not there counts for nothing.
    """
    return signed in still_counting(edition, shelf)


def still_counting(edition: Edition, shelf: Mapping[str, Edition]) -> tuple[str, ...]:
    """The ids of all editions whose signatures count for `edition`, itself first."""
    found = [edition.id]
    before = _before(edition, shelf)
    while before is not None and before.id not in found:
        found.append(before.id)
        before = _before(before, shelf)
    return tuple(found)


def _before(edition: Edition, shelf: Mapping[str, Edition]) -> Edition | None:
    """The edition that this one differs from in small things only."""
    return shelf.get(edition.replaces or "") if edition.change is Change.MINOR else None
