"""The link in a mail: it tells nothing until the date of birth was given, and then of this one letter alone."""

from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from keyzer.cases import queries as cases
from keyzer.ledger import queries as ledger
from keyzer.letters import links, queries
from keyzer.people import queries as people
from tests.rooms.letters.world import REASON, World
from tests.rooms.own.world import send, text_of, words

RIGHT, WRONG = {"born": "2013-01-20"}, {"born": "2013-01-21"}
TELLS_NOTHING = ("Daan", "Bakker", "chors", "besluit", REASON)


@pytest.fixture
def letter(world: World) -> UUID:
    """The letter to a guardian, as sent."""
    return send(world, "guardian")


def opened(letter: UUID) -> bool:
    found = queries.sent_letter(letter)
    assert found is not None
    return found.opened_at is not None


@pytest.mark.article("leerlingen-9")
def test_looking_opens_nothing_and_tells_nothing(letter: UUID) -> None:
    browser, before = Client(), ledger.position()
    path = links.path_for(letter)
    page = browser.get(path)
    assert page.status_code == 200
    assert "no-store" in page.headers["Cache-Control"]
    assert "noindex" in page.headers["X-Robots-Tag"]
    for part in ("pdf/", "reageren/", "bezwaar/", "verweer/"):
        assert browser.get(path + part).headers["Location"] == path
    for tell in TELLS_NOTHING:
        assert tell not in page.content.decode() + path
    assert not opened(letter)
    assert ledger.position() == before


@pytest.mark.article("leerlingen-9")
def test_the_right_date_opens_it_for_a_while(world: World, letter: UUID) -> None:
    browser, path = Client(), links.path_for(letter)
    assert browser.post(path, RIGHT).headers["Location"] == path
    page = browser.get(path).content.decode()
    assert REASON in text_of(page)
    assert "<title>Een brief van school" in page
    assert opened(letter)
    file = browser.get(f"{path}pdf/")
    assert file.headers["Content-Disposition"].startswith("attachment")
    assert file.content == queries.content(letter)
    assert REASON not in words(Client(), path)
    with time_machine.travel(world.at + timedelta(minutes=31), tick=False):
        assert REASON not in words(browser, path)


def test_five_wrong_dates_shut_it_for_an_hour_for_everybody(world: World, letter: UUID) -> None:
    path = links.path_for(letter)
    for tried in range(5):
        answer = Client().post(path, WRONG)
        assert answer.status_code == (422 if tried < 4 else 429)
        assert not [tell for tell in TELLS_NOTHING if tell in answer.content.decode()]
    for browser in (Client(), Client()):
        assert browser.post(path, RIGHT).status_code == 429
        assert "030 123 45 67" in words(browser, path, status=429)
    assert not opened(letter)
    traces = [trace.outcome for trace in ledger.access_to("letter-link", str(letter))]
    assert traces == ["refused"] * 5
    with time_machine.travel(world.at + timedelta(hours=1, minutes=1), tick=False):
        assert Client().post(path, RIGHT).status_code == 302


def test_after_the_right_date_wrong_ones_count_no_more(letter: UUID) -> None:
    path = links.path_for(letter)
    for _turn in range(2):
        for _tried in range(4):
            assert Client().post(path, WRONG).status_code == 422
        assert Client().post(path, RIGHT).status_code == 302


def test_expired_unknown_and_withheld_look_alike(world: World, letter: UUID) -> None:
    path = links.path_for(letter)
    gone = [Client().get("/mijn/brief/niets.van.dit/"), Client().post(f"{path[:-2]}x/", RIGHT)]
    with time_machine.travel(world.at + timedelta(days=61), tick=False):
        gone += [Client().get(path), Client().post(path, RIGHT), Client().get(f"{path}pdf/")]
    assert {answer.status_code for answer in gone} == {404}
    assert len({text_of(answer.content.decode()) for answer in gone}) == 1
    assert "Deze link werkt niet" in gone[0].content.decode()
    assert "030 123 45 67" in gone[0].content.decode()


@pytest.mark.article("leerlingen-9")
def test_a_guardian_of_who_turned_18_finds_the_link_gone(world: World) -> None:
    with time_machine.travel("2031-01-19T10:00:00+00:00", tick=False):
        letter = send(world._replace(at=world.at.replace(year=2031, month=1, day=19)), "guardian")
        path = links.path_for(letter)
        assert Client().get(path).status_code == 200
    with time_machine.travel("2031-01-20T10:00:00+00:00", tick=False):
        assert Client().get(path).status_code == 404
        assert Client().post(path, RIGHT).status_code == 404


def test_a_letter_that_was_not_sent_has_no_link(world: World) -> None:
    letter = world.draft("besluit-schorsing/guardian")
    world.approve(letter)
    assert Client().get(links.path_for(letter)).status_code == 404


def test_one_opened_letter_opens_no_other(world: World, letter: UUID) -> None:
    other = send(world, "second_guardian")
    browser = Client()
    browser.post(links.path_for(letter), RIGHT)
    assert browser.get(f"{links.path_for(other)}pdf/").status_code == 302
    assert browser.get(f"/mijn/{world.case}/").status_code == 302
    assert browser.get(f"/mijn/brieven/{letter}/").status_code == 302


def test_it_can_be_laid_away(letter: UUID) -> None:
    browser, path = Client(), links.path_for(letter)
    browser.post(path, RIGHT)
    assert browser.get(f"{path}sluiten/").status_code == 405
    assert browser.post(f"{path}sluiten/").status_code == 302
    assert REASON not in words(browser, path)


@pytest.mark.article("leerlingen-3")
@pytest.mark.article("leerlingen-9")
def test_an_answer_and_an_objection_go_into_the_case(world: World, letter: UUID) -> None:
    browser, path = Client(), links.path_for(letter)
    browser.post(path, RIGHT)
    seen = {"seen_version": str(cases.version(world.case))}
    answer = browser.post(f"{path}reageren/", {**seen, "account": "Zo ziet Marja het."}, follow=True)
    assert "De eigen verklaring staat in het dossier." in answer.content.decode()
    assert "Bezwaar maken" in words(browser, path)
    assert "4 januari 2027" in words(browser, f"{path}bezwaar/")
    answer = browser.post(f"{path}bezwaar/", {**seen, "account": "Het klopt niet."}, follow=True)
    assert "Uw bezwaar is binnen." in answer.content.decode()
    file = cases.case_for(people.viewer_of(world.cast.director, world.at.date()), world.case)
    assert file is not None
    assert [(one.person, one.account) for one in file.state.statements] == [
        (str(world.cast.guardian), "Zo ziet Marja het.")
    ]
    assert [(one.person, one.objection) for one in file.state.objections] == [
        (str(world.cast.guardian), "Het klopt niet.")
    ]


def test_a_date_that_is_none_is_asked_again_and_not_counted(letter: UUID) -> None:
    path = links.path_for(letter)
    for _tried in range(7):
        assert Client().post(path, {"born": "gisteren"}).status_code == 422
    assert Client().post(path, RIGHT).status_code == 302
