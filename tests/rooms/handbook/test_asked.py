"""What people asked about an article: told anew by who may, without names, for everybody to read."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.test import Client

from keyzer.handbook import actions, queries
from keyzer.handbook.events import Published
from keyzer.ledger import queries as ledger
from keyzer.people import queries as people
from tests.cast import NOW, Cast
from tests.rooms.intake.conftest import report_fields, report_id

SignIn = Callable[[UUID], Client]
NEW = "/protocol/vragen/nieuw/"
FORM = {
    "article": "leerlingen-6",
    "question_nl": "Mag ik een klassenfoto in de groepsapp zetten?",
    "answer_nl": "Alleen als iedereen op de foto het goed vindt.\n\nVraag het vooraf.",
}
ENGLISH = {"question_en": "May I share a class picture?", "answer_en": "Only when everybody in it agrees."}
pytestmark = pytest.mark.usefixtures("school_morning")


@pytest.mark.article("leerlingen-5")
def test_an_answered_question_can_be_read_by_everybody_with_its_article(cast: Cast, sign_in: SignIn) -> None:
    assert sign_in(cast.coordinator).post(NEW, {**FORM, **ENGLISH}).headers["Location"] == "/protocol/leerlingen/6"
    page = Client().get("/protocol/leerlingen/6").content.decode()
    assert FORM["question_nl"] in page
    assert "Vraag het vooraf." in page
    assert "Niet meer laten zien" not in page
    english = Client(headers={"accept-language": "en"}).get("/protocol/leerlingen/6").content.decode()
    assert ENGLISH["question_en"] in english


def test_without_english_it_is_read_in_dutch_and_said_to_be(cast: Cast) -> None:
    actions.publish(Published(**FORM), by=cast.viewer(cast.director), at=NOW)
    page = Client(headers={"accept-language": "en"}).get("/protocol/leerlingen/6").content.decode()
    assert f'<summary lang="nl">{FORM["question_nl"]}' in page


def test_it_can_be_taken_back_and_the_ledger_tells_that_it_was(cast: Cast, sign_in: SignIn) -> None:
    question = actions.publish(Published(**FORM), by=cast.viewer(cast.safety), at=NOW)
    browser = sign_in(cast.coordinator)
    assert browser.post(f"/protocol/vragen/{question}/terug/").headers["Location"] == "/protocol/leerlingen/6"
    assert not queries.asked_about("leerlingen-6", "nl")
    assert [(each.kind, each.by) for each in ledger.read(question)] == [
        ("published", cast.safety),
        ("taken-back", cast.coordinator),
    ]
    actions.take_back(question, by=cast.viewer(cast.safety), at=NOW)
    assert ledger.version(question) == 2
    assert browser.post(f"/protocol/vragen/{uuid4()}/terug/").status_code == 404


@pytest.mark.parametrize("field", ["question_nl", "answer_nl", "question_en", "answer_en"])
def test_a_name_of_the_roster_is_refused_wherever_it_stands(cast: Cast, sign_in: SignIn, field: str) -> None:
    name = people.names([cast.subject])[cast.subject]
    told = {**FORM, **ENGLISH, field: f"Mag dat ook bij {name.upper()}?"}
    answer = sign_in(cast.coordinator).post(NEW, told)
    assert answer.status_code == 422
    assert f"Laat de naam `{name}` weg" in answer.content.decode()
    assert not queries.asked_about("leerlingen-6", "nl")


def test_a_name_is_known_the_other_way_round_and_a_first_name_alone_names_nobody(cast: Cast) -> None:
    given, *family = people.names([cast.subject])[cast.subject].split()
    assert people.named_in(f"Het was {' '.join(family)}, {given}.")
    assert not people.named_in(f"Het was {given}.")


def test_half_an_english_text_or_an_unknown_article_is_not_published(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in(cast.coordinator)
    assert browser.post(NEW, {**FORM, "question_en": "May I?"}).status_code == 422
    assert browser.post(NEW, {**FORM, "article": "leerlingen-99"}).status_code == 422
    with pytest.raises(actions.UnknownArticle):
        actions.publish(Published(**{**FORM, "article": "leerlingen-99"}), by=cast.viewer(cast.director), at=NOW)


@pytest.mark.parametrize("who", ["subject", "guardian", "teacher", "mentor", "hr", "board"])
def test_nobody_else_decides_what_everybody_reads(cast: Cast, sign_in: SignIn, who: str) -> None:
    person = getattr(cast, who)
    browser = sign_in(person)
    assert browser.get(NEW).status_code == 404
    assert browser.post(NEW, FORM).status_code == 404
    with pytest.raises(actions.NotAllowed):
        actions.publish(Published(**FORM), by=cast.viewer(person), at=NOW)


@pytest.mark.article("leerlingen-8")
def test_a_doubt_keeps_the_article_that_it_is_about_and_once_answered_can_be_published(
    cast: Cast, sign_in: SignIn
) -> None:
    reporter, coordinator = sign_in(cast.reporter), sign_in(cast.coordinator)
    assert 'value="leerlingen-7"' in reporter.get("/melden/nieuw/twijfel/?artikel=leerlingen-7").content.decode()
    sent = reporter.post("/melden/nieuw/twijfel/", report_fields(step="1", article="leerlingen-7"))
    doubt = report_id(sent.headers["Location"])
    page = coordinator.get(f"/melden/{doubt}/").content.decode()
    assert "De vraag gaat over dit artikel:" in page
    assert NEW not in page
    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    coordinator.post(f"/melden/{doubt}/zeg/", {"seen": seen, "words": "Vraag het aan je docent."})
    assert f"{NEW}?artikel=leerlingen-7" in coordinator.get(f"/melden/{doubt}/").content.decode()
    assert NEW not in reporter.get(f"/melden/{doubt}/").content.decode()


def test_an_article_that_does_not_exist_does_not_stop_a_doubt(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in(cast.reporter)
    sent = browser.post("/melden/nieuw/twijfel/", report_fields(step="1", article="leerlingen-99"))
    page = browser.get(f"/melden/{report_id(sent.headers['Location'])}/").content.decode()
    assert "De vraag gaat over dit artikel:" not in page
