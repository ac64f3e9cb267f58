"""What the pages say, read from the edition in force and worded in one language."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from keyzer import protocol
from keyzer.kit import clock

from .audiences import PAGES
from .models import AskedQuestion


@dataclass(frozen=True)
class ArticleLine:
    """An article in the table of contents."""

    id: str
    chapter: str
    number: str
    title: str


@dataclass(frozen=True)
class SheetLink:
    """The page of an audience: the last word of its address, and whom it is for."""

    word: str
    label: str


def in_force() -> protocol.Edition:
    """The edition that holds today: the one that is read is the one that is signed."""
    return protocol.in_force(clock.today())


def chapters(language: str) -> list[tuple[str, list[ArticleLine]]]:
    """All articles of the edition in force, by chapter, in the order of the paper."""
    lines = [line_of(article, language) for article in in_force().articles.values()]
    return [(chapter, list(group)) for chapter, group in groupby(lines, key=lambda line: line.chapter)]


def line_of(article: protocol.Article, language: str) -> ArticleLine:
    """An article as a list shows it."""
    return ArticleLine(article.id, article.chapter, article.number, article.title.read(language))


def sheets(readers: tuple[protocol.Audience, ...], language: str) -> tuple[list[SheetLink], list[SheetLink]]:
    """The pages that hold all that binds an audience: first those of the reader, then those of everybody else."""
    links = {audience: SheetLink(word, protocol.AUDIENCES[audience].read(language)) for word, audience in PAGES.items()}
    mine = [links[audience] for audience in readers]
    return mine, [link for audience, link in links.items() if audience not in readers]


@dataclass(frozen=True)
class ConductLine:
    """One kind of conduct, with the articles it breaks."""

    label: str
    breaks: tuple[str, ...]


def conduct_lines(language: str) -> list[ConductLine]:
    """The catalogue of conduct, as a pupil can read it."""
    return [ConductLine(kind.label.read(language), kind.breaks) for kind in in_force().conduct.values()]


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
        for measure in in_force().ladder(lane)
    ]


@dataclass(frozen=True)
class Asked:
    """A question that somebody asked, with its answer; `language` is the one that both are in."""

    id: UUID
    question: str
    answer: str
    language: str
    published_at: datetime


def asked_about(article: str, language: str) -> list[Asked]:
    """What people asked about an article, newest first; in Dutch where there is no English."""
    return [_asked(row, language) for row in AskedQuestion.objects.filter(article=article).order_by("-id")]


def article_of_question(question: UUID) -> str | None:
    """The article under which a question is shown; None when it is not shown."""
    return AskedQuestion.objects.filter(id=question).values_list("article", flat=True).first()


def article_choices(language: str) -> list[tuple[str, str]]:
    """Every article of the edition in force, to choose from."""
    lines = [line_of(article, language) for article in in_force().articles.values()]
    return [(line.id, f"{line.chapter.capitalize()} {line.number} · {line.title}") for line in lines]


def _asked(row: AskedQuestion, language: str) -> Asked:
    if language == "en" and row.question_en:
        return Asked(row.id, row.question_en, row.answer_en, "en", row.published_at)
    return Asked(row.id, row.question_nl, row.answer_nl, "nl", row.published_at)
