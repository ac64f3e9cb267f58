"""A member of staff answers what the school intends, on the page, before it decides."""

from datetime import datetime
from typing import Any
from uuid import UUID

import pytest

from keyzer.cases import queries
from keyzer.people.models import School
from keyzer.people.queries import viewer_of
from tests.cast import Cast, browser_of
from tests.rooms.cases.world import do
from tests.rooms.own.world import intended, text_of, words

DEFENCE = "Ik stuurde het bericht omdat de toets was verplaatst."


@pytest.fixture
def case(cast: Cast, school_morning: datetime) -> UUID:
    """A teacher who was given an intention, at a school with two weeks for a defence."""
    school = School.objects.get()
    school.settings = {**school.settings, "defence_days": 14, "works_council_consent": "2026-09-01"}
    school.settings |= {"agreement_source": "de cao"}
    school.save()
    return intended(cast, school_morning)


def send(case: UUID, person: UUID, account: str = DEFENCE) -> Any:
    fields = {"seen_version": str(queries.version(case)), "account": account}
    return browser_of(person).post(f"/mijn/{case}/verweer/berisping/", fields, follow=True)


@pytest.mark.article("personeel-8")
def test_the_page_says_what_is_intended_and_until_when_to_answer(cast: Cast, case: UUID) -> None:
    browser = browser_of(cast.teacher)
    assert str(case) in browser.get("/mijn/").content.decode()
    page = words(browser, f"/mijn/{case}/")
    assert "Over u" in page
    assert "De school is iets van plan. Er is nog niets besloten. U kunt reageren." in page
    assert "Het was niet voor het eerst." in page
    assert "maandag 7 december 2026" in page


@pytest.mark.article("personeel-8")
def test_a_defence_goes_into_the_case_once(cast: Cast, case: UUID, school_morning: datetime) -> None:
    page = text_of(send(case, cast.teacher).content.decode())
    assert "Uw verweer staat in het dossier. Wie besluit, leest het eerst." in page
    assert page.count(DEFENCE) == 1
    assert send(case, cast.teacher).status_code == 200
    assert send(case, cast.teacher, "Nog iets anders.").status_code == 422
    file = queries.case_for(viewer_of(cast.hr, school_morning.date()), case)
    assert file is not None
    assert [(one.measure, one.account, one.received_at) for one in file.state.defences] == [
        ("berisping", DEFENCE, school_morning)
    ]


@pytest.mark.article("personeel-8")
def test_nobody_else_defends(cast: Cast, case: UUID) -> None:
    for person in (cast.charlie, cast.coordinator, cast.reporter):
        assert send(case, person).status_code == 404


@pytest.mark.article("personeel-9")
def test_what_became_the_boards_alone_is_there_no_more(cast: Cast, case: UUID, school_morning: datetime) -> None:
    do(cast, case, "report-task-offence", school_morning, by=cast.teamleider, account="Een leerling vertelde het.")
    browser = browser_of(cast.teacher)
    assert browser.get(f"/mijn/{case}/").status_code == 404
    assert browser.get(f"/mijn/{case}/verweer/berisping/").status_code == 404
    assert str(case) not in browser.get("/mijn/").content.decode()
    assert str(case) not in browser.get("/").content.decode()
