"""Beside its text each article says why it is there and what it means for everybody whom it binds."""

import re

import pytest

from keyzer.protocol.edition import Article, Means
from keyzer.protocol.load import current
from keyzer.protocol.vocabulary import Audience, Text

from .conftest import Break

ARTICLES = [pytest.param(article, marks=pytest.mark.article(article.id)) for article in current().articles.values()]
LONGEST_SENTENCE = 26
FORMAL = re.compile(r"\b(u|uw)\b", re.IGNORECASE)
FAMILIAR = re.compile(r"\b(je|jij|jou|jouw)\b", re.IGNORECASE)


def sentences(text: Text) -> list[str]:
    return [sentence for wording in (text.nl, text.en) for sentence in re.split(r"(?<=[.?!]) ", wording)]


def test_every_audience_can_be_spoken_to() -> None:
    assert set(Means.__struct_fields__) == set(Audience)


@pytest.mark.parametrize("article", ARTICLES)
def test_an_article_says_why_and_what_it_means_for_everybody_it_binds(article: Article) -> None:
    assert article.why is not None
    assert set(article.means.told()) == set(article.binds)


@pytest.mark.parametrize("article", ARTICLES)
def test_parents_are_addressed_formally_and_all_others_familiarly(article: Article) -> None:
    for audience, text in article.means.told().items():
        other = FAMILIAR if audience is Audience.OUDER else FORMAL
        assert not other.findall(text.nl), (audience, text.nl)


@pytest.mark.parametrize("article", ARTICLES)
def test_the_explanation_is_read_without_losing_the_thread(article: Article) -> None:
    told = [text for text in (article.why, *article.means.told().values()) if text]
    long = [one for text in told for one in sentences(text) if len(one.split()) > LONGEST_SENTENCE]
    assert long == []


def test_no_audience_is_told_what_does_not_bind_it(broken: Break) -> None:
    problems = broken("reikwijdte.toml [reikwijdte-2]", '"stagiair", "ander"]', '"stagiair"]')
    assert problems == (
        "reikwijdte.toml [reikwijdte-2]: `means.ander` speaks to whom the article does not bind; take it out",
    )


def test_an_audience_that_does_not_exist_is_refused(broken: Break) -> None:
    (problem,) = broken("leerlingen.toml [leerlingen-4]", "means.leerling.nl", "means.leraar.nl")[:1]
    assert problem.startswith("leerlingen.toml [leerlingen-4]: unknown field `means.leraar`; known are `leerling`")
