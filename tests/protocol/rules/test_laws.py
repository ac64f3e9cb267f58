"""Laws that hold for every situation, whatever its facts."""

from datetime import date

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from keyzer.protocol.ask import JUDGING, NOTING, ask, next_question
from keyzer.protocol.load import current
from keyzer.protocol.rules.facts import Facts
from keyzer.protocol.situation import CHOICES, FACTS, Content, Situation, in_order
from keyzer.protocol.verdict import AskFirst, LeftToJudgement, Permitted, Refused, Verdict

ON = date(2026, 11, 23)
STRICTNESS = [Permitted, LeftToJudgement, AskFirst, Refused]
EDITION = current()


def values(fact: str) -> st.SearchStrategy[object]:
    choice = st.sampled_from(CHOICES[fact])
    return st.frozensets(choice, min_size=1, max_size=3) if fact == "content" else choice


situations = st.builds(Situation, **{fact: st.none() | values(fact) for fact in FACTS})
known = st.builds(Situation, **{fact: values(fact) for fact in FACTS})
one_fact = st.sampled_from(FACTS).flatmap(lambda fact: st.tuples(st.just(fact), values(fact)))

law = settings(max_examples=200, deadline=None)


def verdict_on(situation: Situation) -> Verdict:
    return ask(EDITION, situation, ON)


def strictness(verdict: Verdict) -> int:
    return STRICTNESS.index(type(verdict))


@law
@given(situations)
def test_every_situation_has_a_grounded_verdict(situation: Situation) -> None:
    verdict = verdict_on(situation)
    assert verdict.articles
    assert set(verdict.articles) <= set(EDITION.articles)
    assert {note.article for note in verdict.notes} <= set(EDITION.articles)
    assert len(verdict.articles) == len(set(verdict.articles))
    for text in (verdict.why, verdict.next_step, *(note.text for note in verdict.notes)):
        assert text.nl
        assert text.en


@law
@given(situations)
def test_the_same_facts_give_the_same_verdict(situation: Situation) -> None:
    assert verdict_on(situation) == verdict_on(msgspec.structs.replace(situation))


@law
@given(situations)
def test_lacking_facts_are_unknown_and_used_facts_known(situation: Situation) -> None:
    verdict = verdict_on(situation)
    assert all(getattr(situation, fact) is None for fact in verdict.lacking)
    assert all(getattr(situation, fact) is not None for fact in verdict.used)
    assert in_order(verdict.lacking) == verdict.lacking


@law
@given(situations)
def test_what_is_lacking_is_asked_and_never_guessed(situation: Situation) -> None:
    verdict = verdict_on(situation)
    question = next_question(EDITION, situation)
    assert (question.fact if question else None) == (verdict.lacking[0] if verdict.lacking else None)
    assert isinstance(verdict, AskFirst) or not verdict.lacking


@law
@given(situations, known)
def test_a_firm_verdict_stays_whatever_else_becomes_known(situation: Situation, rest: Situation) -> None:
    """So nothing is permitted while a fact is unknown that could forbid it."""
    verdict = verdict_on(situation)
    gaps = {fact: getattr(rest, fact) for fact in FACTS if getattr(situation, fact) is None}
    if not verdict.lacking:
        filled = verdict_on(msgspec.structs.replace(situation, **gaps))
        assert type(filled) is type(verdict)
        assert set(verdict.articles) <= set(filled.articles)


@law
@given(situations, one_fact)
def test_a_fact_that_was_not_used_changes_nothing(situation: Situation, change: tuple[str, object]) -> None:
    fact, value = change
    verdict = verdict_on(situation)
    if fact not in verdict.used + verdict.lacking:
        changed = verdict_on(msgspec.structs.replace(situation, **{fact: value}))
        assert type(changed) is type(verdict)


@law
@given(known, st.sampled_from(Content))
def test_more_in_it_never_makes_the_answer_milder(situation: Situation, more: Content) -> None:
    assert situation.content is not None
    fuller = msgspec.structs.replace(situation, content=situation.content | {more})
    assert strictness(verdict_on(fuller)) >= strictness(verdict_on(situation))


@law
@given(known)
def test_doubt_never_makes_the_answer_milder(situation: Situation) -> None:
    sure = msgspec.structs.replace(situation, in_doubt=False)
    unsure = msgspec.structs.replace(situation, in_doubt=True)
    assert strictness(verdict_on(unsure)) >= strictness(verdict_on(sure))


@law
@given(known)
def test_a_no_is_never_milder_than_a_yes(situation: Situation) -> None:
    for fact, given_, refused in (
        ("teacher_leave", "given", "refused"),
        ("consent", "granted", "refused"),
        ("manager_leave", "given", "refused"),
    ):
        by_word = {str(choice): choice for choice in CHOICES[fact]}
        yes = msgspec.structs.replace(situation, **{fact: by_word[given_]})
        no = msgspec.structs.replace(situation, **{fact: by_word[refused]})
        assert strictness(verdict_on(no)) >= strictness(verdict_on(yes))


@law
@given(situations)
def test_questions_come_to_an_end(situation: Situation) -> None:
    for _ in FACTS:
        question = next_question(EDITION, situation)
        if question is None:
            break
        assert getattr(situation, question.fact) is None
        first = next(value for value in CHOICES[question.fact] if str(value).lower() == question.choices[0].value)
        value = frozenset({first}) if question.several else first
        situation = msgspec.structs.replace(situation, **{question.fact: value})
    assert next_question(EDITION, situation) is None
    assert not verdict_on(situation).lacking


def test_the_facts_that_rules_read_are_those_of_a_situation() -> None:
    assert tuple(Facts.__annotations__) == FACTS
    assert tuple(CHOICES) == FACTS


def test_every_article_has_a_rule_and_every_rule_an_article() -> None:
    carried = {article for rule in (*JUDGING, *NOTING) for article in rule.articles}
    assert carried == set(EDITION.articles)
    assert all(rule.reading for rule in (*JUDGING, *NOTING))


def test_an_edition_with_fewer_articles_judges_by_those_alone() -> None:
    small = msgspec.structs.replace(EDITION, articles={"leerlingen-7": EDITION.article("leerlingen-7")})
    verdict = ask(small, Situation(), ON)
    assert verdict.articles == ("leerlingen-7",)


def test_before_its_first_day_an_edition_judges_nothing() -> None:
    verdict = ask(EDITION, Situation(), date(2026, 7, 31))
    assert isinstance(verdict, LeftToJudgement)
    assert verdict.articles == ("reikwijdte-1",)
