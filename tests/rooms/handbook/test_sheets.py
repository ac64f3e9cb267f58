"""All that binds somebody on one page, and the search in it."""

from collections.abc import Callable
from html import unescape
from uuid import UUID

import pytest
from django.test import Client

from keyzer import protocol
from keyzer.handbook.audiences import PAGES
from keyzer.protocol import Audience
from tests.cast import Cast

EDITION = protocol.current()


def test_every_audience_has_a_page() -> None:
    assert set(PAGES.values()) == set(Audience)


@pytest.mark.article("reikwijdte-1")
@pytest.mark.parametrize(("word", "audience"), PAGES.items())
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_holds_all_that_binds_and_nothing_else(
    school: None, client: Client, word: str, audience: Audience, language: str
) -> None:
    page = unescape(client.get(f"/protocol/voor/{word}", headers={"Accept-Language": language}).content.decode())
    for article in EDITION.articles.values():
        assert (article.text.read(language) in page) is (audience in article.binds), article.id
        for told, text in article.means.told().items():
            assert (text.read(language) in page) is (told is audience), (article.id, told)


def test_an_audience_that_is_not_there_has_no_page(school: None, client: Client) -> None:
    assert client.get("/protocol/voor/conciërges").status_code == 404
    assert client.get("/protocol/voor/leraren").status_code == 404


def test_the_contents_begin_with_the_page_of_the_reader(sign_in: Callable[[UUID], Client], cast: Cast) -> None:
    page = sign_in(cast.guardian).get("/protocol/").content.decode()
    assert page.index("/protocol/voor/ouders") < page.index("/protocol/reikwijdte/1") < page.index("/voor/leerlingen")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("wachtwoord", ["leerlingen-4", "personeel-5"]),
        ("Telefoon les", ["leerlingen-7"]),
        ("  VRIENDEN  ", ["personeel-7"]),
    ],
)
def test_search_finds_the_articles_with_all_words(school: None, client: Client, words: str, found: list[str]) -> None:
    page = client.get("/protocol/zoeken/", {"q": words}).content.decode()
    for article_id in found:
        assert f'href="/protocol/{article_id.replace("-", "/")}"' in page


def test_a_word_in_the_title_comes_first(school: None, client: Client) -> None:
    page = client.get("/protocol/zoeken/", {"q": "hacken"}).content.decode()
    assert page.index("/protocol/reikwijdte/4b") == page.index("/protocol/reikwijdte")


def test_search_in_english_reads_the_english_text(school: None, client: Client) -> None:
    page = client.get("/protocol/zoeken/", {"q": "password"}, headers={"Accept-Language": "en"}).content.decode()
    assert "/protocol/leerlingen/4" in page


@pytest.mark.parametrize("words", ["", "   ", "xyzzy", "<script>", "\x00", "a" * 5000, "💥 " * 300])
def test_a_search_that_finds_nothing_helps_on(school: None, client: Client, words: str) -> None:
    answer = client.get("/protocol/zoeken/", {"q": words})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "<script>" not in page.partition("<main")[2]
    assert ("Niets gevonden" in page) is bool(words.strip())
