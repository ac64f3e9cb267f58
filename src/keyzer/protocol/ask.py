"""May I? Every rule reads the situation; the strictest finding decides, and what nothing allows is refused."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import TypedDict

from .edition import Edition
from .rule import P, Rule
from .rules import leerlingen, personeel, reikwijdte
from .rules.facts import Facts, UnknownFactError
from .rules.finding import Effect, Finding, Reading, contact_of
from .rules.questions import LABELS, Question, question
from .situation import Act, Situation, in_order
from .verdict import AskFirst, LeftToJudgement, Note, Permitted, Refused, Verdict
from .vocabulary import Audience, Text

JUDGING = (*reikwijdte.RULES, *leerlingen.RULES, *personeel.RULES)
NOTING = (*reikwijdte.NOTES, *leerlingen.NOTES, *personeel.NOTES)

CHOOSING = frozenset({"who", "act"})

NOTHING_ALLOWS_IT = Text(
    nl="Geen enkele afspraak in het protocol staat dit toe.",
    en="No agreement in the protocol allows this.",
)
ASK_AT_SCHOOL = Text(nl="Vraag op school wat wel kan.", en="Ask at school what is possible.")
TELL_MORE = Text(nl="Vul dit aan, of vraag het op school.", en="Add this, or ask at school.")
NOT_IN_FORCE = Text(
    nl="Op deze dag geldt dit protocol nog niet.",
    en="On this day the protocol is not in force yet.",
)


class Common(TypedDict):
    """What the four verdicts share."""

    articles: tuple[str, ...]
    used: tuple[str, ...]
    lacking: tuple[str, ...]
    why: Text
    next_step: Text
    notes: tuple[Note, ...]


def ask(edition: Edition, situation: Situation, on: date) -> Verdict:
    """The verdict of `edition` on `situation` on a day. Never raises; an unknown fact that decides is in `lacking`."""
    if on < edition.in_force_from:
        return LeftToJudgement(
            articles=_held(["reikwijdte-1"], edition),
            used=(),
            lacking=(),
            why=NOT_IN_FORCE,
            next_step=ASK_AT_SCHOOL,
            whom=contact_of(situation.who),
        )
    facts = Facts(situation)
    return _conclude(edition, facts, _readings(edition, facts))


def next_question(edition: Edition, situation: Situation) -> Question | None:
    """The fact to ask next, or None when no further fact is needed for a verdict."""
    readings = _readings(edition, Facts(situation))
    if any(reading.effect is Effect.REFUSES for reading in readings):
        return None
    lacking = in_order(reading.lacking for reading in readings if reading.lacking)
    return question(lacking[0], situation) if lacking else None


@cache
def _judging(who: Audience, act: Act | None) -> tuple[Rule[[Facts], Finding | None], ...]:
    """The rules that may say something on `act`: one that is silent knowing no more, is so whatever else it is told."""
    bare = Situation(who=who, act=act)
    return tuple(rule for rule in JUDGING if _may_speak(rule, Facts(bare)))


@cache
def _noting(who: Audience | None, act: Act | None, effect: Effect) -> tuple[Rule[[Facts, Effect], Text | None], ...]:
    """As `_judging`, of the notes that go with an answer of `effect`."""
    bare = Situation(who=who, act=act)
    return tuple(rule for rule in NOTING if _may_speak(rule, Facts(bare), effect))


def _may_speak(rule: Callable[P, object], *known: P.args, **named: P.kwargs) -> bool:
    try:
        return rule(*known, **named) is not None
    except UnknownFactError:
        return True


def _readings(edition: Edition, facts: Facts) -> list[Reading]:
    """What the rules that bind this person say, or the fact that they lack; the silent ones are left out."""
    situation = facts.situation
    if situation.who is None:
        return [Reading(articles=("reikwijdte-1",), effect=Effect.ASKS, lacking="who")]
    readings = (
        _read(rule, facts)
        for rule in _judging(situation.who, situation.act)
        if _binds(rule.articles[0], edition, situation)
    )
    return [reading for reading in readings if reading is not None]


def _read(rule: Rule[[Facts], Finding | None], facts: Facts) -> Reading | None:
    try:
        finding = rule.function(facts)
    except UnknownFactError as unknown:
        return Reading(rule=rule, articles=rule.articles, effect=Effect.ASKS, lacking=unknown.fact)
    if finding is None:
        return None
    return Reading(rule=rule, articles=rule.articles + finding.also, effect=finding.effect, finding=finding)


def _conclude(edition: Edition, facts: Facts, readings: list[Reading]) -> Verdict:
    effect = max((reading.effect for reading in readings), default=Effect.REFUSES)
    lacking = () if effect is Effect.REFUSES else in_order(reading.lacking for reading in readings if reading.lacking)
    deciding = _deciding(readings, effect, lacking)
    findings = [reading.finding for reading in deciding if reading.finding]
    answer = Common(
        articles=_grounds(deciding, edition),
        used=_used(facts, [reading.rule for reading in deciding if reading.rule] if effect is Effect.REFUSES else []),
        lacking=lacking,
        why=_why(findings, lacking),
        next_step=findings[0].next_step if findings else TELL_MORE if lacking else ASK_AT_SCHOOL,
        notes=_notes(edition, facts, effect),
    )
    whom = next((finding.whom for finding in findings if finding.whom), contact_of(facts.situation.who))
    match effect:
        case Effect.PERMITS:
            return Permitted(**answer)
        case Effect.REFUSES:
            return Refused(**answer)
        case Effect.ASKS:
            return AskFirst(whom=whom, **answer)
        case Effect.WEIGHS:
            return LeftToJudgement(whom=whom, **answer)


def _used(facts: Facts, refusing: list[Rule[[Facts], Finding | None]]) -> tuple[str, ...]:
    """The known facts that chose the rules or were read by them; for a refusal by those alone that refuse."""
    situation = facts.situation
    if situation.who is None:
        return ()
    if refusing:
        facts = Facts(situation)
        for rule in refusing:
            rule(facts)
    return in_order(fact for fact in CHOOSING | facts.read if getattr(situation, fact) is not None)


def _deciding(readings: list[Reading], effect: Effect, lacking: tuple[str, ...]) -> list[Reading]:
    """The readings that carry the verdict: findings before gaps, and of the gaps those of the first fact to ask."""
    strictest = [reading for reading in readings if reading.effect is effect]
    told = [reading for reading in strictest if reading.finding]
    return told or [reading for reading in strictest if reading.lacking == lacking[0]]


def _why(findings: list[Finding], lacking: tuple[str, ...]) -> Text:
    if findings:
        reasons = list(dict.fromkeys(finding.why for finding in findings))
        if len(reasons) == 1:
            return reasons[0]
        return Text(nl=" ".join(why.nl for why in reasons), en=" ".join(why.en for why in reasons))
    if not lacking:
        return NOTHING_ALLOWS_IT
    label = LABELS[lacking[0]]
    return Text(nl=f"Nog nodig voor een antwoord: {label.nl}", en=f"Still needed for an answer: {label.en}")


def _notes(edition: Edition, facts: Facts, effect: Effect) -> tuple[Note, ...]:
    situation = facts.situation
    found = (
        (rule.articles[0], _note(rule, facts, effect))
        for rule in _noting(situation.who, situation.act, effect)
        if _binds(rule.articles[0], edition, situation)
    )
    return tuple(Note(article=article, text=text) for article, text in found if text is not None)


def _note(rule: Rule[[Facts, Effect], Text | None], facts: Facts, effect: Effect) -> Text | None:
    try:
        return rule.function(facts, effect)
    except UnknownFactError:
        return None


def _binds(article: str, edition: Edition, situation: Situation) -> bool:
    return article in edition.articles and situation.who in edition.articles[article].binds


def _grounds(deciding: list[Reading], edition: Edition) -> tuple[str, ...]:
    """The articles of the readings that decide; reikwijdte-4 where nothing does, for it allows no more than it says."""
    named = [article for reading in deciding for article in reading.articles] or ["reikwijdte-4"]
    return _held(named, edition)


def _held(named: Iterable[str], edition: Edition) -> tuple[str, ...]:
    """The named articles that the edition holds, or its first: a verdict never stands without ground."""
    return tuple(dict.fromkeys(name for name in named if name in edition.articles)) or tuple(edition.articles)[:1]
