"""What the pages show, worded in the reader's language. Each tap is a link that carries one fact more."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.kit.addresses import address
from keyzer.protocol import Act, AskFirst, Content, LeftToJudgement, Permitted, Refused, Role, Situation

from .known import Beside, Known, Link, Offer
from .known.pictures import PictureKnown
from .queries import NEXT, REGISTERS, Asked

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
    beside: Beside | None
    offers: list[Tap]


@dataclass(frozen=True)
class UsedLine:
    """What of a register was used, where to see it, and the way to do without."""

    text: str
    link: Link | None
    aside: Tap


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
    used: list[UsedLine]
    checks: list[Tap]
    back: str
    again: str
    start: str


@dataclass(frozen=True)
class PicturePage:
    """A form about a picture, and once it was sent who may not be shown with what to tap then."""

    about: str
    kept: list[tuple[str, str]]
    back: str
    found: PictureKnown | None
    taps: list[Tap]


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


def question_page(asked: Asked, on: date, known: Known) -> QuestionPage | None:
    """What to ask next on a day; None when the answer is known."""
    full = known.fill(asked.situation)
    question = protocol.next_question(protocol.in_force(on), full)
    if question is None:
        return None
    words, beside = asked.words(), known.beside(question.fact, full)
    return QuestionPage(
        about=about(asked.situation),
        label=_read(question.label),
        fact=question.fact,
        several=question.several,
        taps=[
            Tap(_read(choice.label), _url("answer", {**words, question.fact: [choice.value]}), choice.value)
            for choice in question.choices
        ],
        kept=kept(asked),
        back=_back(asked, on, known),
        unanswered=NEXT in asked.given,
        beside=beside,
        offers=[_offered(asked, one) for one in beside.offers] if beside else [],
    )


def answer_page(asked: Asked, on: date, known: Known) -> AnswerPage:
    """The verdict on a day, of what was told and of what the school's registers know."""
    situation, full = asked.situation, known.fill(asked.situation)
    verdict = known.judged(protocol.ask(protocol.in_force(on), full, on), full)
    return AnswerPage(
        about=about(situation),
        look=LOOKS[type(verdict)],
        word=_read(protocol.headline(verdict)),
        why=_read(verdict.why),
        next_step=_read(verdict.next_step),
        action=_action(verdict),
        articles=verdict.articles,
        notes=[(_read(note.text), note.article) for note in verdict.notes],
        told=[(_read(protocol.question(fact, full).label), _told(fact, full)) for fact in protocol.as_words(full)],
        used=[UsedLine(one.text, one.link, _aside(asked, one.name)) for one in known.used(situation)],
        checks=_checks(situation),
        back=_back(asked, on, known),
        again=_again(situation),
        start=_url("start", {"who": protocol.as_words(situation).get("who", [])}),
    )


def picture_page(asked: Asked, found: PictureKnown | None) -> PicturePage:
    """What a form about a picture carries along, and what the register says of the classes that were chosen."""
    words = about(asked.situation)
    back = onward(asked)
    if found is None:
        return PicturePage(words, kept(asked), back, None, [])
    taps = [
        Tap(_("Nobody of them can be recognised"), onward(asked, beeld=found.said(left_out=True))),
        Tap(_("Somebody of them can be recognised, or I am not sure"), onward(asked, beeld=found.said(left_out=False))),
    ]
    return PicturePage(words, kept(asked), back, found, taps)


def about(situation: Situation) -> str:
    """The question in the words of whoever asks, or at least the act."""
    common = protocol.common_question_of(situation)
    if common:
        return _read(common.label)
    return _told("act", situation) if situation.act else _("Is this allowed?")


def kept(asked: Asked) -> list[tuple[str, str]]:
    """What was told so far, for a form to carry along."""
    return [(name, value) for name, values in asked.words().items() for value in values]


def onward(asked: Asked, **also: str) -> str:
    """The address of what follows on more that is told."""
    return _url("answer", asked.words() | {name: [word] for name, word in also.items()})


def _offered(asked: Asked, offer: Offer) -> Tap:
    words = asked.words() | {name: [value] for name, value in offer.also.items()}
    return Tap(offer.label, f"{address(offer.view)}?{urlencode(words, doseq=True)}")


def _aside(asked: Asked, name: str) -> Tap:
    """What is of this moment is set aside by asking about another one."""
    if not name:
        return Tap(_("Ask about another lesson"), onward(asked, in_lesson="true"))
    return Tap(_("Answer this myself"), onward(asked.without(name)))


def _checks(situation: Situation) -> list[Tap]:
    """What can be looked at before it goes out."""
    found = []
    if situation.act in WRITTEN and Content.PICTURE_OF_PERSON in (situation.content or ()):
        found.append(Tap(_("Check a photo"), address("check:photo")))
    if situation.act in WRITTEN:
        found.append(Tap(_("Check a text"), address("check:start")))
    return found


def _action(verdict: protocol.Verdict) -> Tap | None:
    """Where the next step can be taken at once; a room that is not there offers nothing."""
    try:
        if isinstance(verdict, Refused):
            return Tap(_("Has it happened already? Report it"), reverse("intake:start"))
        if isinstance(verdict, AskFirst | LeftToJudgement) and verdict.whom is Role.COORDINATOR:
            return Tap(_("Ask the coordinator"), reverse("intake:tell", args=["twijfel"]))
        if isinstance(verdict, AskFirst | LeftToJudgement) and verdict.whom is Role.TEAMLEIDER:
            return Tap(_("Ask your manager"), reverse("consults:ask"))
    except NoReverseMatch:
        return None
    return None


def _again(situation: Situation) -> str:
    """The same question from its beginning."""
    common = protocol.common_question_of(situation)
    return _at(common.situation if common else Situation(who=situation.who))


def _back(asked: Asked, on: date, known: Known) -> str:
    """The question before, if what was told last was an answer to one; else the start."""
    start = _url("start", {"who": protocol.as_words(asked.situation).get("who", [])})
    told = {*protocol.FACTS, *REGISTERS} - {"who"}
    last = next((name for name in reversed(asked.given) if name in told), None)
    if last is None:
        return start
    before = asked.without(last)
    question = protocol.next_question(protocol.in_force(on), known.without(last).fill(before.situation))
    return onward(before) if question and (last in REGISTERS or question.fact == last) else start


def _told(fact: str, situation: Situation) -> str:
    return ", ".join(_read(protocol.words_for(fact, word)) for word in protocol.as_words(situation)[fact])


def _at(situation: Situation) -> str:
    return _url("answer", protocol.as_words(situation))


def _url(name: str, words: dict[str, list[str]]) -> str:
    query = urlencode(words, doseq=True)
    return reverse(f"maydo:{name}") + (f"?{query}" if query else "")


def _read(text: protocol.Text) -> str:
    return text.read(get_language() or "nl")
