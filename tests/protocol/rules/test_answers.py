"""How a verdict is written for a terminal and for a machine, and how it asks on."""

from datetime import date

import msgspec
import pytest

from keyzer.protocol.ask import ask, next_question
from keyzer.protocol.load import current
from keyzer.protocol.rules.common_questions import COMMON_QUESTIONS, common_questions
from keyzer.protocol.rules.questions import LABELS, WORDS, words_for
from keyzer.protocol.situation import CHOICES, FACTS, Act, Content, Leave, Situation, Where, as_word
from keyzer.protocol.verdict import Verdict, answer_as_json, answer_as_words, headline
from keyzer.protocol.vocabulary import Audience

ON = date(2026, 11, 23)


def phone_in_lesson(leave: Leave | None) -> Situation:
    return Situation(
        who=Audience.LEERLING,
        act=Act.USE_DEVICE,
        place=Where.SCHOOL,
        in_lesson=True,
        teacher_leave=leave,
        exemption=False,
    )


@pytest.mark.article("leerlingen-7")
def test_words_say_the_answer_the_reason_and_the_article() -> None:
    words = answer_as_words(ask(current(), phone_in_lesson(Leave.NOT_ASKED), ON), "nl").splitlines()
    assert words[0] == "Vraag het eerst aan de docent."
    assert words[-1] == "Artikelen: leerlingen-7"
    english = answer_as_words(ask(current(), phone_in_lesson(Leave.REFUSED), ON), "en").splitlines()
    assert english[0] == "No, this is not allowed."
    assert english[-1].endswith("(leerlingen-9)")


@pytest.mark.article("leerlingen-7")
def test_words_name_what_is_not_known_yet() -> None:
    words = answer_as_words(ask(current(), phone_in_lesson(None), ON), "nl")
    assert words.startswith("Dat hangt ervan af.\nNog nodig voor een antwoord: Vindt de docent het goed?")
    assert "Nog niet bekend: teacher_leave" in words


@pytest.mark.article("leerlingen-7")
def test_json_comes_back_as_the_same_verdict() -> None:
    verdict = ask(current(), phone_in_lesson(Leave.NOT_ASKED), ON)
    written = answer_as_json(verdict)
    plain = msgspec.json.decode(written)
    assert plain["verdict"] == "ask-first"
    assert plain["whom"] == "docent"
    assert plain["articles"] == ["leerlingen-7"]
    assert msgspec.json.decode(written, type=Verdict) == verdict


def test_every_fact_and_value_has_words() -> None:
    assert tuple(LABELS) == FACTS
    assert tuple(WORDS) == FACTS
    for fact, choices in CHOICES.items():
        assert tuple(WORDS[fact]) == choices
        assert all(words_for(fact, as_word(choice)).nl for choice in choices)


def test_looking_something_up_is_not_asked_about_passwords() -> None:
    question = next_question(current(), Situation(who=Audience.LEERLING, act=Act.VISIT))
    assert question is not None
    assert question.several
    assert as_word(Content.SEXUAL) in {choice.value for choice in question.choices}
    assert as_word(Content.CREDENTIALS) not in {choice.value for choice in question.choices}


@pytest.mark.parametrize("audience", Audience)
def test_everyone_has_common_questions(audience: Audience) -> None:
    asked = common_questions(audience)
    assert 4 <= len(asked) <= 10
    for common in asked:
        assert common.situation.who is audience
        assert headline(ask(current(), common.situation, ON)).nl


def test_common_questions_have_ids_of_their_own() -> None:
    ids = [common.id for common in COMMON_QUESTIONS]
    assert len(ids) == len(set(ids))
