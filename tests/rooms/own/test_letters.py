"""Letters as their addressee has them: on the page of the case, open, and as a file."""

from uuid import uuid4

import pytest
from django.test import Client

from keyzer.letters import links, queries
from keyzer.letters.models import Letter
from tests.cast import browser_of
from tests.rooms.letters.world import REASON, World
from tests.rooms.own.world import send, words


@pytest.mark.article("leerlingen-9")
def test_a_letter_is_found_read_and_taken_along(world: World) -> None:
    letter = send(world, "guardian")
    browser = browser_of(world.cast.guardian)
    assert "Nog niet geopend" in words(browser, f"/mijn/{world.case}/")
    assert REASON in words(browser, f"/mijn/brieven/{letter}/")
    opened = queries.sent_letter(letter)
    assert opened is not None
    assert opened.opened_at == world.at
    assert "Nog niet geopend" not in words(browser, f"/mijn/{world.case}/")
    file = browser.get(f"/mijn/brieven/{letter}/pdf/")
    assert file.headers["Content-Type"] == "application/pdf"
    assert file.headers["Content-Disposition"].startswith("attachment")
    assert file.content == queries.content(letter)


@pytest.mark.parametrize("who", ["second_guardian", "subject", "coordinator", "charlie", "guardian_without_authority"])
def test_it_is_for_its_addressee_alone(world: World, who: str) -> None:
    letter = send(world, "guardian")
    browser = browser_of(getattr(world.cast, who))
    for one in (letter, uuid4()):
        assert browser.get(f"/mijn/brieven/{one}/").status_code == 404
        assert browser.get(f"/mijn/brieven/{one}/pdf/").status_code == 404


def test_a_draft_is_no_letter_yet(world: World) -> None:
    letter = world.draft("besluit-schorsing/guardian")
    world.approve(letter)
    assert browser_of(world.cast.guardian).get(f"/mijn/brieven/{letter}/").status_code == 404


def test_an_altered_file_is_given_to_nobody(world: World) -> None:
    letter = send(world, "guardian")
    Letter.objects.filter(id=letter).update(digest="0" * 64)
    answer = browser_of(world.cast.guardian).get(f"/mijn/brieven/{letter}/pdf/")
    assert answer.status_code == 409
    assert "030 123 45 67" in answer.content.decode()
    by_link, path = Client(), links.path_for(letter)
    by_link.post(path, {"born": "2013-01-20"})
    assert by_link.get(f"{path}pdf/").status_code == 409
