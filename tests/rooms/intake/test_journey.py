"""From the first word to an incident, as browsers walk it."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.test import Client
from django.utils.html import escape

from keyzer.incidents import queries as incidents
from keyzer.intake import queries
from keyzer.protocol import Part
from tests.cast import Cast
from tests.rooms.intake.conftest import NAMED, STORY, Telling, report_fields, report_id

SignIn = Callable[[UUID], Client]


@pytest.mark.article("leerlingen-8")
def test_a_pupil_reports_in_three_steps_and_hears_who_reads_it(
    cast: Cast, sign_in: SignIn, school_morning: datetime
) -> None:
    browser = sign_in(cast.reporter)
    assert browser.get("/melden/").status_code == 200
    first = browser.get("/melden/nieuw/melding/")
    sending = first.context["form"]["sending"].value()
    fields = {"sending": sending, "step": "0", "go": "next", "words": STORY, "about": "mijzelf"}
    second = browser.post("/melden/nieuw/melding/", fields)
    assert second.context["now"].step == 1
    assert STORY in second.content.decode()
    fields |= {"step": "1", "who": NAMED, "where": "online", "conduct": ["foto-doorsturen"]}
    third = browser.post("/melden/nieuw/melding/", fields)
    assert third.context["now"].step == 2
    assert NAMED in third.content.decode()
    done = browser.post("/melden/nieuw/melding/", fields | {"step": "2", "go": "send"}, follow=True)
    words = done.content.decode()
    assert "Karin Dekker" in words
    assert "morgen 16:30" in words
    assert "/protocol/leerlingen/8" in words


def test_going_back_keeps_what_was_typed(cast: Cast, sign_in: SignIn, school_morning: datetime) -> None:
    fields = report_fields(step="1", go="back", who="")
    page = sign_in(cast.reporter).post("/melden/nieuw/melding/", fields)
    assert page.context["now"].step == 0
    assert page.context["form"]["words"].value() == STORY
    assert page.context["form"]["conduct"].value() == ["foto-doorsturen"]


def test_a_step_that_misses_something_says_so_and_keeps_the_rest(
    cast: Cast, sign_in: SignIn, school_morning: datetime
) -> None:
    page = sign_in(cast.reporter).post("/melden/nieuw/melding/", {"step": "0", "go": "next", "words": STORY})
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"about"}
    assert STORY in page.content.decode()


def test_the_coordinator_answers_and_opens_an_incident_without_typing_again(
    cast: Cast, sign_in: SignIn, told: Telling
) -> None:
    report = told(cast.reporter)
    browser = sign_in(cast.coordinator)
    [waiting] = queries.waiting_for(cast.viewer(cast.coordinator), 10)
    assert (waiting.id, waiting.reporter) == (report, cast.reporter)
    page = browser.get(f"/melden/{report}/")
    assert STORY in page.content.decode()
    seen = page.context["found"].version
    browser.post(f"/melden/{report}/zeg/", {"seen": seen, "words": "Dank je, ik ga ermee aan de slag."})
    assert queries.waiting_for(cast.viewer(cast.coordinator), 10) == []
    prepared = browser.get(f"/melden/{report}/incident/")
    form = prepared.context["form"]
    persons = prepared.context["persons"].persons()
    assert form["told"].value() == STORY
    assert (cast.reporter, Part.BETROKKENE) in persons
    sent = {
        "seen": form["seen"].value(),
        "told": STORY,
        "place": form["place"].value(),
        "conduct": form["conduct"].value(),
        "person": [str(person) for person, _part in persons] + [str(cast.subject)],
        "part": [part.value for _person, part in persons] + [Part.ONDERWERP.value],
        "go": "save",
    }
    answer = browser.post(f"/melden/{report}/incident/", sent)
    [incident] = {queries.page(cast.viewer(cast.reporter), report).incident}  # type: ignore[union-attr]
    assert incident is not None
    assert answer.headers["Location"] == f"/incidenten/{incident}/"
    assert {(each.person, each.part) for each in incidents.persons_of(incident)} >= {
        (cast.subject, Part.ONDERWERP),
        (cast.reporter, Part.MELDER),
    }
    assert incidents.conduct_of(incident) == ["foto-doorsturen"]
    again = browser.post(f"/melden/{report}/incident/", sent)
    assert again.headers["Location"] == f"/incidenten/{incident}/"


@pytest.mark.article("leerlingen-8")
def test_the_reporter_follows_it_in_plain_words_and_never_sees_the_incident(
    cast: Cast, sign_in: SignIn, told: Telling
) -> None:
    report = told(cast.reporter)
    own = sign_in(cast.reporter)
    assert "ontvangen" in own.get("/melden/mijn/").content.decode()
    sign_in(cast.coordinator).get(f"/melden/{report}/")
    words = own.get(f"/melden/{report}/").content.decode()
    assert "Karin Dekker heeft het gelezen" in words
    assert "gelezen" in own.get("/melden/mijn/").content.decode()
    assert "/incidenten/" not in words
    assert own.get(f"/melden/{report}/incident/").status_code == 404


@pytest.mark.article("leerlingen-8")
def test_a_doubt_makes_no_file_until_the_one_who_doubts_says_so(cast: Cast, sign_in: SignIn, told: Telling) -> None:
    doubt = told(cast.reporter, "twijfel")
    [waiting] = queries.waiting_for(cast.viewer(cast.coordinator), 10)
    assert waiting.due_at == datetime(2026, 11, 25, 15, 30, tzinfo=UTC)
    handler, own = sign_in(cast.coordinator), sign_in(cast.reporter)
    assert handler.get(f"/melden/{doubt}/incident/").status_code == 404
    assert handler.post(f"/melden/{doubt}/wordt-melding/", {"seen": 2}).status_code == 404
    version = own.get(f"/melden/{doubt}/").context["found"].version
    own.post(f"/melden/{doubt}/wordt-melding/", {"seen": version})
    assert handler.get(f"/melden/{doubt}/incident/").context["form"]["told"].value() == STORY


@pytest.mark.article("leerlingen-5")
def test_a_bystander_reports_for_somebody_else(cast: Cast, sign_in: SignIn, told: Telling) -> None:
    report = told(cast.bystander, about="gezien")
    persons = sign_in(cast.coordinator).get(f"/melden/{report}/incident/").context["persons"].persons()
    assert persons == [(cast.bystander, Part.MELDER), (cast.bystander, Part.GETUIGE)]


@pytest.mark.article("reikwijdte-5")
@pytest.mark.parametrize("where", ["school", "onderweg", "online", "elders", "onbekend", ""])
def test_no_place_blocks_a_report(cast: Cast, told: Telling, where: str) -> None:
    report = told(cast.reporter, where=where)
    assert [row.id for row in queries.own_reports(cast.viewer(cast.reporter))] == [report]


@pytest.mark.article("reikwijdte-4c")
def test_what_was_shared_against_ones_will_can_be_named_in_plain_words(
    cast: Cast, sign_in: SignIn, told: Telling
) -> None:
    report = told(cast.reporter, conduct=["foto-doorsturen", "beeld-zonder-toestemming"])
    words = sign_in(cast.coordinator).get(f"/melden/{report}/").content.decode()
    assert escape("Een foto of filmpje doorsturen dat niet voor anderen bedoeld is") in words


def test_a_form_sent_twice_makes_one_report(cast: Cast, sign_in: SignIn, school_morning: datetime) -> None:
    browser, fields = sign_in(cast.reporter), report_fields()
    first = browser.post("/melden/nieuw/melding/", fields)
    second = browser.post("/melden/nieuw/melding/", fields)
    assert first.headers["Location"] == second.headers["Location"]
    assert len(queries.own_reports(cast.viewer(cast.reporter))) == 1


def test_the_key_of_one_form_is_no_key_to_anothers_report(
    cast: Cast, sign_in: SignIn, school_morning: datetime
) -> None:
    fields = report_fields()
    mine = sign_in(cast.reporter).post("/melden/nieuw/melding/", fields)
    theirs = sign_in(cast.bystander).post("/melden/nieuw/melding/", fields)
    assert report_id(mine.headers["Location"]) != report_id(theirs.headers["Location"])


def test_a_second_writer_is_told_what_changed_and_keeps_the_text(cast: Cast, sign_in: SignIn, told: Telling) -> None:
    report = told(cast.reporter)
    browser, own = sign_in(cast.coordinator), sign_in(cast.reporter)
    seen = browser.get(f"/melden/{report}/").context["found"].version
    own.post(f"/melden/{report}/zeg/", {"seen": seen, "words": "Het is net weer gebeurd."})
    refused = browser.post(f"/melden/{report}/zeg/", {"seen": seen, "words": "Ik bel je morgen."})
    words = refused.content.decode()
    assert refused.status_code == 409
    assert "Ik bel je morgen." in words
    assert "Het is net weer gebeurd." in words
    accepted = browser.post(
        f"/melden/{report}/zeg/",
        {"seen": refused.context["form"]["seen"].value(), "words": "Ik bel je nu."},
    )
    assert accepted.status_code == 302


def test_a_receipt_is_no_reason_to_refuse_words(cast: Cast, sign_in: SignIn, told: Telling) -> None:
    report = told(cast.reporter)
    own = sign_in(cast.reporter)
    seen = own.get(f"/melden/{report}/").context["found"].version
    sign_in(cast.coordinator).get(f"/melden/{report}/")
    assert own.post(f"/melden/{report}/zeg/", {"seen": seen, "words": "Nog iets."}).status_code == 302


def test_closing_with_an_answer_says_that_it_is_dealt_with(cast: Cast, sign_in: SignIn, told: Telling) -> None:
    report = told(cast.reporter)
    browser = sign_in(cast.coordinator)
    seen = browser.get(f"/melden/{report}/").context["found"].version
    browser.post(f"/melden/{report}/zeg/", {"seen": seen, "words": "Alles is besproken.", "go": "settle"})
    page = sign_in(cast.reporter).get(f"/melden/{report}/").content.decode()
    assert "Dit is afgehandeld." in page
    assert queries.waiting_for(cast.viewer(cast.coordinator), 10) == []


def test_a_guardian_is_addressed_as_one_and_tells_it_for_the_child(
    cast: Cast, sign_in: SignIn, school_morning: datetime
) -> None:
    browser = sign_in(cast.reporters_guardian)
    first = browser.get("/melden/nieuw/melding/").content.decode()
    assert "Het is mijn kind overkomen" in first
    assert "Lena Visser" in first
    sent = browser.post("/melden/nieuw/melding/", report_fields(child=str(cast.reporter)))
    report = report_id(sent.headers["Location"])
    assert "Goed dat u het vertelt." in browser.get(sent.headers["Location"]).content.decode()
    persons = sign_in(cast.coordinator).get(f"/melden/{report}/incident/").context["persons"].persons()
    assert persons == [(cast.reporters_guardian, Part.MELDER), (cast.reporter, Part.BETROKKENE)]


def test_a_guardian_says_which_child_but_not_for_somebody_elses(
    cast: Cast, sign_in: SignIn, school_morning: datetime
) -> None:
    browser = sign_in(cast.reporters_guardian)
    begun = {"step": "0", "go": "next"}
    assert browser.post("/melden/nieuw/melding/", report_fields(**begun)).status_code == 422
    assert browser.post("/melden/nieuw/melding/", report_fields(**begun, about="ander")).status_code == 200


def test_a_guardian_tells_it_for_no_other_child(cast: Cast, sign_in: SignIn, school_morning: datetime) -> None:
    page = sign_in(cast.reporters_guardian).post("/melden/nieuw/melding/", report_fields(child=str(cast.subject)))
    assert page.status_code == 422
    assert "child" in page.context["form"].errors


def test_the_pages_read_in_english_too(cast: Cast, sign_in: SignIn, told: Telling) -> None:
    report = told(cast.reporter)
    page = sign_in(cast.reporter).get(f"/melden/{report}/", headers={"accept-language": "en"}).content.decode()
    assert "takes care of it" in page
    assert "melding" not in page.replace("/melden/", "").replace("/melding/", "").lower()


@pytest.mark.article("personeel-9")
def test_staff_are_told_that_the_board_hears_at_once_of_a_possible_sexual_offence(
    cast: Cast, sign_in: SignIn, told: Telling
) -> None:
    fields = report_fields(conduct=["seksueel-beeld-delen"], step="1", go="next")
    words = "Dan hoort het bestuur het meteen"
    assert words in sign_in(cast.teacher).post("/melden/nieuw/melding/", fields).content.decode()
    assert words not in sign_in(cast.reporter).post("/melden/nieuw/melding/", fields).content.decode()
    report = told(cast.reporter, conduct=["seksueel-beeld-delen"])
    assert words in sign_in(cast.coordinator).get(f"/melden/{report}/").content.decode()


def test_the_reporter_sees_who_read_it_and_who_handles_it_since(cast: Cast, sign_in: SignIn, told: Telling) -> None:
    report = told(cast.reporter)
    first, own = sign_in(cast.coordinator), sign_in(cast.reporter)
    first.get(f"/melden/{report}/")
    first.get(f"/melden/{report}/")
    first.post(f"/melden/{report}/overdragen/")
    page = own.get(f"/melden/{report}/").content.decode()
    assert page.count("Karin Dekker heeft het gelezen") == 1
    assert "Peter Vos behandelt het vanaf nu" in page
    assert "Peter Vos heeft het gelezen" not in page
    sign_in(cast.other_coordinator).get(f"/melden/{report}/")
    assert "Peter Vos heeft het gelezen" in own.get(f"/melden/{report}/").content.decode()
