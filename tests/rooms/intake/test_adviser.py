"""The confidential adviser: a lane of its own that no office sees, no file holds, and that can be erased."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from keyzer.intake import actions, queries
from keyzer.intake.models import Confidence
from keyzer.ledger import queries as ledger
from keyzer.ledger.actions import Conflict
from keyzer.ledger.models import Event
from tests.cast import NOW, Cast

SignIn = Callable[[UUID], Client]
WORDS = "Kornoelje zit me dwars en ik durf het niet te zeggen"
NOTE = "Boterbloem later nog eens vragen"


@pytest.fixture
def talk(cast: Cast, school_morning: object) -> UUID:
    """What Lena told the adviser, with a note of the adviser."""
    talk = actions.confide(WORDS, adviser=cast.vertrouwenspersoon, person=cast.reporter, at=NOW)
    actions.note(talk, NOTE, seen=2, by=cast.vertrouwenspersoon, at=NOW)
    return talk


def test_both_write_and_only_the_adviser_sees_the_note(cast: Cast, sign_in: SignIn, school_morning: object) -> None:
    own, adviser = sign_in(cast.reporter), sign_in(cast.vertrouwenspersoon)
    begun = own.post("/melden/vertrouwenspersoon/", {"adviser": str(cast.vertrouwenspersoon), "words": WORDS})
    url = begun.headers["Location"]
    page = adviser.get(url)
    assert "Lena Visser" in page.content.decode()
    adviser.post(url, {"seen": page.context["talk"].version, "words": "Vertel gerust.", "go": "say"})
    adviser.post(url, {"seen": page.context["talk"].version + 1, "words": NOTE, "go": "note"})
    words = own.get(url).content.decode()
    assert "Vertel gerust." in words
    assert NOTE not in words
    assert NOTE in adviser.get(url).content.decode()


@pytest.mark.parametrize("who", ["coordinator", "teamleider", "safety", "director", "board", "fg", "beheerder", "hr"])
def test_no_office_sees_it(cast: Cast, sign_in: SignIn, talk: UUID, who: str) -> None:
    browser = sign_in(getattr(cast, who))
    assert browser.get(f"/melden/vertrouwenspersoon/{talk}/").status_code == 404
    assert browser.post(f"/melden/vertrouwenspersoon/{talk}/", {"seen": 3, "words": "x"}).status_code == 404
    assert str(talk) not in browser.get("/melden/vertrouwenspersoon/").content.decode()
    assert queries.visible_to(cast.viewer(getattr(cast, who))).count() == 0


def test_it_is_in_no_file_and_points_to_nobody(cast: Cast, sign_in: SignIn, talk: UUID) -> None:
    for who, whose in ((cast.reporter, "mijn"), (cast.coordinator, cast.reporter), (cast.director, cast.reporter)):
        page = sign_in(who).get(f"/dossier/{whose}/").content.decode()
        assert str(talk) not in page
        assert WORDS not in page
    assert not Event.objects.filter(by=cast.reporter).exists()


def test_words_written_at_once_are_told(cast: Cast, talk: UUID) -> None:
    actions.counsel(talk, "Dag Lena.", seen=3, by=cast.vertrouwenspersoon, at=NOW)
    with pytest.raises(Conflict):
        actions.confide_more(talk, "Nog iets.", seen=3, at=NOW)


def test_erased_it_can_be_read_by_nobody(cast: Cast, sign_in: SignIn, talk: UUID) -> None:
    url = f"/melden/vertrouwenspersoon/{talk}/"
    assert sign_in(cast.reporter).post(url, {"go": "forget"}).status_code == 302
    assert sign_in(cast.vertrouwenspersoon).get(url).status_code == 404
    assert ledger.read(talk) == []
    assert not Confidence.objects.exists()


def test_who_waits_for_the_adviser_stands_on_that_desk_without_a_name(cast: Cast, sign_in: SignIn) -> None:
    actions.confide("Ik slaap er niet van", adviser=cast.vertrouwenspersoon, person=cast.reporter, at=NOW)
    desk = sign_in(cast.vertrouwenspersoon).get("/").content.decode()
    assert "Iemand wacht in vertrouwen op je antwoord" in desk
    assert "Lena" not in desk
    assert "in vertrouwen op je antwoord" not in sign_in(cast.director).get("/").content.decode()
