"""One's way through a lesson: going on, stopping, coming back, doing it again; and what a mentor sees of it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from keyzer.learning import actions, queries
from keyzer.learning.models import Progress
from keyzer.learning.queries import ClassResults
from keyzer.learning.shelf import shelf
from keyzer.ledger import queries as ledger
from keyzer.people.actions import enter
from keyzer.people.roster import NewEnrolment, NewRole, Roster
from keyzer.protocol import Role
from tests.cast import NOW, SINCE, TODAY, Cast
from tests.rooms.learning.conftest import SOUND

SignIn = Callable[[UUID], Client]
LAST = 7


def finish(person: UUID, lesson: str) -> None:
    for number in range(1, LAST + 1):
        actions.go_on(lesson, number, by=person, at=NOW)


def position(person: UUID, lesson: str = "foto") -> int:
    state = queries.lesson_of(person, lesson)
    assert state is not None
    return state.position


@pytest.mark.article("leerlingen-1")
def test_each_screen_leads_to_the_next_and_the_last_to_what_to_do_now(sign_in: SignIn, cast: Cast) -> None:
    browser = sign_in(cast.subject)
    for number in range(1, LAST):
        answer = browser.post(f"/leren/foto/{number}/")
        assert answer.headers["Location"] == f"/leren/foto/{number + 1}/"
        assert position(cast.subject) == number + 1
    assert browser.post(f"/leren/foto/{LAST}/").headers["Location"] == "/leren/foto/klaar/"
    done = browser.get("/leren/foto/klaar/").content.decode()
    assert "Wat nu?" in done
    assert "De volgende les" in done
    assert "Wie ziet wat jij deelt?" in done


def test_one_goes_on_where_one_stopped_and_from_there_back(sign_in: SignIn, cast: Cast) -> None:
    browser = sign_in(cast.subject)
    browser.post("/leren/foto/1/")
    browser.post("/leren/foto/2/")
    assert "/leren/foto/3/" in browser.get("/leren/foto/").content.decode()
    assert "/leren/foto/2/" in browser.get("/leren/foto/3/").content.decode()
    assert position(cast.subject) == 3
    following = queries.next_for(cast.viewer(cast.subject), queries.lessons_of(cast.subject))
    assert following is not None
    assert following.lesson.id == "foto"


def test_doing_it_again_takes_nothing_back(sign_in: SignIn, cast: Cast) -> None:
    finish(cast.subject, "foto")
    browser = sign_in(cast.subject)
    assert "Nog een keer" in browser.get("/leren/foto/").content.decode()
    browser.post("/leren/foto/1/")
    state = queries.lesson_of(cast.subject, "foto")
    assert state is not None
    assert (state.is_finished, state.position) == (True, 2)


def test_reading_writes_nothing(sign_in: SignIn, cast: Cast) -> None:
    browser, before = sign_in(cast.subject), ledger.position()
    for path in ("", "foto/", "foto/1/", "foto/3/", "foto/7/", "foto/klaar/"):
        assert browser.get(f"/leren/{path}").status_code in {200, 302}
    assert not Progress.objects.exists()
    assert ledger.position() == before


@pytest.mark.article("leerlingen-1")
def test_no_answer_is_ever_kept(sign_in: SignIn, cast: Cast) -> None:
    """Answers unfold on the page itself; and were one sent along, nothing of it would stay."""
    browser = sign_in(cast.subject)
    page = browser.get("/leren/foto/3/").content.decode()
    assert page.count('<details class="reply') == 3
    form = page[page.index('<form class="go-on"') :]
    assert form[: form.index("</form>")].count("<input") == 1
    browser.post("/leren/foto/3/", {"answer": "fout-antwoord"})
    kept = Progress.objects.values().get()
    assert set(kept) == {"id", "person_id", "lesson", "digest", "position", "finished_at", "finished_digest"}
    assert "fout-antwoord" not in str(kept)
    assert not browser.session.get("answer")


def test_who_has_not_finished_is_led_to_the_beginning(sign_in: SignIn, cast: Cast) -> None:
    assert sign_in(cast.subject).get("/leren/foto/klaar/").headers["Location"] == "/leren/foto/"


@pytest.mark.parametrize(
    "path", ["nergens/", "nergens/1/", "nergens/klaar/", "foto/0/", "foto/8/", "foto/99999999999/"]
)
def test_what_is_not_there_is_not_found(sign_in: SignIn, cast: Cast, path: str) -> None:
    browser = sign_in(cast.subject)
    assert browser.get(f"/leren/{path}").status_code == 404
    if path[-2].isdigit():
        assert browser.post(f"/leren/{path}").status_code == 404
    assert not Progress.objects.exists()


def test_a_visitor_is_asked_to_sign_in(client: Client, cast: Cast) -> None:
    assert client.get("/leren/foto/1/").status_code == 302
    assert client.post("/leren/foto/1/").headers["Location"].startswith("/aanmelden/")
    assert not Progress.objects.exists()


@pytest.mark.parametrize(
    ("who", "first", "not_first"),
    [
        ("subject", "Wie ziet wat jij deelt?", "Er thuis over praten"),
        ("guardian", "Er thuis over praten", "Wie ziet wat jij deelt?"),
        ("charlie", "Dichtbij, en toch op afstand", "Wie ziet wat jij deelt?"),
    ],
)
def test_everybody_begins_with_the_own_lessons(
    sign_in: SignIn, cast: Cast, who: str, first: str, not_first: str
) -> None:
    page = sign_in(getattr(cast, who)).get("/leren/").content.decode()
    assert page.index(first) < page.index("Geschreven voor anderen") < page.rindex(not_first)


def test_when_all_is_done_it_says_so(sign_in: SignIn, cast: Cast) -> None:
    finish(cast.guardian, "thuis")
    page = sign_in(cast.guardian).get("/leren/").content.decode()
    assert "Alle lessen zijn gedaan" in page
    assert "1 van 1 gedaan" in page


def of_2a(cast: Cast) -> ClassResults:
    (only,) = queries.class_results(cast.viewer(cast.mentor), TODAY)
    return only


@pytest.mark.article("leerlingen-1")
def test_a_mentor_sees_who_finished_and_nothing_more(sign_in: SignIn, cast: Cast, school_morning: datetime) -> None:
    finish(cast.subject, "foto")
    finish(cast.affected, "foto")
    finish(cast.bystander, "foto")
    actions.go_on("foto", 1, by=cast.reporter, at=NOW)
    found = {each.lesson.id: each.names for each in of_2a(cast).lessons}
    assert found["foto"] == ["Daan Bakker", "Noor Jansen"]
    assert found["sexting"] == []
    page = sign_in(cast.mentor).get("/leren/klas/").content.decode()
    assert "2 van 3 gedaan" in page
    assert "Lena Visser" not in page
    assert "Sem Smit" not in page


def test_a_mentor_sees_nothing_of_pupils_who_left_the_class(cast: Cast, school_morning: datetime) -> None:
    finish(cast.third_year, "foto")
    gone = NewEnrolment(cast.third_year, cast.class_2a, SINCE, until=SINCE)
    enter(Roster(enrolments=(gone,)), by=None, at=NOW)
    assert of_2a(cast).pupils == 3
    assert not any(each.names for each in of_2a(cast).lessons)


def test_a_mentor_without_pupils_is_told_so(sign_in: SignIn, cast: Cast, school_morning: datetime) -> None:
    enter(Roster(roles=(NewRole(cast.teacher, Role.MENTOR, SINCE),)), by=None, at=NOW)
    assert "Er is geen klas" in sign_in(cast.teacher).get("/leren/klas/").content.decode()


@pytest.mark.parametrize("who", ["charlie", "subject", "guardian", "director", "coordinator"])
def test_nobody_but_the_mentor_sees_a_class(sign_in: SignIn, cast: Cast, who: str) -> None:
    assert sign_in(getattr(cast, who)).get("/leren/klas/").status_code == 404


def test_pages_ask_little(
    sign_in: SignIn,
    cast: Cast,
    school_morning: datetime,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    mentor = sign_in(cast.mentor)
    for path in ("/leren/", "/leren/foto/2/", "/leren/klas/"):
        mentor.get(path)
        with django_assert_max_num_queries(12):
            mentor.get(path)


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_a_school_changes_a_lesson_and_who_did_it_is_told(sign_in: SignIn, cast: Cast, own_folder: Path) -> None:
    finish(cast.subject, "omstander")
    actions.go_on("omstander", 1, by=cast.reporter, at=NOW)
    write(own_folder, "omstander.toml", SOUND.replace("Jij zag het gebeuren", "Gezien, en dan?"))
    page = sign_in(cast.subject).get("/leren/omstander/").content.decode()
    assert "Gezien, en dan?" in page
    assert "Deze les is veranderd" in page
    assert position(cast.reporter, "omstander") == 1


def test_a_school_adds_a_lesson_with_its_own_drawing(sign_in: SignIn, cast: Cast, own_folder: Path) -> None:
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle class="full" cx="4" cy="4" r="3.5"/></svg>'
    )
    write(own_folder / "pictures", "bol.svg", drawn)
    own = SOUND.replace("order = 70", "order = 1").replace('name = "beside"', 'name = "bol"')
    write(own_folder, "onze-school.toml", own)
    page = sign_in(cast.subject).get("/leren/onze-school/1/").content.decode()
    assert 'r="3.5"' in page
    assert next(iter(shelf().lessons)) == "onze-school"


def test_a_broken_lesson_of_a_school_leaves_ours_in_place(sign_in: SignIn, cast: Cast, own_folder: Path) -> None:
    write(own_folder, "omstander.toml", SOUND.replace('title.en = "You saw it happen"', ""))
    write(own_folder, "kapot.toml", "[[")
    browser = sign_in(cast.subject)
    assert "Jij zag het gebeuren" in browser.get("/leren/omstander/").content.decode()
    assert browser.get("/leren/kapot/").status_code == 404
    assert len(shelf().problems) == 2
    write(own_folder, "kapot.toml", SOUND)
    assert browser.get("/leren/kapot/").status_code == 200


def test_a_lesson_that_was_taken_away_breaks_no_list(sign_in: SignIn, cast: Cast, own_folder: Path) -> None:
    write(own_folder, "tijdelijk.toml", SOUND)
    finish(cast.subject, "tijdelijk")
    (own_folder / "tijdelijk.toml").unlink()
    browser = sign_in(cast.subject)
    assert browser.get("/leren/").status_code == 200
    assert browser.get("/leren/tijdelijk/klaar/").status_code == 404


def test_words_of_a_school_stay_words(sign_in: SignIn, cast: Cast, own_folder: Path) -> None:
    write(own_folder, "omstander.toml", SOUND.replace("Iedereen keek, niemand zei iets", "<script>alert(1)</script>"))
    assert "<script>alert" not in sign_in(cast.subject).get("/leren/omstander/1/").content.decode()


def test_everything_is_there_in_english(sign_in: SignIn, cast: Cast) -> None:
    browser = sign_in(cast.subject)
    page = browser.get("/leren/sexting/1/", headers={"Accept-Language": "en"}).content.decode()
    assert "First of all: you are not the only one" in page
    assert "Eerst dit" not in page
