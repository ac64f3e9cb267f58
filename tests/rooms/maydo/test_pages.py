"""The pages of "Mag dit?" as somebody taps through them, with and without an account."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client

from tests.cast import Cast
from tests.rooms.handbook.editions import Add, add_edition

__all__ = ["add_edition"]
pytestmark = pytest.mark.django_db

START = "/mag-dit/"
ANSWER = "/mag-dit/antwoord/"


def get(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status
    return unescape(response.content.decode())


def link(page: str, words: str) -> str:
    """The address behind the words that somebody taps."""
    found = re.search(rf'href="([^"]+)"[^>]*>(?:<span>)?{re.escape(words)}', page)
    assert found, f"`{words}` cannot be tapped"
    return found[1]


def test_a_visitor_first_says_who_asks(client: Client) -> None:
    page = get(client, START)
    assert "Voor wie is het antwoord?" in page
    chosen = get(client, link(page, "Een leerling"))
    assert "Mag ik mijn telefoon nu gebruiken?" in chosen
    assert "Mag ik iets over mijn les plaatsen?" not in chosen


@pytest.mark.article("leerlingen-7")
def test_a_pupil_taps_to_the_answer_about_a_phone(client: Client) -> None:
    page = get(client, f"{START}?who=leerling")
    for words in ("Mag ik mijn telefoon nu gebruiken?", "Ja", "Nog niet gevraagd", "Nee"):
        page = get(client, link(page, words))
    assert "Vraag het eerst aan de docent" in page
    assert "/protocol/leerlingen/7" in page
    assert "Vraag het aan je docent" in page


@pytest.mark.article("leerlingen-2", "leerlingen-9")
def test_a_no_says_why_and_offers_to_report(client: Client) -> None:
    page = get(client, f"{ANSWER}?who=leerling&act=post&content=insulting&content=ordinary&place=elsewhere")
    assert "Nee, dit mag niet" in page
    assert "/protocol/leerlingen/2" in page
    assert "neemt contact op met je ouders" in page
    assert 'href="/melden/"' in page


@pytest.mark.article("reikwijdte-4a", "reikwijdte-5")
def test_what_a_person_must_weigh_says_so(client: Client) -> None:
    page = get(client, f"{ANSWER}?who=leerling&act=visit&content=offensive&place=elsewhere")
    assert "Een mens moet dit wegen" in page
    assert 'href="/melden/nieuw/twijfel/"' in page


def test_several_answers_can_hold_at_once(client: Client) -> None:
    page = get(client, f"{ANSWER}?who=leerling&act=post")
    assert page.count('type="checkbox"') == 15
    assert '<input type="hidden" name="act" value="post">' in page
    assert "minstens" not in page


def test_an_empty_choice_is_asked_again(client: Client) -> None:
    page = get(client, f"{ANSWER}?who=leerling&act=post&next=content")
    assert "Kies minstens één antwoord." in page


def test_back_leads_to_the_question_before(client: Client) -> None:
    page = get(client, f"{ANSWER}?who=leerling&act=use-device&place=school&in_lesson=true")
    assert link_back(page) == f"{ANSWER}?who=leerling&act=use-device&place=school"
    first = get(client, f"{ANSWER}?who=leerling")
    assert link_back(first) == f"{START}?who=leerling"


def link_back(page: str) -> str:
    found = re.search(r'class="back" href="([^"]+)"', page)
    assert found
    return found[1]


def test_again_starts_the_same_question_anew(client: Client) -> None:
    page = get(client, f"{ANSWER}?who=leerling&act=use-device&place=school&in_lesson=false")
    assert "Ja, dit mag" in page
    assert link(page, "Opnieuw") == f"{ANSWER}?who=leerling&act=use-device&place=school"
    assert link(page, "Andere vraag") == f"{START}?who=leerling"


@pytest.mark.parametrize("query", ["act=fly", "plaec=school", "content=", "in_lesson=maybe", "act=post&act=visit"])
@pytest.mark.parametrize("url", [START, ANSWER])
def test_a_broken_address_is_told_kindly(client: Client, url: str, query: str) -> None:
    page = get(client, f"{url}?{query}", status=400)
    assert "Deze link werkt niet" in page
    assert 'href="/mag-dit/"' in page


def test_an_address_cannot_put_words_on_the_page(client: Client) -> None:
    response = client.get(ANSWER, {"act": "<script>alert(1)</script>"})
    assert b"<script>alert" not in response.content


def test_whoever_has_signed_in_need_not_say_who(cast: Cast, sign_in: Callable[..., Client]) -> None:
    assert "Mag ik mijn telefoon nu gebruiken?" in get(sign_in(cast.reporter), START)
    assert "Mag ik iets over mijn les plaatsen?" in get(sign_in(cast.teacher), START)
    assert "Mag ik online kritiek geven op school?" in get(sign_in(cast.guardian), START)


@pytest.mark.article("personeel-7")
def test_english_is_spoken_to_who_asks_for_it(client: Client) -> None:
    response = client.get(
        f"{ANSWER}?who=personeel&act=befriend&towards=pupil&account=own-private", headers={"accept-language": "en"}
    )
    page = unescape(response.content.decode())
    assert "No, this is not allowed" in page
    assert "Another question" in page


@pytest.mark.usefixtures("school", "school_morning")
def test_an_edition_that_holds_only_later_answers_nothing_yet(client: Client, add_edition: Add) -> None:
    add_edition("de-keyzer-2026-12-01")
    page = get(client, f"{START}?who=leerling")
    for words in ("Mag ik mijn telefoon nu gebruiken?", "Ja", "Nog niet gevraagd", "Nee"):
        page = get(client, link(page, words))
    assert "Vraag het eerst aan de docent" in page
