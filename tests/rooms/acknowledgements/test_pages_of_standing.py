"""How far the school is, who is reminded and when, and what only the head of the school reads."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from keyzer.acknowledgements import actions
from keyzer.acknowledgements.actions import Asked, How, ListedRow, reminding
from keyzer.acknowledgements.queries.reminding import who_owe
from keyzer.kit.clock import SCHOOL_ZONE
from keyzer.people.models import Enrolment, Guardianship, Person, User
from keyzer.post.models import Outgoing
from keyzer.protocol import Audience
from tests.cast import NOW, TODAY, Cast, browser_of
from tests.rooms.acknowledgements.big_school import PUPILS, big_id, enter_big_school
from tests.rooms.acknowledgements.pages import EDITION, answer, words

pytestmark = pytest.mark.usefixtures("school_morning")
PUPIL, PARENT = Audience.LEERLING, Audience.OUDER
FRAME = 10
"""Queries that every page costs: who looks, as what, at which school."""


def reminded() -> set[UUID]:
    return set(Outgoing.objects.values_list("to_id", flat=True))


@pytest.mark.article("reikwijdte-1")
def test_a_big_school_costs_as_much_as_a_small_one(cast: Cast) -> None:
    browser = browser_of(cast.director)
    browser.get("/tekenen/stand/")
    with CaptureQueriesContext(connection) as small:
        browser.get("/tekenen/stand/")
    enter_big_school()
    half = [big_id("pupil", number) for number in range(0, PUPILS, 2)]
    listed = [ListedRow(Asked(one, one, PUPIL), EDITION, "nl", NOW) for one in half]
    actions.record_many(listed, how=How.IMPORT, by=None, at=NOW)
    with CaptureQueriesContext(connection) as big:
        page = browser.get("/tekenen/stand/").content.decode()
    assert len(big) == len(small)
    assert len(big) < FRAME + 10
    assert page.count('class="seat') == 48 + 4
    assert "600 van" in page
    assert "Dependance" in page


def test_a_mentor_opens_the_own_class_and_no_other(cast: Cast) -> None:
    browser = browser_of(cast.mentor)
    page = browser.get("/tekenen/stand/").content.decode()
    assert f"/tekenen/stand/{cast.class_2a}/" in page
    assert str(cast.class_2b) not in page
    assert "weigeringen" not in page
    assert "Daan Bakker" in words(browser, f"/tekenen/stand/{cast.class_2a}/")


@pytest.mark.article("reikwijdte-1")
def test_one_tap_mails_each_person_once_for_all_children(cast: Cast) -> None:
    Guardianship.objects.create(guardian_id=cast.guardian, child_id=cast.reporter, since=date(2020, 8, 1))
    browser = browser_of(cast.mentor)
    browser.post(f"/tekenen/stand/{cast.class_2a}/herinneren/")
    assert Outgoing.objects.filter(to_id=cast.guardian).count() == 1
    assert {cast.subject, cast.reporter, cast.affected, cast.second_guardian} <= reminded()
    assert cast.bystander not in reminded()
    before = Outgoing.objects.count()
    browser.post(f"/tekenen/stand/{cast.class_2a}/herinneren/")
    assert Outgoing.objects.count() == before
    assert "kregen deze week al" in words(browser, f"/tekenen/stand/{cast.class_2a}/")


def test_the_same_weekday_of_next_week_somebody_can_be_reminded_again(cast: Cast) -> None:
    reminding.remind([cast.subject], by=None, at=NOW)
    for days, mailed in ((6, 0), (7, 1)):
        assert reminding.remind([cast.subject], by=None, at=NOW + timedelta(days=days, hours=-1)).mailed == mailed


@pytest.mark.parametrize(
    ("at", "goes_out"),
    [
        (datetime(2026, 11, 24, 7, 29, tzinfo=SCHOOL_ZONE), datetime(2026, 11, 24, 7, 30, tzinfo=SCHOOL_ZONE)),
        (datetime(2026, 11, 24, 12, 0, tzinfo=SCHOOL_ZONE), datetime(2026, 11, 24, 12, 0, tzinfo=SCHOOL_ZONE)),
        (datetime(2026, 11, 24, 18, 0, tzinfo=SCHOOL_ZONE), datetime(2026, 11, 25, 7, 30, tzinfo=SCHOOL_ZONE)),
        (datetime(2026, 11, 28, 12, 0, tzinfo=SCHOOL_ZONE), datetime(2026, 11, 30, 7, 30, tzinfo=SCHOOL_ZONE)),
    ],
)
def test_mail_goes_out_in_school_hours(cast: Cast, at: datetime, goes_out: datetime) -> None:
    reminding.remind([cast.subject], by=None, at=at)
    assert Outgoing.objects.get().not_before == goes_out


def test_who_has_no_account_gets_a_link_and_who_has_no_address_is_named(cast: Cast) -> None:
    Person.objects.filter(id=cast.guardian).update(email="thuis@gezin.example")
    User.objects.filter(person_id__in=[cast.guardian, cast.second_guardian]).delete()
    done = reminding.remind([cast.guardian, cast.second_guardian, cast.subject], by=cast.mentor, at=NOW)
    assert done == (2, 0, (cast.second_guardian,))
    paths = dict(Outgoing.objects.values_list("to_id", "path"))
    assert paths[cast.subject] == "/tekenen/"
    assert paths[cast.guardian].startswith("/tekenen/link/")


def test_who_answered_is_not_reminded(cast: Cast) -> None:
    browser_of(cast.subject).post("/tekenen/", answer((cast.subject, PUPIL)))
    said = answer((cast.guardian, PARENT), (cast.subject, PUPIL), reason="Nee.")
    browser_of(cast.guardian).post("/tekenen/niet/", said)
    assert not {cast.subject, cast.guardian} & who_owe(TODAY)
    browser_of(cast.director).post("/tekenen/stand/herinneren/")
    assert reminded() == who_owe(TODAY) - {cast.stranger}


def test_reminders_rest_and_start_again(cast: Cast) -> None:
    director, mentor = browser_of(cast.director), browser_of(cast.mentor)
    assert mentor.post("/tekenen/stand/rust/", {"rest": "stop"}).status_code == 404
    director.post("/tekenen/stand/rust/", {"rest": "pause"})
    mentor.post(f"/tekenen/stand/{cast.class_2a}/herinneren/")
    assert reminded() == set()
    assert "geen herinneringen" in words(mentor, f"/tekenen/stand/{cast.class_2a}/")
    with time_machine.travel(NOW + timedelta(days=14), tick=False):
        assert reminding.remind([cast.subject], by=None, at=NOW + timedelta(days=14)).mailed == 1
    director.post("/tekenen/stand/rust/", {"rest": "stop"})
    with pytest.raises(reminding.Resting):
        reminding.remind([cast.affected], by=None, at=NOW + timedelta(days=365))
    director.post("/tekenen/stand/rust/", {"rest": "start"})
    assert reminding.remind([cast.affected], by=None, at=NOW).mailed == 1


def test_only_the_head_reads_why_somebody_does_not_sign(cast: Cast) -> None:
    said = answer((cast.subject, PUPIL), reason="Artikel 7 gaat te ver.")
    browser_of(cast.guardian).post("/tekenen/niet/", said)
    assert "Artikel 7 gaat te ver." in words(browser_of(cast.director), "/tekenen/stand/weigeringen/")
    page = words(browser_of(cast.mentor), f"/tekenen/stand/{cast.class_2a}/")
    assert "Tekent niet" in page
    assert "gaat te ver" not in page


def test_what_a_new_edition_would_ask(cast: Cast) -> None:
    browser_of(cast.subject).post("/tekenen/", answer((cast.subject, PUPIL)))
    Enrolment.objects.filter(pupil_id=cast.bystander).update(since=date(2027, 1, 4))
    page = words(browser_of(cast.director), "/tekenen/stand/straks/")
    assert "Een grote wijziging zou vandaag" in page
    assert "Sem Smit" in page
    with time_machine.travel(datetime(2026, 7, 1, 9, 0, tzinfo=SCHOOL_ZONE), tick=False):
        assert "Er verandert" in words(browser_of(cast.director), "/tekenen/stand/straks/")
