"""What happens when somebody does not keep to an article, read from the ladder that goes with whom it binds."""

from collections.abc import Iterable
from dataclasses import dataclass

from keyzer import protocol
from keyzer.protocol import Article, Audience, Edition

from .queries import ArticleLine, line_of


@dataclass(frozen=True)
class Breach:
    """What the school can do towards those who are bound; without `power` the protocol names no measure for them."""

    label: str
    measures: list[str]
    power: ArticleLine | None


def breaches(edition: Edition, article: Article, audiences: Iterable[Audience], language: str) -> list[Breach]:
    """What may follow, once for all audiences to whom the same holds.

    Nothing for an article that no conduct can break, nor for one that tells of the measures itself.
    """
    bound = [audience for audience in audiences if _can_break(edition, article, audience)]
    groups: dict[str, list[Audience]] = {}
    for audience in bound:
        groups.setdefault(_power(edition, audience), []).append(audience)
    return [] if article.measures else [_breach(edition, *group, language) for group in groups.items()]


def _can_break(edition: Edition, article: Article, audience: Audience) -> bool:
    return any(article.id in kind.breaks and audience in kind.binds for kind in edition.conduct.values())


def _power(edition: Edition, audience: Audience) -> str:
    """The article that names measures for an audience; empty when none does."""
    return next((one.id for one in edition.articles.values() if one.measures and audience in one.binds), "")


def _breach(edition: Edition, power: str, audiences: list[Audience], language: str) -> Breach:
    label = ", ".join(protocol.AUDIENCES[audience].read(language) for audience in audiences)
    if not power:
        return Breach(label, [], None)
    article = edition.article(power)
    measures = [edition.measures[name].label.read(language) for name in article.measures]
    return Breach(label, measures, line_of(article, language))
