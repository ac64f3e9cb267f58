"""The front page answers "what now?" for whoever opens it."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from keyzer.ledger.models import Access
from keyzer.post import actions as post
from tests.cast import NOW, Cast, browser_of
from tests.rooms.cases.world import do, open_case
from tests.rooms.desk.conftest import Telling

DOORS = ("Mag dit?", "Melden", "Ik twijfel", "Het protocol")
MOST_QUERIES = 28


def front(person: UUID, **headers: str) -> str:
    answer = browser_of(person).get("/", headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_visitor_gets_the_doors_that_need_no_account(school: None, client: Client) -> None:
    page = client.get("/").content.decode()
    assert "Mag dit?" in page
    assert "Inloggen" in page
    assert "Dit wacht op jou" not in page


@pytest.mark.article("leerlingen-8")
def test_a_pupil_gets_the_four_doors_and_no_list_of_work(cast: Cast) -> None:
    page = front(cast.bystander)
    assert all(door in page for door in DOORS)
    assert "Dit wacht op jou" not in page
    assert 'href="/leren/"' in page.partition("<main")[2]
    assert 'href="/programmas/"' in page.partition("<main")[2]


@pytest.mark.article("leerlingen-8")
def test_a_new_report_stands_on_top_of_its_own_coordinators_desk_with_its_term(cast: Cast, tell: Telling) -> None:
    open_case(cast, NOW)
    report = tell(cast.reporter)
    page = front(cast.coordinator)
    assert f"/melden/{report}/" in page
    assert "vóór" in page.split(f"/melden/{report}/")[1][:600]
    assert page.index(str(report)) < page.index("Zaak over")
    assert str(report) not in front(cast.other_coordinator)
    assert str(report) not in front(cast.charlie)


def test_who_told_something_finds_it_back(cast: Cast, tell: Telling) -> None:
    report = tell(cast.reporter)
    assert str(report) in front(cast.reporter)
    assert str(report) not in front(cast.affected)


def test_an_unchanged_page_is_not_sent_again_until_something_is_written(cast: Cast, tell: Telling) -> None:
    browser = browser_of(cast.coordinator)
    mark = browser.get("/").headers["ETag"]
    assert browser.get("/", headers={"If-None-Match": mark}).status_code == 304
    report = tell(cast.reporter)
    again = browser.get("/", headers={"If-None-Match": mark})
    assert str(report) in again.content.decode()


def test_the_mark_of_one_person_says_nothing_about_anothers_page(cast: Cast, tell: Telling) -> None:
    mark = browser_of(cast.coordinator).get("/").headers["ETag"]
    assert browser_of(cast.other_coordinator).get("/", headers={"If-None-Match": mark}).status_code == 200


def test_the_desk_costs_no_more_when_more_waits(
    cast: Cast, tell: Telling, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(12):
        tell(cast.reporter)
    browser = browser_of(cast.coordinator)
    with django_assert_max_num_queries(MOST_QUERIES):
        browser.get("/")


@pytest.mark.parametrize("words", ["Bakker", "2A", "daan"])
def test_staff_find_a_pupil_by_name_or_class(cast: Cast, words: str) -> None:
    page = browser_of(cast.teacher).get("/zoeken/", {"q": words}).content.decode()
    assert f"/dossier/{cast.subject}/" in page


def test_nothing_found_says_what_to_try(cast: Cast) -> None:
    assert "Niemand gevonden" in browser_of(cast.teacher).get("/zoeken/", {"q": "qqq"}).content.decode()


def test_search_does_not_exist_for_a_pupil_and_the_attempt_is_recorded(
    cast: Cast, sign_in: Callable[[UUID], Client]
) -> None:
    assert sign_in(cast.bystander).get("/zoeken/", {"q": "Daan"}).status_code == 404
    assert Access.objects.filter(by=cast.bystander, outcome="refused").exists()


def test_who_decides_nothing_sees_what_waits_only_when_something_does(cast: Cast, school_morning: datetime) -> None:
    case = open_case(cast, NOW)
    assert "Dit wacht op jou" not in front(cast.safety)
    do(cast, case, "reassign", NOW, by=cast.director, handler=str(cast.safety), reason="Zij kent de klas.")
    page = front(cast.safety)
    assert "Dit wacht op jou" in page
    assert f"/zaken/{case}/" in page


def test_what_waits_is_sorted_by_when_it_is_due_with_counts(cast: Cast) -> None:
    """Opened on Monday; seen on Thursday of that week, the contact with the guardians is late and the talk is due."""
    with time_machine.travel(NOW, tick=False):
        open_case(cast, NOW)
    with time_machine.travel(NOW + timedelta(days=3), tick=False):
        page = front(cast.coordinator)
    titles = re.findall(r"<h3>([^<]+) <span class=\"soft\">\((\d+)\)", page)
    assert [title for title, _count in titles] == ["Te laat", "Vandaag", "Binnen een week", "Later"]
    assert titles[0] == ("Te laat", "2")
    assert page.index("Te laat") < page.index("Contact met Marja Bakker") < page.index("Vandaag <span")
    waiting = page.partition("Beelden van jezelf")[0]
    assert sum(int(count) for _title, count in titles) == waiting.count('class="row-state"')


def test_an_administrator_is_told_how_much_mail_failed_and_not_to_whom(cast: Cast, school_morning: datetime) -> None:
    post.queue(to=cast.guardian, kind="waiting", path="/", by=None, at=NOW - timedelta(days=6))
    post.deliver(NOW, 10)
    page = front(cast.beheerder)
    assert "1 e-mail kon niet worden bezorgd" in page
    assert "E-mail is niet ingesteld" in page
    assert "Marja" not in page
    assert "e-mail" not in front(cast.coordinator)
