"""The pages of a consult: with pictures, a draft from elsewhere, two who answer at once, and a comparison."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from keyzer import protocol
from keyzer.consults import actions, queries
from keyzer.consults.models import Consult
from keyzer.evidence import queries as evidence
from keyzer.evidence.queries import ItemView
from keyzer.protocol import ConsultAnswer, ConsultPhase
from tests.cast import NOW, Cast, browser_of
from tests.rooms.consults.world import TEXT, answer, ask, viewer

pytestmark = [pytest.mark.article("personeel-1"), pytest.mark.usefixtures("school_morning")]
ASK = "/ruggespraak/vragen/"
SAID = {"draft": TEXT, "platform": "instagram", "place": "@gym", "capacity": "for-school", "question": "Mag dit?"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[None]:
    """Pictures lie in a folder that is thrown away."""
    before = settings.KEYZER_EVIDENCE
    settings.KEYZER_EVIDENCE = tmp_path / "evidence"
    yield
    settings.KEYZER_EVIDENCE = before


def stripes() -> Image.Image:
    """A picture with something in it."""
    return Image.linear_gradient("L").resize((400, 300)).convert("RGB")


def sent(picture: Image.Image, name: str = "klas.png", **how: int) -> SimpleUploadedFile:
    content = BytesIO()
    picture.save(content, Image.registered_extensions()[Path(name).suffix], **how)
    return SimpleUploadedFile(name, content.getvalue())


def png() -> SimpleUploadedFile:
    return sent(stripes())


def only() -> UUID:
    return Consult.objects.get().id


def _pictures(consult: UUID) -> list[ItemView]:
    return evidence.items_of([consult])


def test_a_picture_goes_along_counts_in_what_is_approved_and_is_seen_by_two(cast: Cast) -> None:
    assert browser_of(cast.charlie).post(ASK, {**SAID, "evidence": png()}).status_code == 302
    consult = only()
    found = queries.page(viewer(cast.teamleider), consult)
    assert found is not None
    (item,) = found.pictures
    address = f"/ruggespraak/{consult}/beeld/{item.id}/"
    assert browser_of(cast.teamleider).get(address)["Content-Type"] == "image/jpeg"
    assert browser_of(cast.director).get(address).status_code == 404
    answer(consult, cast.teamleider, seen=found.version)
    approved = queries.page(viewer(cast.charlie), consult)
    assert approved is not None
    assert approved.state.answered is not None
    assert approved.state.answered.digest == protocol.approved_digest(TEXT, [item.sha256])
    assert approved.state.answered.digest != protocol.approved_digest(TEXT, ())


def test_a_posted_picture_is_compared_by_how_it_looks_and_not_kept(cast: Cast, tmp_path: Path) -> None:
    browser_of(cast.charlie).post(ASK, {**SAID, "evidence": png()})
    consult, browser = only(), browser_of(cast.charlie)
    answer(consult, cast.teamleider)
    page, altered = f"/ruggespraak/{consult}/vergelijken/", stripes()
    browser.get(f"/ruggespraak/{consult}/beeld/{_pictures(consult)[0].id}/")
    kept = sorted(tmp_path.rglob("*"))
    altered.paste("black", (200, 60, 230, 100))
    broken = SimpleUploadedFile("stuk.jpg", sent(stripes(), "klas.jpg").read()[:700])
    for files, verdict, words in (
        ([], "Ja, woord voor woord", "geen beeld meegestuurd"),
        ([png()], "Ja, woord voor woord", "Hetzelfde bestand"),
        ([sent(stripes().resize((200, 150)), "klas.jpg", quality=60)], "Ja, woord voor woord", "Ziet er hetzelfde uit"),
        ([png(), sent(altered)], "Nee, het is anders", "Een andere foto, of veranderd"),
        ([broken], "Kijk zelf naar de foto", "Kon niet worden vergeleken"),
    ):
        told = browser.post(page, {"published": TEXT, "evidence": files}).content.decode()
        assert verdict in told
        assert words in told
        assert ("data:image/jpeg;base64," in told) is (
            words in {"Ziet er hetzelfde uit", "Een andere foto, of veranderd"}
        )
    assert sorted(tmp_path.rglob("*")) == kept


def test_a_picture_that_who_answers_can_not_see_is_not_taken(cast: Cast) -> None:
    heavy = sent(Image.new("1", (12_000, 12_000)), "zwaar.png")
    for unseen in (heavy, SimpleUploadedFile("stuk.jpg", sent(stripes(), "klas.jpg").read()[:700])):
        page = browser_of(cast.charlie).post(ASK, {**SAID, "evidence": unseen})
        assert page.status_code == 422
        assert "maak je er een JPEG van" in page.content.decode()
    assert not Consult.objects.exists()


def test_english_is_written_whole_or_not_at_all(cast: Cast) -> None:
    consult = ask(cast)
    answer(consult, cast.teamleider)
    browser, page = browser_of(cast.teamleider), f"/ruggespraak/{consult}/leidraad/"
    said = {"article": "personeel-6", "question": "Mag een klas?", "answer": "Met toestemming."}
    assert browser.post(page, {**said, "question_en": "May a class?"}).status_code == 422
    assert browser.post(page, said).status_code == 302
    browser.cookies["django_language"] = "en"
    assert "Only in Dutch" in browser.get("/ruggespraak/leidraad/").content.decode()


def test_what_is_no_picture_is_not_taken_and_the_words_stay(cast: Cast) -> None:
    film = SimpleUploadedFile("stuk.png", b"MZ" + bytes(400))
    page = browser_of(cast.charlie).post(ASK, {**SAID, "evidence": film})
    assert page.status_code == 422
    assert "Kom ook naar de open dag." in page.content.decode()
    assert not Consult.objects.exists()


def test_a_draft_from_the_check_is_filled_in_and_not_sent_yet(cast: Cast) -> None:
    page = browser_of(cast.charlie).post(ASK, {"draft": "Van de tekstcheck"})
    assert page.status_code == 200
    assert "Van de tekstcheck" in page.content.decode()
    assert not Consult.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"draft": " "}, {"draft": "\u200b\n"}, {"question": ""}, {"platform": "x'--"}, {"draft": "x" * 10_001}]
)
def test_what_is_not_filled_in_is_asked_for(cast: Cast, wrong: dict[str, str]) -> None:
    assert browser_of(cast.charlie).post(ASK, {**SAID, **wrong}).status_code == 422
    assert not Consult.objects.exists()


def test_who_has_nobody_above_is_told_kindly(cast: Cast) -> None:
    page = browser_of(cast.director).post(ASK, {**SAID, "about_manager": "on"})
    assert page.status_code == 422
    assert "persoonlijk aan het bestuur" in page.content.decode()


def test_the_second_of_two_answers_reads_the_first(cast: Cast, school_morning: datetime) -> None:
    consult = ask(cast)
    said = {"answer": "ja", "articles": ["personeel-1"], "seen": 1}
    answer(consult, cast.teamleider, ConsultAnswer.NO)
    page = browser_of(cast.teamleider).post(f"/ruggespraak/{consult}/antwoord/", said, follow=True)
    assert "Iemand heeft geantwoord" in page.content.decode()
    found = queries.page(viewer(cast.charlie), consult)
    assert found is not None
    assert found.state.answered is not None
    assert found.state.answered.answer is ConsultAnswer.NO


def test_a_draft_that_changed_under_the_answer_is_shown_first(cast: Cast) -> None:
    consult = ask(cast)
    actions.revise(consult, "Een andere tekst", seen=1, by=viewer(cast.charlie), at=NOW)
    said = {"answer": "ja", "articles": ["personeel-1"], "seen": 1}
    browser = browser_of(cast.teamleider)
    page = browser.post(f"/ruggespraak/{consult}/antwoord/", said)
    assert page.status_code == 422
    assert "Een andere tekst" in page.content.decode()
    assert 'name="seen" value="2"' in page.content.decode()
    assert browser.post(f"/ruggespraak/{consult}/antwoord/", {**said, "seen": 2}).status_code == 302
    assert Consult.objects.get().phase == ConsultPhase.ANSWERED


def test_what_was_posted_is_compared_word_by_word(cast: Cast) -> None:
    consult = ask(cast)
    answer(consult, cast.teamleider)
    browser, page = browser_of(cast.charlie), f"/ruggespraak/{consult}/vergelijken/"
    assert "Ja, woord voor woord" in browser.post(page, {"published": f"{TEXT} \r\n"}).content.decode()
    other = browser.post(page, {"published": TEXT.replace("topdag", "rotdag")}).content.decode()
    assert "Nee, het is anders" in other
    assert "rotdag</ins>" in other
    assert "topdag</del>" in other


def test_under_a_condition_other_words_are_expected_and_the_same_are_not(cast: Cast) -> None:
    consult = ask(cast)
    answer(consult, cast.teamleider, ConsultAnswer.YES_IF)
    browser, page = browser_of(cast.charlie), f"/ruggespraak/{consult}/vergelijken/"
    for published, words in ((TEXT, "Er is niets veranderd"), ("Anders", "Is dat alleen wat anders moest?")):
        told = browser.post(page, {"published": published}).content.decode()
        assert words in told
        assert "Het ja had een voorwaarde: Zonder namen." in told
        assert "De goedkeuring geldt hier niet voor" not in told
