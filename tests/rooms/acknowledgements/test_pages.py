"""The pages on which people read, sign, refuse, keep a receipt and take back."""

from uuid import UUID

import pytest

from keyzer.acknowledgements import actions, queries
from keyzer.acknowledgements.models import Signature
from keyzer.protocol import Audience
from tests.cast import TODAY, Cast, browser_of
from tests.rooms.acknowledgements.pages import answer, words

pytestmark = pytest.mark.usefixtures("school_morning")
PUPIL, PARENT = Audience.LEERLING, Audience.OUDER


def owed(person: UUID) -> set[UUID]:
    return {line.asked.on_behalf_of for line in queries.asked_of(person, TODAY) if line.is_owed}


@pytest.mark.article("reikwijdte-1")
@pytest.mark.article("leerlingen-3")
def test_a_pupil_reads_what_binds_pupils_and_signs(cast: Cast) -> None:
    browser = browser_of(cast.subject)
    page = browser.get("/tekenen/").content.decode()
    assert "/protocol/leerlingen/7" in page
    assert "/protocol/personeel/7" not in page
    assert "voor jou gelden" in page
    sent = browser.post("/tekenen/", answer((cast.subject, PUPIL)))
    assert sent.headers["Location"] == "/tekenen/"
    assert owed(cast.subject) == set()
    assert "Je hoeft niets meer te doen" in words(browser, "/tekenen/")


@pytest.mark.article("reikwijdte-1")
def test_a_guardian_signs_for_child_and_self_from_one_list(cast: Cast) -> None:
    browser = browser_of(cast.guardian)
    assert "Voor Daan Bakker" in words(browser, "/tekenen/")
    browser.post("/tekenen/", answer((cast.guardian, PARENT), (cast.subject, PUPIL)))
    assert owed(cast.guardian) == set()
    assert cast.subject in owed(cast.second_guardian)


def test_nothing_chosen_signs_nothing(cast: Cast) -> None:
    sent = browser_of(cast.guardian).post("/tekenen/", answer())
    assert sent.status_code == 422
    assert "Kies voor wie dit antwoord is" in sent.content.decode()
    assert not Signature.objects.exists()


def test_somebody_elses_child_is_no_choice(cast: Cast) -> None:
    sent = browser_of(cast.guardian).post("/tekenen/", answer((cast.guardian, PARENT), (cast.reporter, PUPIL)))
    assert sent.status_code == 422
    assert not Signature.objects.exists()


def test_another_text_than_the_one_that_holds_is_shown_anew(cast: Cast) -> None:
    browser = browser_of(cast.subject)
    sent = browser.post("/tekenen/", answer((cast.subject, PUPIL), edition="oud"))
    assert sent.status_code == 422
    page = sent.content.decode()
    assert "Het protocol is veranderd" in page
    assert 'value="oud"' not in page
    assert not Signature.objects.exists()


def test_to_send_twice_is_one_signature(cast: Cast) -> None:
    browser = browser_of(cast.subject)
    sent = [browser.post("/tekenen/", answer((cast.subject, PUPIL))).status_code for _ in range(2)]
    assert sent == [302, 200]
    assert Signature.objects.count() == 1


@pytest.mark.article("reikwijdte-1")
def test_a_refusal_needs_a_reason_and_can_be_turned(cast: Cast) -> None:
    browser = browser_of(cast.guardian)
    assert browser.post("/tekenen/niet/", answer((cast.subject, PUPIL))).status_code == 422
    browser.post("/tekenen/niet/", answer((cast.subject, PUPIL), reason="Dit gaat te ver."))
    assert owed(cast.guardian) == {cast.guardian}
    browser.post("/tekenen/niet/", answer((cast.guardian, PARENT), reason="Ik ook niet."))
    page = words(browser, "/tekenen/")
    assert "Toch tekenen" in page
    assert "Dit gaat te ver." not in page
    browser.post("/tekenen/", answer((cast.subject, PUPIL)))
    assert [line.state for line in queries.asked_of(cast.guardian, TODAY)] == [
        actions.State.REFUSED,
        actions.State.SIGNED,
    ]


def test_a_receipt_tells_what_when_and_of_which_text(cast: Cast) -> None:
    browser = browser_of(cast.subject)
    browser.post("/tekenen/", answer((cast.subject, PUPIL)))
    row = Signature.objects.get()
    page = words(browser, f"/tekenen/bewijs/{row.id}/")
    digest = row.edition_digest
    for part in ("maandag 23 november 2026", "Daan Bakker", f"{digest[:4]} {digest[4:8]} {digest[8:12]}", "Getekend"):
        assert part in page
    assert browser_of(cast.guardian).get(f"/tekenen/bewijs/{row.id}/").status_code == 404


def test_what_was_taken_back_is_asked_again(cast: Cast) -> None:
    browser = browser_of(cast.subject)
    browser.post("/tekenen/", answer((cast.subject, PUPIL)))
    path = f"/tekenen/bewijs/{Signature.objects.get().id}/"
    assert "opnieuw of je tekent" in words(browser, f"{path}intrekken/")
    browser.post(f"{path}intrekken/", {"reason": ""})
    assert owed(cast.subject) == {cast.subject}
    assert browser.get(f"{path}intrekken/").headers["Location"] == path


@pytest.mark.article("leerlingen-8")
def test_explain_this_becomes_a_doubt_about_that_article(cast: Cast) -> None:
    browser = browser_of(cast.subject)
    assert "/melden/nieuw/twijfel/?artikel=leerlingen-7" in browser.get("/tekenen/").content.decode()
    assert "Ik heb een vraag over" in browser.get("/melden/nieuw/twijfel/?artikel=leerlingen-7").content.decode()
    assert "Ik heb een vraag" not in browser.get("/melden/nieuw/twijfel/?artikel=x").content.decode()


def test_the_front_page_says_who_still_must(cast: Cast) -> None:
    browser = browser_of(cast.guardian)
    assert "nog te tekenen Ook voor Daan Bakker" in words(browser, "/")
    browser.post("/tekenen/", answer((cast.guardian, PARENT), (cast.subject, PUPIL)))
    assert "nog te tekenen" not in words(browser, "/")


def test_an_english_page_signs_the_english_text(cast: Cast) -> None:
    page = browser_of(cast.subject).get("/tekenen/", headers={"Accept-Language": "en"}).content.decode()
    assert 'name="language" value="en"' in page
    assert "Read them, then sign below" in page
