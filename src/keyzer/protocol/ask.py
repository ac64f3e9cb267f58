"""May I? Every rule reads the situation; the strictest finding decides, and what nothing allows is refused."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from .edition import Edition
from .rule import Rule
from .rules import leerlingen, personeel, reikwijdte
from .rules.facts import Facts, UnknownFactError
from .rules.finding import Effect, Finding, Reading, contact_of
from .rules.questions import LABELS, Question, question
from .situation import Situation, in_order
from .verdict import AskFirst, LeftToJudgement, Note, Permitted, Refused, Verdict
from .vocabulary import Text

JUDGING = (*reikwijdte.RULES, *leerlingen.RULES, *personeel.RULES)
NOTING = (*reikwijdte.NOTES, *leerlingen.NOTES, *personeel.NOTES)

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
    return _conclude(edition, situation, _readings(edition, situation))


def next_question(edition: Edition, situation: Situation) -> Question | None:
    """The fact to ask next, or None when no further fact is needed for a verdict."""
    readings = _readings(edition, situation)
    if any(reading.effect is Effect.REFUSES for reading in readings):
        return None
    lacking = in_order(reading.lacking for reading in readings if reading.lacking)
    return question(lacking[0], situation) if lacking else None


def _readings(edition: Edition, situation: Situation) -> list[Reading]:
    if situation.who is None:
        return [Reading(articles=("reikwijdte-1",), read=frozenset({"who"}), lacking="who")]
    readings = (_read(rule, edition, situation) for rule in JUDGING)
    return [reading for reading in readings if reading is not None]


def _read(rule: Rule[[Facts], Finding | None], edition: Edition, situation: Situation) -> Reading | None:
    """What one rule says; None where its articles are not in the edition or do not bind this person."""
    if not _binds(rule.articles[0], edition, situation):
        return None
    facts = Facts(situation)
    try:
        finding = rule(facts)
    except UnknownFactError as unknown:
        return Reading(articles=rule.articles, read=facts.read | {"who"}, lacking=unknown.fact)
    also = finding.also if finding else ()
    return Reading(articles=rule.articles + also, read=facts.read | {"who"}, finding=finding)


def _conclude(edition: Edition, situation: Situation, readings: list[Reading]) -> Verdict:
    effect = max((reading.effect for reading in readings if reading.effect), default=Effect.REFUSES)
    lacking = () if effect is Effect.REFUSES else in_order(reading.lacking for reading in readings if reading.lacking)
    deciding = _deciding(readings, effect, lacking)
    findings = [reading.finding for reading in deciding if reading.finding]
    basis = deciding if effect is Effect.REFUSES and deciding else readings
    answer = Common(
        articles=_grounds(deciding, edition),
        used=in_order(fact for reading in basis for fact in reading.read if fact not in lacking),
        lacking=lacking,
        why=_why(findings, lacking),
        next_step=findings[0].next_step if findings else TELL_MORE if lacking else ASK_AT_SCHOOL,
        notes=_notes(edition, situation, effect),
    )
    whom = next((finding.whom for finding in findings if finding.whom), contact_of(situation.who))
    match effect:
        case Effect.PERMITS:
            return Permitted(**answer)
        case Effect.REFUSES:
            return Refused(**answer)
        case Effect.ASKS:
            return AskFirst(whom=whom, **answer)
        case Effect.WEIGHS:
            return LeftToJudgement(whom=whom, **answer)


def _deciding(readings: list[Reading], effect: Effect, lacking: tuple[str, ...]) -> list[Reading]:
    """The readings that carry the verdict: findings before gaps, and of the gaps those of the first fact to ask."""
    strictest = [reading for reading in readings if reading.effect is effect]
    told = [reading for reading in strictest if reading.finding]
    return told or [reading for reading in strictest if reading.lacking == lacking[0]]


def _why(findings: list[Finding], lacking: tuple[str, ...]) -> Text:
    if findings:
        reasons = list(dict.fromkeys(finding.why for finding in findings))
        return Text(nl=" ".join(why.nl for why in reasons), en=" ".join(why.en for why in reasons))
    if not lacking:
        return NOTHING_ALLOWS_IT
    label = LABELS[lacking[0]]
    return Text(nl=f"Nog nodig voor een antwoord: {label.nl}", en=f"Still needed for an answer: {label.en}")


def _notes(edition: Edition, situation: Situation, effect: Effect) -> tuple[Note, ...]:
    found = (
        (rule.articles[0], _note(rule, situation, effect))
        for rule in NOTING
        if _binds(rule.articles[0], edition, situation)
    )
    return tuple(Note(article=article, text=text) for article, text in found if text is not None)


def _note(rule: Rule[[Facts, Effect], Text | None], situation: Situation, effect: Effect) -> Text | None:
    try:
        return rule(Facts(situation), effect)
    except UnknownFactError:
        return None


def _binds(article: str, edition: Edition, situation: Situation) -> bool:
    return article in edition.articles and situation.who in edition.article(article).binds


def _grounds(deciding: list[Reading], edition: Edition) -> tuple[str, ...]:
    """The articles of the readings that decide; reikwijdte-4 where nothing does, for it allows no more than it says."""
    named = [article for reading in deciding for article in reading.articles] or ["reikwijdte-4"]
    return _held(named, edition)


def _held(named: Iterable[str], edition: Edition) -> tuple[str, ...]:
    """The named articles that the edition holds, or its first: a verdict never stands without ground."""
    return tuple(dict.fromkeys(name for name in named if name in edition.articles)) or tuple(edition.articles)[:1]
