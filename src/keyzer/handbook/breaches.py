"""What happens when somebody does not keep to an article, read from the ladder that goes with whom it binds."""

from collections.abc import Iterable
from dataclasses import dataclass

from keyzer import protocol
from keyzer.protocol import Article, Audience, Edition

from .queries import ArticleLine, line_of


@dataclass(frozen=True)
class Breach:
    """What the school can do towards one audience; without `measures` the protocol names none."""

    audience: Audience
    label: str
    measures: list[str]
    power: ArticleLine | None


def breaches(edition: Edition, article: Article, audiences: Iterable[Audience], language: str) -> list[Breach]:
    """For each audience what may follow; nothing for an article that no conduct can break."""
    bound = [audience for audience in audiences if _can_break(edition, article, audience)]
    return [_breach(edition, audience, language) for audience in bound]


def _can_break(edition: Edition, article: Article, audience: Audience) -> bool:
    return any(article.id in kind.breaks and audience in kind.binds for kind in edition.conduct.values())


def _breach(edition: Edition, audience: Audience, language: str) -> Breach:
    power = next((one for one in edition.articles.values() if one.measures and audience in one.binds), None)
    return Breach(
        audience=audience,
        label=protocol.AUDIENCES[audience].read(language),
        measures=[edition.measures[name].label.read(language) for name in power.measures] if power else [],
        power=line_of(power, language) if power else None,
    )
