"""What changed since an edition: since the one that the reader signed, or another one that is chosen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from keyzer import protocol
from keyzer.acknowledgements.editions import shelf
from keyzer.acknowledgements.queries import asked_of
from keyzer.protocol import Edition, Piece

from .queries import ArticleLine, line_of


@dataclass(frozen=True)
class Change:
    """One article that came, went or reads otherwise; one that went has no page any more."""

    line: ArticleLine
    kind: str
    pieces: tuple[Piece, ...]
    has_page: bool


@dataclass(frozen=True)
class Changes:
    """What differs between `old` and the edition in force; `old` is None when there is nothing to compare with."""

    new: Edition
    old: Edition | None
    older: list[Edition]
    signed: bool
    articles: list[Change]


class UnknownEdition(LookupError):
    """An edition that this school does not have."""


def signed_by(person: UUID, on: date) -> str:
    """The edition that somebody signed last for anybody, also when that counts no more; empty for none."""
    read = {line.read_before for line in asked_of(person, on)}
    known = [edition for edition in _by_date(shelf(on).editions.values()) if edition.id in read]
    return known[0].id if known else ""


def changes(since: str, signed: str, language: str, on: date) -> Changes:
    """Compare with the edition `since`; without it with the one that was signed, or else the one before.

    Raises UnknownEdition.
    """
    new, known = shelf(on)
    if since and since not in known:
        raise UnknownEdition(since)
    older = [edition for edition in _by_date(known.values()) if edition.in_force_from < new.in_force_from]
    before = (new.replaces or "", *(edition.id for edition in older))
    chosen = next((known[name] for name in (since, signed, *before) if name in known), None)
    articles = _articles(chosen, new, language) if chosen else []
    return Changes(new, chosen, older, chosen is not None and chosen.id == signed, articles)


def _by_date(editions: Iterable[Edition]) -> list[Edition]:
    """The newest first."""
    return sorted(editions, key=lambda edition: (edition.in_force_from, edition.id), reverse=True)


def _articles(old: Edition, new: Edition, language: str) -> list[Change]:
    return [_change(change, old, new, language) for change in protocol.differences(old, new, language)]


def _change(change: protocol.ArticleChange, old: Edition, new: Edition, language: str) -> Change:
    stays = change.article in new.articles
    article = (new if stays else old).article(change.article)
    return Change(line_of(article, language), change.kind, change.pieces, stays)
