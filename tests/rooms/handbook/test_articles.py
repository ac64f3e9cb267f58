"""The page of an article speaks to whoever reads it, and says no more than the edition is sure of."""

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from keyzer import protocol
from keyzer.protocol import Audience
from tests.cast import Cast

EDITION = protocol.current()
ARTICLES = [pytest.param(article, marks=pytest.mark.article(article.id)) for article in EDITION.articles.values()]
SignIn = Callable[[UUID], Client]


def page_of(client: Client, article_id: str) -> str:
    article = EDITION.article(article_id)
    return client.get(f"/protocol/{article.chapter}/{article.number}").content.decode()


def part(page: str, name: str) -> str:
    """The section with this id as its heading; empty when it is not there."""
    return page.partition(f'id="{name}"')[2].partition("</section>")[0]


@pytest.mark.parametrize("article", ARTICLES)
def test_why_an_article_is_there_stands_on_its_page(school: None, client: Client, article: protocol.Article) -> None:
    assert article.why
    assert article.why.nl.split("'")[0] in part(page_of(client, article.id), "why")


@pytest.mark.article("leerlingen-3")
def test_a_pupil_reads_what_it_means_for_a_pupil(sign_in: SignIn, cast: Cast) -> None:
    page = page_of(sign_in(cast.subject), "leerlingen-3")
    assert "Op wat jij plaatst, kan iemand je aanspreken." in part(page, "mine")
    assert "Wat dit voor jou betekent" in page
    assert not part(page, "others")


@pytest.mark.article("reikwijdte-1")
def test_a_parent_is_addressed_formally(sign_in: SignIn, cast: Cast) -> None:
    page = page_of(sign_in(cast.guardian), "reikwijdte-1")
    assert "Wat dit voor u betekent" in page
    assert "U hoort als ouder of verzorger bij de school." in part(page, "mine")
    assert "Je zit hier op school" in part(page, "others")


def test_a_parent_reads_of_an_article_for_pupils_whom_it_is_for(sign_in: SignIn, cast: Cast) -> None:
    page = page_of(sign_in(cast.guardian), "leerlingen-3")
    assert not part(page, "mine")
    assert "Voor wie dit is" in page
    assert "Leerlingen" in part(page, "others")


def test_a_visitor_chooses_for_whom_it_is_told(school: None, client: Client) -> None:
    page = page_of(client, "reikwijdte-5")
    assert not part(page, "mine")
    assert part(page, "others").count("<details") == len(Audience)


@pytest.mark.article("leerlingen-7")
def test_what_people_ask_stands_there_with_its_answer(school: None, client: Client) -> None:
    asked = part(page_of(client, "leerlingen-7"), "questions")
    assert "Mag mijn telefoon mee naar school?" in asked
    assert "/mag-dit/antwoord/?" in asked


@pytest.mark.article("leerlingen-4")
def test_a_question_that_another_article_decides_is_not_there(school: None, client: Client) -> None:
    assert "Mag mijn telefoon mee" not in part(page_of(client, "leerlingen-4"), "questions")


@pytest.mark.article("leerlingen-9")
def test_what_can_follow_for_a_pupil_comes_from_the_ladder(sign_in: SignIn, cast: Cast) -> None:
    breach = part(page_of(sign_in(cast.subject), "leerlingen-4"), "breach")
    labels = [EDITION.measures[name].label.nl for name in EDITION.article("leerlingen-9").measures]
    assert [label for label in labels if label not in breach] == []
    assert "/protocol/leerlingen/9" in breach
    assert "Berisping" not in breach


def test_where_the_protocol_names_no_measure_none_is_made_up(sign_in: SignIn, cast: Cast) -> None:
    breach = part(page_of(sign_in(cast.guardian), "reikwijdte-4c"), "breach")
    assert "Het protocol noemt hier geen maatregelen." in breach
    assert "Schorsing" not in breach


@pytest.mark.parametrize("article_id", ["reikwijdte-1", "reikwijdte-2", "reikwijdte-3", "leerlingen-8"])
def test_what_no_conduct_can_break_has_no_breach(school: None, client: Client, article_id: str) -> None:
    assert not part(page_of(client, article_id), "breach")


@pytest.mark.article("leerlingen-9")
def test_the_law_behind_a_measure_is_named_in_full_and_once(school: None, client: Client) -> None:
    law = part(page_of(client, "leerlingen-9"), "law")
    assert "Wet voortgezet onderwijs 2020, artikel 2.98, 8.14, 8.15, 8.21" in law
    assert law.count("Wet voortgezet onderwijs 2020") == 1


@pytest.mark.parametrize("article", ARTICLES)
def test_nothing_unsure_is_shown_as_law(school: None, client: Client, article: protocol.Article) -> None:
    law = part(page_of(client, article.id), "law").lower()
    assert [word for word in ("cao", "beleid", "praktijk", "awb", "leerplichtwet", "avg") if word in law] == []


def test_a_crime_is_never_stated_as_a_fact(school: None, client: Client) -> None:
    breach = part(page_of(client, "reikwijdte-4b"), "breach")
    assert "Soms is iets misschien strafbaar" in breach
    assert "dat doet de rechter" in breach
    assert "Computervredebreuk" in breach


@pytest.mark.article("leerlingen-1")
def test_an_article_leads_a_pupil_to_its_lessons_and_everybody_to_the_programs(sign_in: SignIn, cast: Cast) -> None:
    mine = part(page_of(sign_in(cast.subject), "leerlingen-1"), "learn")
    assert "/leren/instellingen/" in mine
    assert re.search(r"Leer dit in \d minuten", mine)
    assert "/programmas/" in mine
    assert "/leren/" not in part(page_of(Client(), "leerlingen-1"), "learn")
    assert "/leren/" not in part(page_of(sign_in(cast.subject), "personeel-7"), "learn")
    assert "/leren/afstand/" in part(page_of(sign_in(cast.teacher), "personeel-7"), "learn")


@pytest.mark.article("leerlingen-8")
def test_who_does_not_understand_an_article_asks_about_that_article(sign_in: SignIn, cast: Cast) -> None:
    asks = "/melden/nieuw/twijfel/?artikel=reikwijdte-4c"
    assert asks in page_of(sign_in(cast.subject), "reikwijdte-4c")
    assert asks not in page_of(Client(), "reikwijdte-4c")


@pytest.mark.article("personeel-5")
def test_staff_read_to_give_a_password_to_no_colleague_and_what_can_follow(sign_in: SignIn, cast: Cast) -> None:
    page = page_of(sign_in(cast.teacher), "personeel-5")
    assert "ook niet om een collega snel te helpen" in part(page, "mine")
    assert "Mag ik mijn wachtwoord aan een ander geven?" in part(page, "questions")
    assert "/protocol/personeel/8" in part(page, "breach")
