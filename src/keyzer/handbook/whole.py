"""All that binds one audience on one sheet, to read through or to print."""

from dataclasses import dataclass
from itertools import groupby

from keyzer import protocol
from keyzer.protocol import Audience

from .queries import ArticleLine, in_force, line_of


@dataclass(frozen=True)
class SheetLine:
    """An article on the sheet, with what it means for whoever the sheet is for."""

    line: ArticleLine
    text: str
    means: str


@dataclass(frozen=True)
class Sheet:
    """The articles that bind an audience, by chapter, and the edition that they stand in."""

    audience: Audience
    label: str
    edition: protocol.Edition
    chapters: list[tuple[str, list[SheetLine]]]


def sheet_for(audience: Audience, language: str) -> Sheet:
    """The sheet of an audience, under the edition in force."""
    edition = in_force()
    lines = [_line(article, audience, language) for article in edition.articles.values() if audience in article.binds]
    chapters = [(chapter, list(group)) for chapter, group in groupby(lines, key=lambda each: each.line.chapter)]
    return Sheet(audience, protocol.AUDIENCES[audience].read(language), edition, chapters)


def _line(article: protocol.Article, audience: Audience, language: str) -> SheetLine:
    means = article.means.told().get(audience)
    return SheetLine(line_of(article, language), article.text.read(language), means.read(language) if means else "")
