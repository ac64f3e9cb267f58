"""The protocol can be read by everybody, article by article."""

import pytest
from django.test import Client

from keyzer import protocol

ARTICLES = sorted(protocol.current().articles)


@pytest.mark.parametrize("article_id", ARTICLES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_article_has_a_page_in_both_languages(
    school: None, client: Client, article_id: str, language: str
) -> None:
    article = protocol.current().article(article_id)
    page = client.get(f"/protocol/{article.chapter}/{article.number}", headers={"Accept-Language": language})
    assert page.status_code == 200
    assert article.title.read(language).split("'")[0] in page.content.decode()


def test_the_contents_lead_to_all_articles(school: None, client: Client) -> None:
    page = client.get("/protocol/").content.decode()
    articles = protocol.current().articles.values()
    assert [each.id for each in articles if f"/protocol/{each.chapter}/{each.number}" not in page] == []


@pytest.mark.article("leerlingen-9")
def test_the_article_on_breaches_tells_the_measures_from_light_to_heavy(school: None, client: Client) -> None:
    page = client.get("/protocol/leerlingen/9").content.decode().partition('id="measures"')[2]
    measures = protocol.current().article("leerlingen-9").measures
    places = [page.index(protocol.current().measures[measure].label.nl) for measure in measures]
    assert places == sorted(places)


@pytest.mark.parametrize("address", ["/protocol/gedrag/", "/protocol/maatregelen/"])
def test_conduct_and_measures_are_open_to_all(school: None, client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ["/protocol/leerlingen/11", "/protocol/leraren/1", "/protocol/leerlingen/x"])
def test_an_article_that_is_not_there_is_not_made_up(school: None, client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
