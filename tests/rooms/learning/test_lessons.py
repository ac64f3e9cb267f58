"""The lessons that are shipped: complete, short, in both languages, and true to the paper."""

import re

import pytest
from django.urls import NoReverseMatch, reverse

from keyzer.learning import shelf
from keyzer.learning.lesson import Lesson
from keyzer.protocol import Audience
from tests.journeys.frame import LEFT_OVER

HOUSE = shelf.read((shelf.SHIPPED,))
BLAME = re.compile(r"\b(dader|eigen schuld|stom|dom|dumb|stupid|culprit|offender|perpetrator)\b", re.IGNORECASE)


@pytest.fixture(params=list(HOUSE.lessons))
def lesson(request: pytest.FixtureRequest) -> Lesson:
    return HOUSE.lessons[request.param]


def test_they_are_sound() -> None:
    assert HOUSE.problems == ()


@pytest.mark.article("leerlingen-1", "leerlingen-4", "leerlingen-5", "leerlingen-6", "reikwijdte-4c", "personeel-7")
def test_every_subject_has_its_lesson() -> None:
    pupils = {name for name, one in HOUSE.lessons.items() if Audience.LEERLING in one.audiences}
    assert pupils == {"instellingen", "wachtwoorden", "foto", "doorsturen", "groepschat", "sexting", "omstander"}
    assert HOUSE.lessons["thuis"].audiences == (Audience.OUDER,)
    assert Audience.PERSONEEL in HOUSE.lessons["afstand"].audiences


def test_it_is_read_in_five_minutes_and_has_a_picture_and_questions(lesson: Lesson) -> None:
    assert max(lesson.minutes("nl"), lesson.minutes("en")) <= 5
    assert 5 <= len(lesson.screens) <= 8
    assert 3 <= lesson.questions <= 4
    assert any(screen.picture for screen in lesson.screens)


def test_each_language_is_whole(lesson: Lesson) -> None:
    """No word of the other language was left, and no text stands twice."""
    for screen in lesson.screens:
        for text in screen.texts():
            for language in ("nl", "en"):
                assert not LEFT_OVER[language].search(text.read(language)), text.read(language)


def test_nobody_is_blamed(lesson: Lesson) -> None:
    for screen in lesson.screens:
        for text in (screen.heading, *([screen.text] if screen.text else []), *screen.points):
            assert not BLAME.search(text.nl + text.en), text


def test_pupils_are_je_and_guardians_u(lesson: Lesson) -> None:
    """In what the lesson itself says; what somebody in a story says is between quotes."""
    told = " ".join(text.nl for screen in lesson.screens for text in screen.texts())
    own = re.sub(r'"[^"]*"', "", told)
    other = r"\b(je|jij|jou|jouw)\b" if Audience.OUDER in lesson.audiences else r"\b(u|uw)\b"
    assert not re.search(other, own), re.findall(f".{{30}}{other}.{{20}}", own)


def test_its_links_lead_somewhere(lesson: Lesson) -> None:
    for link in lesson.links():
        if link.is_elsewhere:
            continue
        view, *parts = link.to.split()
        try:
            assert reverse(view, args=parts).startswith("/")
        except NoReverseMatch:
            pytest.fail(f"{lesson.id}: `{link.to}` is no page")


def test_whoever_is_in_need_finds_help_on_the_way() -> None:
    sexting = HOUSE.lessons["sexting"]
    reached = {link.to for screen in sexting.screens for link in screen.links}
    assert {"https://www.helpwanted.nl/", "tel:112", "tel:113"} <= reached
    assert sexting.leave_quickly
