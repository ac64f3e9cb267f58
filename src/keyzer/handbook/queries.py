"""What the pages say, read from the edition in force and worded in one language."""

from dataclasses import dataclass
from itertools import groupby

from keyzer import protocol


@dataclass(frozen=True)
class ArticleLine:
    """An article in the table of contents."""

    id: str
    chapter: str
    number: str
    title: str


@dataclass(frozen=True)
class ArticlePage:
    """One article, with all that hangs on it."""

    line: ArticleLine
    text: str
    kind: str
    binds: list[str]
    left_to_judgement: str
    parts: list[ArticleLine]
    conduct: list[str]
    measures: list[str]
    steps: list[str]
    before: ArticleLine | None
    after: ArticleLine | None


def chapters(language: str) -> list[tuple[str, list[ArticleLine]]]:
    """All articles of the edition in force, by chapter, in the order of the paper."""
    lines = [_line(article, language) for article in protocol.current().articles.values()]
    return [(chapter, list(group)) for chapter, group in groupby(lines, key=lambda line: line.chapter)]


def article_page(article_id: str, language: str) -> ArticlePage | None:
    """The page of one article; None when the edition has no such article."""
    edition = protocol.current()
    if article_id not in edition.articles:
        return None
    article = edition.article(article_id)
    lines = [_line(each, language) for each in edition.articles.values()]
    place = next(place for place, line in enumerate(lines) if line.id == article_id)
    procedure = edition.procedures.get(article.procedure or "")
    return ArticlePage(
        line=lines[place],
        text=article.text.read(language),
        kind=protocol.ARTICLE_KINDS[article.kind].read(language),
        binds=[protocol.AUDIENCES[audience].read(language) for audience in article.binds],
        left_to_judgement=article.left_to_judgement.read(language) if article.left_to_judgement else "",
        parts=[line for line in lines if _is_part(line.id, article_id)],
        conduct=[kind.label.read(language) for kind in edition.conduct.values() if article_id in kind.breaks],
        measures=[edition.measures[measure].label.read(language) for measure in article.measures],
        steps=[step.label.read(language) for step in procedure.steps] if procedure else [],
        before=lines[place - 1] if place else None,
        after=lines[place + 1] if place + 1 < len(lines) else None,
    )


def _line(article: protocol.Article, language: str) -> ArticleLine:
    return ArticleLine(article.id, article.chapter, article.number, article.title.read(language))


def _is_part(article_id: str, whole: str) -> bool:
    """`reikwijdte-4a` is part of `reikwijdte-4`."""
    return article_id.startswith(whole) and article_id[len(whole) :].isalpha()


@dataclass(frozen=True)
class ConductLine:
    """One kind of conduct, with the articles it breaks."""

    label: str
    breaks: tuple[str, ...]


def conduct_lines(language: str) -> list[ConductLine]:
    """The catalogue of conduct, as a pupil can read it."""
    return [ConductLine(kind.label.read(language), kind.breaks) for kind in protocol.current().conduct.values()]


@dataclass(frozen=True)
class MeasureLine:
    """One rung of a ladder: what it is, who decides, on which article it rests."""

    label: str
    explain: str
    decided_by: str
    grounds: tuple[str, ...]


def ladder(lane: protocol.Lane, language: str) -> list[MeasureLine]:
    """The measures of a lane, lightest first."""
    return [
        MeasureLine(
            measure.label.read(language),
            measure.explain.read(language),
            ", ".join(protocol.ROLES[role].read(language) for role in measure.decided_by),
            measure.grounds,
        )
        for measure in protocol.current().ladder(lane)
    ]
