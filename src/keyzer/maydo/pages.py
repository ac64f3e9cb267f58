"""What the pages show, worded in the reader's language. Each tap is a link that carries one fact more."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

import msgspec
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.kit.addresses import address
from keyzer.protocol import Act, AskFirst, LeftToJudgement, Permitted, Refused, Role, Situation

from .now import Hint, Now
from .queries import NEXT

WRITTEN = frozenset({Act.POST, Act.MESSAGE, Act.FORWARD, Act.REPOST})
"""What is a text that can be looked at before it goes out."""
LOOKS = {Permitted: "done", Refused: "barred", AskFirst: "waits", LeftToJudgement: "open"}


@dataclass(frozen=True)
class Tap:
    """Something to tap, and where it leads."""

    label: str
    url: str
    value: str = ""


@dataclass(frozen=True)
class StartPage:
    """Who asks, or when that is known what is asked most."""

    question: str
    who: list[Tap]
    asked: list[Tap]
    other: str


@dataclass(frozen=True)
class QuestionPage:
    """One question. Where several answers can hold at once, `kept` are the facts that its form carries along."""

    about: str
    label: str
    fact: str
    several: bool
    taps: list[Tap]
    kept: list[tuple[str, str]]
    back: str
    unanswered: bool
    hint: Hint | None


@dataclass(frozen=True)
class AnswerPage:
    """The verdict in words, its look, and what can be done next."""

    about: str
    look: str
    word: str
    why: str
    next_step: str
    action: Tap | None
    articles: tuple[str, ...]
    notes: list[tuple[str, str]]
    told: list[tuple[str, str]]
    until: str
    other_moment: str
    check: str
    back: str
    again: str
    start: str


def start_page(situation: Situation) -> StartPage:
    """The page that opens; of the facts only `who` counts."""
    question = protocol.question("who", situation)
    taps = [Tap(_read(choice.label), _url("start", {"who": [choice.value]})) for choice in question.choices]
    common = protocol.common_questions(situation.who) if situation.who else []
    return StartPage(
        question=_read(question.label),
        who=[] if situation.who else taps,
        asked=[Tap(_read(each.label), _at(each.situation), each.id) for each in common],
        other=_at(Situation(who=situation.who)),
    )


def question_page(situation: Situation, given: tuple[str, ...], on: date, now: Now) -> QuestionPage | None:
    """What to ask next on a day; None when the answer is known. `given`: the names in the address, in order."""
    question = protocol.next_question(protocol.in_force(on), now.fill(situation))
    if question is None:
        return None
    words = protocol.as_words(situation)
    return QuestionPage(
        about=_about(situation),
        label=_read(question.label),
        fact=question.fact,
        several=question.several,
        taps=[
            Tap(_read(choice.label), _url("answer", {**words, question.fact: [choice.value]}), choice.value)
            for choice in question.choices
        ],
        kept=[(fact, value) for fact, values in words.items() for value in values],
        back=_back(situation, given, on),
        unanswered=NEXT in given,
        hint=now.hints.get(question.fact),
    )


def answer_page(situation: Situation, given: tuple[str, ...], on: date, now: Now) -> AnswerPage:
    """The verdict on a day, of what was told and of what the school knows now."""
    full = now.fill(situation)
    verdict = now.judged(protocol.ask(protocol.in_force(on), full, on))
    return AnswerPage(
        about=_about(situation),
        look=LOOKS[type(verdict)],
        word=_read(protocol.headline(verdict)),
        why=_read(verdict.why),
        next_step=_read(verdict.next_step),
        action=_action(verdict),
        articles=verdict.articles,
        notes=[(_read(note.text), note.article) for note in verdict.notes],
        told=[(_read(protocol.question(fact, full).label), _told(fact, full)) for fact in _known(full)],
        until=now.until(),
        other_moment=_at(situation, in_lesson="true") if now.standing else "",
        check=address("check:start") if situation.act in WRITTEN else "",
        back=_back(situation, given, on),
        again=_again(situation),
        start=_url("start", {"who": protocol.as_words(situation).get("who", [])}),
    )


def _action(verdict: protocol.Verdict) -> Tap | None:
    """Where the next step can be taken at once; a room that is not there offers nothing."""
    try:
        if isinstance(verdict, Refused):
            return Tap(_("Has it happened already? Report it"), reverse("intake:start"))
        if isinstance(verdict, AskFirst | LeftToJudgement) and verdict.whom is Role.COORDINATOR:
            return Tap(_("Ask the coordinator"), reverse("intake:tell", args=["twijfel"]))
    except NoReverseMatch:
        return None
    return None


def _about(situation: Situation) -> str:
    """The question in the words of whoever asks, or at least the act."""
    common = protocol.common_question_of(situation)
    if common:
        return _read(common.label)
    return _told("act", situation) if situation.act else _("Is this allowed?")


def _again(situation: Situation) -> str:
    """The same question from its beginning."""
    common = protocol.common_question_of(situation)
    return _at(common.situation if common else Situation(who=situation.who))


def _back(situation: Situation, given: tuple[str, ...], on: date) -> str:
    """The question before, if the last fact was an answer to it; else the start."""
    start = _url("start", {"who": protocol.as_words(situation).get("who", [])})
    last = next((fact for fact in reversed(given) if fact in protocol.FACTS and fact != "who"), None)
    if last is None:
        return start
    before = msgspec.structs.replace(situation, **{last: None})
    asked = protocol.next_question(protocol.in_force(on), before)
    return _at(before) if asked and asked.fact == last else start


def _known(situation: Situation) -> list[str]:
    return list(protocol.as_words(situation))


def _told(fact: str, situation: Situation) -> str:
    return ", ".join(_read(protocol.words_for(fact, word)) for word in protocol.as_words(situation)[fact])


def _at(situation: Situation, **also: str) -> str:
    return _url("answer", protocol.as_words(situation) | {fact: [word] for fact, word in also.items()})


def _url(name: str, words: dict[str, list[str]]) -> str:
    query = urlencode(words, doseq=True)
    return reverse(f"maydo:{name}") + (f"?{query}" if query else "")


def _read(text: protocol.Text) -> str:
    return text.read(get_language() or "nl")
