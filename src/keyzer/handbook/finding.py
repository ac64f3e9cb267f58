"""Search in the protocol: every word that was typed stands somewhere in what is found."""

from django.urls import reverse
from django.utils.text import Truncator

from keyzer.design.rows import Row
from keyzer.protocol import Article, Edition, Text

from .queries import in_force

LONGEST = 100
"""Characters of a search that count; nobody types more, and a longer one is no question."""


def find(words: str, language: str) -> list[Row]:
    """The articles in which all words occur; those with a word in the title first."""
    asked = [word.casefold() for word in words.split()]
    if not asked:
        return []
    edition = in_force()
    found = [article for article in edition.articles.values() if _holds(edition, article, asked, language)]
    found.sort(key=lambda article: not any(word in article.title.read(language).casefold() for word in asked))
    return [_row(edition, article, asked, language) for article in found]


def _row(edition: Edition, article: Article, asked: list[str], language: str) -> Row:
    place = f"{article.chapter.capitalize()} {article.number}"
    passage = Truncator(_passage(edition, article, asked, language)).words(24)
    return Row(
        sentence=article.title.read(language),
        url=reverse("handbook:article", args=[article.chapter, article.number]),
        detail=f"{place} · {passage}",
    )


def _holds(edition: Edition, article: Article, asked: list[str], language: str) -> bool:
    everything = " ".join(_texts(edition, article, language)).casefold()
    return all(word in everything for word in asked)


def _texts(edition: Edition, article: Article, language: str) -> list[str]:
    """All that a page about this article says in the edition's own words."""
    explained: list[Text] = [article.title, article.text, *article.means.told().values()]
    explained += [text for text in (article.why, article.left_to_judgement) if text]
    explained += [kind.label for kind in edition.conduct.values() if article.id in kind.breaks]
    return [text.read(language) for text in explained]


def _passage(edition: Edition, article: Article, asked: list[str], language: str) -> str:
    """The first passage with one of the words, else how the article begins."""
    passages = _texts(edition, article, language)[1:]
    return next((text for text in passages if any(word in text.casefold() for word in asked)), passages[0])
