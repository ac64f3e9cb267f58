"""The page where a text is looked at: marked places, articles, what would be better, and nothing left behind."""

import logging
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from html import unescape
from uuid import UUID

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client

from keyzer.check.forms import LONGEST
from keyzer.ledger import queries as ledger
from keyzer.ledger.models import Access
from tests.cast import Cast

from .drafts import Looking, looked_at

__all__ = ["looked_at"]
pytestmark = pytest.mark.usefixtures("school_morning")


def marks(page: str) -> list[tuple[str, str]]:
    """The sign and the words of each marked place."""
    drawn = re.search(r'<div class="draft".*?</div>', page, re.DOTALL)
    assert drawn
    places = re.findall(r"<mark class=.*?</mark>", drawn[0], re.DOTALL)
    return [
        (
            " ".join(re.findall(r"<span>\d+\. ([^<]+)</span>", place)),
            re.findall(r"<bdi>(.*?)</bdi>", place, re.DOTALL)[-1],
        )
        for place in places
    ]


@pytest.mark.article("leerlingen-6")
def test_a_pupil_sees_names_of_the_own_class_in_any_case_marked(looked_at: Looking, cast: Cast) -> None:
    page = looked_at("leuk feestje bij NOOR JANSEN en noor   jansen, Visser, Lena!", cast.subject)
    assert [words for _, words in marks(page)] == ["NOOR JANSEN", "noor   jansen", "Visser, Lena"]
    assert {label for label, _ in marks(page)} == {"Naam van iemand van school"}
    assert "leerlingen/6" in page
    assert "personeel/6" not in page
    assert "klasgenoot" in page


@pytest.mark.article("leerlingen-6")
@pytest.mark.parametrize(
    "draft",
    [
        "Noor is jarig",
        "Lena en Daan gaan mee",
        "Jansen is een winkel",
        "de visser en de bakker",
        "Noor. Jansen kwam later",
    ],
)
def test_a_given_name_alone_is_nobody(draft: str, looked_at: Looking, cast: Cast) -> None:
    assert marks(looked_at(draft, cast.subject)) == []


@pytest.mark.article("leerlingen-6")
def test_nobody_can_try_whether_a_name_is_known_at_this_school(looked_at: Looking, cast: Cast) -> None:
    """Of another class, of the staff, or of nobody: for a pupil and a parent all read alike, written in any way."""
    known = ("Sem Smit", "sem smit", "smit, sem", "mevrouw Dekker", "mevrouw dekker", "Sem uit 2b", "sem uit 2b")
    nobody = ("Tom Post", "tom post", "post, tom", "mevrouw Kaya", "mevrouw kaya", "Tom uit 2b", "tom uit 2b")
    for person in (cast.subject, cast.guardian):
        for one, other in zip(known, nobody, strict=True):
            found, same = (marks(looked_at(f"gezien: {name} was er", person)) for name in (one, other))
            assert found == [("Dit kan een naam zijn", one)]
            assert same == [("Dit kan een naam zijn", other)]
        for rare in ("charlie buiten", "charlie buitendam"):
            assert marks(looked_at(f"gezien: {rare} was er", person)) == []
    assert [label for label, _ in marks(looked_at("sem smit was er", cast.teacher))] == ["Naam van iemand van school"]


def test_who_has_many_texts_looked_at_waits_and_loses_nothing(
    sign_in: Callable[[UUID], Client], cast: Cast, school_morning: datetime
) -> None:
    browser, other = sign_in(cast.subject), sign_in(cast.reporter)
    told = [browser.post("/check/", {"draft": f"tekst {number}"}).status_code for number in range(21)]
    assert told == [200] * 20 + [429]
    assert "tekst 20</textarea>" in browser.post("/check/", {"draft": "tekst 20"}).content.decode()
    assert other.post("/check/", {"draft": "hoi"}).status_code == 200
    with time_machine.travel(school_morning + timedelta(seconds=61), tick=False):
        assert browser.post("/check/", {"draft": "hoi"}).status_code == 200


def test_one_may_name_oneself(looked_at: Looking, cast: Cast) -> None:
    assert marks(looked_at("Ik ben Daan Bakker en ik zit op voetbal", cast.subject)) == []
    assert marks(looked_at("Ik ben Daan Bakker en ik zit op voetbal", cast.reporter)) != []


def test_a_given_name_with_its_class_tells_who_it_is(looked_at: Looking, cast: Cast) -> None:
    assert marks(looked_at("die noor uit 2a is leuk", cast.subject)) == [("Naam met een klas", "noor uit 2a")]
    assert marks(looked_at("die noor uit 3a is leuk", cast.teacher)) == []
    assert marks(looked_at("die Noor uit 2a is leuk", cast.bystander)) == [("Dit kan een naam zijn", "Noor uit 2a")]


@pytest.mark.article("personeel-2", "personeel-3", "personeel-6")
def test_staff_are_told_by_their_own_articles(looked_at: Looking, cast: Cast) -> None:
    page = looked_at("Wij van De Keyzer willen dit even melden: Noor Jansen heeft ADHD.", cast.teacher)
    assert [label for label, _ in marks(page)] == [
        "Niet duidelijk namens wie",
        "Naam van iemand van school",
        "Kan vertrouwelijk zijn",
    ]
    for article in ("personeel/2", "personeel/3", "personeel/6", "personeel/1"):
        assert article in page
    assert "Vraag het je leidinggevende" in page


@pytest.mark.article("personeel-1")
def test_a_draft_goes_on_to_the_manager_by_post(
    looked_at: Looking, sign_in: Callable[[UUID], Client], cast: Cast
) -> None:
    page = looked_at('Een "tekst" <b>zo</b>', cast.teacher)
    form = re.search(r'action="(/ruggespraak/[^"]+)">.*?name="draft" value="(.*?)">', page, re.DOTALL)
    assert form
    answer = sign_in(cast.teacher).post(form[1], {"draft": 'Een "tekst" <b>zo</b>'})
    assert 'Een "tekst" <b>zo</b>' in unescape(answer.content.decode())
    assert "Vraag het je leidinggevende" not in looked_at("Een tekst", cast.subject)


@pytest.mark.article("leerlingen-4", "personeel-5", "reikwijdte-4b")
@pytest.mark.parametrize(
    ("who", "article"), [("subject", "leerlingen/4"), ("teacher", "personeel/5"), ("guardian", "4b")]
)
def test_a_password_is_pointed_out_to_everybody(who: str, article: str, looked_at: Looking, cast: Cast) -> None:
    page = looked_at("het wachtwoord is Zomer2026!", getattr(cast, who))
    assert [label for label, _ in marks(page)] == ["Wachtwoord of code"]
    assert article in page


def test_nothing_is_kept_logged_or_told(
    looked_at: Looking, cast: Cast, caplog: pytest.LogCaptureFixture, sign_in: Callable[[UUID], Client]
) -> None:
    browser = sign_in(cast.subject)
    before = (ledger.position(), Access.objects.count(), Session.objects.count())
    with caplog.at_level(logging.DEBUG):
        answer = browser.post("/check/", {"draft": "bel Noor Jansen op 06-12345678"})
    assert "no-store" in answer.headers["Cache-Control"]
    assert (ledger.position(), Access.objects.count(), Session.objects.count()) == before
    assert "12345678" not in caplog.text
    assert "12345678" not in browser.get("/check/").content.decode()
    assert "06-12345678</textarea>" not in browser.get("/check/?draft=06-12345678").content.decode()


@pytest.mark.parametrize("length", [LONGEST + 1, 1_000_000])
def test_a_text_that_is_too_long_is_given_back_whole(length: int, looked_at: Looking, cast: Cast) -> None:
    draft = ("woord " * length)[:length]
    page = looked_at(draft, cast.subject, status=422)
    assert draft in page
    assert "er passen er 20.000 in" in page


def test_a_text_too_long_for_a_request_is_told_in_words_about_texts(looked_at: Looking, cast: Cast) -> None:
    page = looked_at("w" * 1_100_000, cast.subject, status=413)
    assert "Deze tekst is te lang" in page
    assert "hoogstens 20.000 tekens" in page


def test_the_form_needs_its_token(sign_in: Callable[[UUID], Client], cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = sign_in(cast.subject).cookies
    assert strict.post("/check/", {"draft": "hoi"}).status_code == 403


def test_an_empty_text_is_told_kindly(looked_at: Looking, cast: Cast) -> None:
    assert "Plak of schrijf eerst een tekst." in looked_at("  \n ", cast.subject, status=422)


def test_a_place_stays_right_among_other_scripts_and_hidden_signs(looked_at: Looking, cast: Cast) -> None:
    draft = "مرحبا \u202e Noor\u200b Jan\u00adsen \u202c 😀 06-1234\u200b5678 שלום"
    page = looked_at(draft, cast.subject)
    assert [words for _, words in marks(page)] == ["Noor Jansen", "06-12345678"]
    assert "onzichtbare tekens" in page
    assert marks(looked_at("Nооr Jаnsen was hier", cast.subject)) == [("Naam van iemand van school", "Nооr Jаnsen")]  # noqa: RUF001 -- Cyrillic letters that look like ours


def test_a_zero_sign_is_left_out(looked_at: Looking, cast: Cast) -> None:
    assert marks(looked_at("a\0b Noor\0 Jansen", cast.subject)) == [("Naam van iemand van school", "Noor Jansen")]


def test_what_is_typed_is_no_markup(looked_at: Looking, sign_in: Callable[[UUID], Client], cast: Cast) -> None:
    content = sign_in(cast.subject).post("/check/", {"draft": "<script>alert(1)</script> Noor Jansen"}).content.decode()
    assert "<script>alert" not in content


def test_only_who_is_tied_to_the_school_may_look_names_up(client: Client, cast: Cast) -> None:
    assert client.post("/check/", {"draft": "Noor Jansen"}).status_code == 302
