"""The pages of leave: two taps for a teacher, yes or no for a pupil, one search for a colleague, no names in counts."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

import pytest
import time_machine
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from keyzer.ledger.models import Access
from keyzer.people.requests import SignedIn
from keyzer.permits import actions, pages
from keyzer.permits.models import Permit
from tests.cast import NOW, TODAY, Cast, browser_of
from tests.rooms.custody.world import take
from tests.rooms.permits.world import THIRD, draft, exemption_of, fill_in, give, ring

SignIn = Callable[[UUID], Client]
pytestmark = pytest.mark.article("leerlingen-7")


@pytest.fixture
def lessons(cast: Cast, school_morning: datetime) -> Cast:
    ring(cast)
    return cast


def words(browser: Client, path: str = "/") -> str:
    return " ".join(browser.get(path, headers={"Accept-Language": "nl"}, follow=True).content.decode().split())


def lesson(cast: Cast) -> str:
    return reverse("permits:give", args=[cast.class_2a, TODAY.isoformat(), THIRD])


USUAL = {"kinds": ["phone"], "purpose": "opdracht"}


def test_a_teacher_gives_leave_with_two_taps_and_takes_it_back(lessons: Cast, sign_in: SignIn) -> None:
    teacher, pupil = sign_in(lessons.teacher), sign_in(lessons.reporter)
    assert "Nee, nu niet" in words(pupil)
    front = words(teacher)
    assert "Nu: 2A, tot 10:30" in front
    assert lesson(lessons) in front
    assert "tot de bel van 10:30" in words(teacher, lesson(lessons))
    assert teacher.post(lesson(lessons), USUAL).status_code == 302
    assert "2A mag, tot 10:30" in words(teacher)
    assert "Ja, tot 10:30" in words(pupil)
    assert "Ja, tot 10:30" in words(pupil, "/telefoon/nu/")
    permit = Permit.objects.get().id
    assert teacher.post(reverse("permits:withdraw", args=[permit])).status_code == 302
    assert "Nee, nu niet" in words(pupil)


def test_a_teacher_of_another_class_is_told_why_not(lessons: Cast, sign_in: SignIn) -> None:
    charlie = sign_in(lessons.charlie)
    answer = charlie.post(lesson(lessons), USUAL, headers={"Accept-Language": "nl"})
    assert answer.status_code == 422
    assert "In het rooster staat een andere docent voor deze les" in answer.content.decode()
    assert charlie.post(lesson(lessons), {**USUAL, "says_so": "on"}).status_code == 302
    give(lessons)
    permit = Permit.objects.get(by=lessons.teacher).id
    assert charlie.post(reverse("permits:withdraw", args=[permit])).status_code == 404


def test_leave_has_no_effect_for_a_pupil_whose_device_is_kept(lessons: Cast, sign_in: SignIn) -> None:
    take(lessons, NOW, pupil=lessons.subject)
    answer = sign_in(lessons.teacher).post(lesson(lessons), USUAL, headers={"Accept-Language": "nl"}, follow=True)
    assert "Het geldt niet voor 1 leerling" in answer.content.decode()
    assert "Je apparaat ligt in bewaring" in words(sign_in(lessons.subject))
    assert "Ja, tot 10:30" in words(sign_in(lessons.reporter))


def test_every_class_and_hour_can_be_chosen(lessons: Cast, sign_in: SignIn) -> None:
    teacher = sign_in(lessons.teacher)
    assert "Vandaag, 10:50 tot 11:40" in words(teacher, "/telefoon/")
    chosen = teacher.get("/telefoon/", {"klas": str(lessons.class_2b), "uur": f"{TODAY}/4"})
    assert chosen.headers["Location"] == reverse("permits:give", args=[lessons.class_2b, TODAY.isoformat(), 4])
    for path in ("/telefoon/?klas=x&uur=y", "/telefoon/?klas=&uur=2026-99-99/1"):
        assert teacher.get(path).status_code == 200
    for day, period in (("2026-11-23", 9), ("vandaag", 1), ("2026-11-22", 1)):
        assert teacher.get(reverse("permits:give", args=[lessons.class_2a, day, period])).status_code == 404


def test_a_colleague_finds_how_it_stands_in_one_search(lessons: Cast, sign_in: SignIn) -> None:
    give(lessons, pupils=frozenset({lessons.reporter}))
    colleague = sign_in(lessons.hr)
    assert "Ja, tot 10:30" in words(colleague, "/telefoon/nakijken/?q=Lena")
    assert Access.objects.filter(by=lessons.hr, object_kind="phone", object_id=str(lessons.reporter)).exists()
    assert "Nee, nu niet" in words(colleague, "/telefoon/nakijken/?q=Daan")
    several = words(colleague, "/telefoon/nakijken/?q=2A")
    assert "Lena Visser" in several
    assert "Noor Jansen" in several
    assert colleague.get(f"/telefoon/nakijken/{lessons.teacher}/").status_code == 404


def test_an_exemption_is_a_plain_yes_to_teachers(lessons: Cast, sign_in: SignIn) -> None:
    care = sign_in(lessons.zorgcoordinator)
    agree = reverse("permits:agree", args=[lessons.reporter])
    page = words(care, agree)
    assert "Schrijf niet op waarom" in page
    assert "<textarea" not in page
    days = {"since": TODAY, "until": TODAY + timedelta(days=90), "review_on": TODAY + timedelta(days=60)}
    assert care.post(agree, {"kinds": ["phone"], **days}).status_code == 302
    assert "Lena Visser" in words(care, "/telefoon/afspraken/")
    assert "Ja, tot 10:30" in words(sign_in(lessons.reporter))
    seen = words(sign_in(lessons.charlie), f"/telefoon/nakijken/{lessons.reporter}/")
    assert "Voor deze leerling mag het" in seen
    assert "afspraak" not in seen.partition("<main")[2]
    assert "Lena Visser: telefoon" in words(sign_in(lessons.teacher), lesson(lessons))


def test_an_exemption_past_the_school_year_is_refused_and_what_was_typed_stays(lessons: Cast, sign_in: SignIn) -> None:
    agree = reverse("permits:agree", args=[lessons.reporter])
    said = {"kinds": ["phone"], "since": TODAY, "until": "2027-08-01", "review_on": "2027-03-01"}
    answer = sign_in(lessons.director).post(agree, said, headers={"Accept-Language": "nl"})
    assert answer.status_code == 422
    assert "tot en met 31-07-2027" in answer.content.decode()


def test_counts_bear_no_names_and_hide_what_is_few(lessons: Cast, sign_in: SignIn) -> None:
    for pupil in (lessons.reporter, lessons.subject, lessons.affected):
        give(lessons, pupils=frozenset({pupil}))
    director = sign_in(lessons.director)
    page = words(director, "/telefoon/tellen/").partition("<main")[2]
    assert "minder dan 5" in page
    give(lessons)
    give(lessons, pupils=frozenset({lessons.reporter, lessons.subject}))
    page = words(director, "/telefoon/tellen/").partition("<main")[2]
    assert "<td>5</td>" in page
    assert not [name for name in ("Lena", "Teacher", "Visser") if name in page]


def test_the_house_rule_about_breaks_is_the_schools_own(lessons: Cast, sign_in: SignIn) -> None:
    pupil = sign_in(lessons.third_year)
    assert "Nee, nu niet" in words(pupil)
    fill_in(bells_normal=[["08:00", "09:00"], ["11:00", "12:00"]])
    assert "Je hebt nu geen les" in words(pupil)
    fill_in(phone_in_breaks="mag-niet")
    assert "Dat is een huisregel" in words(pupil)
    fill_in(phone_in_breaks="eigen", phone_in_breaks_words="Alleen buiten.")
    assert "Alleen buiten." in words(pupil)


@pytest.mark.parametrize(("who", "most"), [("reporter", 6), ("teacher", 3), ("mentor", 3), ("coordinator", 0)])
def test_the_phone_block_asks_little_of_the_database(rf: RequestFactory, lessons: Cast, who: str, most: int) -> None:
    give(lessons)
    actions.give(draft(lessons)._replace(period=4), by=lessons.mentor, at=NOW)
    request = cast("SignedIn", rf.get("/"))
    request.viewer = lessons.viewer(getattr(lessons, who))
    pages.front(request, NOW)
    with CaptureQueriesContext(connection) as asked:
        pages.front(request, NOW)
    assert len(asked) <= most


@pytest.mark.article("leerlingen-7")
def test_who_made_an_agreement_looks_at_it_again_in_time(cast: Cast, school_morning: datetime) -> None:
    actions.agree(exemption_of(cast.bystander, TODAY), by=cast.zorgcoordinator, at=school_morning)
    asked = "is die nog nodig?"
    assert asked not in words(browser_of(cast.zorgcoordinator), "/")
    with time_machine.travel(school_morning + timedelta(days=60), tick=False):
        assert asked in words(browser_of(cast.zorgcoordinator), "/")
        assert asked not in words(browser_of(cast.director), "/")
