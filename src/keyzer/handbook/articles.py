"""One article with all that hangs on it: why it is there, what it means for the reader, what may follow."""

from dataclasses import dataclass
from datetime import date

from keyzer import protocol
from keyzer.design.rows import Row
from keyzer.protocol import Article, Audience, Edition

from .asked import questions_about
from .breaches import Breach, breaches
from .laws import LawLine, laws_behind, offences_near
from .queries import ArticleLine, in_force, line_of


@dataclass(frozen=True)
class Meaning:
    """What an article means for one audience."""

    audience: Audience
    label: str
    text: str


@dataclass(frozen=True)
class ArticlePage:
    """What the page of an article shows. `mine` speaks to the reader, `others` to everybody else who is bound."""

    line: ArticleLine
    text: str
    why: str
    kind: str
    binds: list[str]
    mine: list[Meaning]
    others: list[Meaning]
    left_to_judgement: str
    parts: list[ArticleLine]
    conduct: list[str]
    measures: list[str]
    steps: list[str]
    questions: list[Row]
    breaches: list[Breach]
    offences: list[str]
    laws: list[LawLine]
    before: ArticleLine | None
    after: ArticleLine | None

    @property
    def formal(self) -> bool:
        """Whether the reader is addressed as a parent alone."""
        return [meaning.audience for meaning in self.mine] == [Audience.OUDER]


def article_page(article_id: str, readers: tuple[Audience, ...], language: str, on: date) -> ArticlePage | None:
    """The page of one article for somebody bound as `readers`; None when the edition has no such article."""
    edition = in_force()
    article = edition.articles.get(article_id)
    if article is None:
        return None
    mine = tuple(reader for reader in readers if reader in article.binds)
    lines = [line_of(each, language) for each in edition.articles.values()]
    place = next(place for place, line in enumerate(lines) if line.id == article_id)
    procedure = edition.procedures.get(article.procedure or "")
    return ArticlePage(
        line=lines[place],
        text=article.text.read(language),
        why=article.why.read(language) if article.why else "",
        kind=protocol.ARTICLE_KINDS[article.kind].read(language),
        binds=[protocol.AUDIENCES[audience].read(language) for audience in article.binds],
        mine=meanings(article, mine, language),
        others=meanings(article, tuple(one for one in article.binds if one not in mine), language),
        left_to_judgement=article.left_to_judgement.read(language) if article.left_to_judgement else "",
        parts=[line for line in lines if _is_part(line.id, article_id)],
        conduct=_conduct(edition, article, language),
        measures=[edition.measures[measure].label.read(language) for measure in article.measures],
        steps=[step.label.read(language) for step in procedure.steps] if procedure else [],
        questions=questions_about(edition, article, mine or article.binds, language, on),
        breaches=breaches(edition, article, mine or article.binds, language),
        offences=offences_near(edition, article, language),
        laws=laws_behind(edition, article, language),
        before=lines[place - 1] if place else None,
        after=lines[place + 1] if place + 1 < len(lines) else None,
    )


def meanings(article: Article, audiences: tuple[Audience, ...], language: str) -> list[Meaning]:
    """What an article means for each of these audiences, for as far as the edition says so."""
    told = article.means.told()
    return [
        Meaning(audience, protocol.AUDIENCES[audience].read(language), told[audience].read(language))
        for audience in audiences
        if audience in told
    ]


def _conduct(edition: Edition, article: Article, language: str) -> list[str]:
    return [kind.label.read(language) for kind in edition.conduct.values() if article.id in kind.breaks]


def _is_part(article_id: str, whole: str) -> bool:
    """`reikwijdte-4a` is part of `reikwijdte-4`."""
    return article_id.startswith(whole) and article_id[len(whole) :].isalpha()
