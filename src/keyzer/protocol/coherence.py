"""Proves that the parts of an edition fit together: nothing unbound, unreachable, contradictory or left unused."""

from collections.abc import Iterator
from itertools import chain

from .edition import AT_ONCE, BY_SETTING, NO_TERM, Conduct, Edition, ImageAge, LetterKind, Measure, Procedure, Step
from .references import (
    article_place,
    check_place,
    conduct_place,
    image_age_place,
    letter_place,
    measure_place,
    offence_place,
    procedure_place,
    signing_place,
)
from .vocabulary import ArticleKind, Audience, Change, Count, Grade, Lane, LetterAbout, LetterTo, Unit, Whose

GRADES = tuple(Grade)
OF_AGE = 18
LANE_AUDIENCE = {Lane.LEERLING: Audience.LEERLING, Lane.PERSONEEL: Audience.PERSONEEL}
UNITS_OF = {
    Count.AT_ONCE: set[Unit](),
    Count.CLOCK_HOURS: {Unit.HOURS},
    Count.CALENDAR_DAYS: {Unit.DAYS, Unit.WEEKS, Unit.MONTHS},
    Count.SCHOOL_DAYS: {Unit.DAYS},
    Count.LEGAL_TERM: {Unit.DAYS, Unit.WEEKS, Unit.MONTHS},
    Count.NOT_COUNTED: set[Unit](),
}
COUNT_OF = {AT_ONCE: Count.AT_ONCE, NO_TERM: Count.NOT_COUNTED}


def incoherent(edition: Edition) -> Iterator[str]:
    """Every clash between parts of an edition whose references all hold."""
    if edition.in_force_from < edition.adopted_on:
        yield f"edition.toml: `in_force_from` is before `adopted_on` {edition.adopted_on}"
    yield from _articles(edition)
    for conduct in edition.conduct.values():
        yield from _conduct(edition, conduct)
    for measure in edition.measures.values():
        yield from _measure(edition, measure)
    for procedure in edition.procedures.values():
        yield from _procedure(procedure)
    for letter in edition.letters.values():
        yield from _letter(edition, letter)
    yield from _unlettered(edition)
    yield from _signing(edition)
    yield from _checks(edition)
    yield from _image_ages(edition)
    yield from _unused(edition)


def _articles(edition: Edition) -> Iterator[str]:
    broken = set(chain.from_iterable(conduct.breaks for conduct in edition.conduct.values()))
    for article in edition.articles.values():
        place = article_place(article.id)
        if not article.binds:
            yield f"{place}: `binds` is empty; name whom the article binds"
        if article.kind is ArticleKind.PROHIBITION and article.id not in broken:
            yield f"{place}: no conduct in conduct.toml breaks this prohibition; add one"
        for name in article.measures:
            if article.id not in edition.measures[name].grounds:
                yield f"{place}: `measures` names `{name}`, whose grounds do not name this article"
        for audience in (one for one in article.means.told() if one not in article.binds):
            yield f"{place}: `means.{audience}` speaks to whom the article does not bind; take it out"


def _conduct(edition: Edition, conduct: Conduct) -> Iterator[str]:
    place = conduct_place(conduct.id)
    if not conduct.breaks:
        yield f"{place}: `breaks` is empty; name the articles that this conduct breaks"
    if not conduct.binds:
        yield f"{place}: `binds` is empty; name who can be answerable for this conduct"
    for audience in conduct.binds:
        if conduct.breaks and not edition.broken_by(conduct.id, audience):
            yield f"{place}: `binds` names `{audience}`, whom no article under `breaks` binds"
    for article_id in conduct.breaks:
        if not set(edition.articles[article_id].binds) & set(conduct.binds):
            yield f"{place}: `breaks` names `{article_id}`, which binds nobody under `binds`"


def _measure(edition: Edition, measure: Measure) -> Iterator[str]:
    place = measure_place(measure.id)
    for field, names in (
        ("proposed_by", measure.proposed_by),
        ("decided_by", measure.decided_by),
        ("grounds", measure.grounds),
    ):
        if not names:
            yield f"{place}: `{field}` is empty; name at least one"
    if GRADES.index(measure.gravity.lowest) > GRADES.index(measure.gravity.highest):
        yield f"{place}: `gravity.lowest` is graver than `gravity.highest`"
    for field, gates in (
        ("waived_by_urgency", measure.waived_by_urgency),
        ("only_in_compulsory_education", measure.only_in_compulsory_education),
    ):
        yield from (
            f"{place}: `{field}` names `{gate}`, which is not in `gates`" for gate in gates if gate not in measure.gates
        )
    if measure.lasts_at_most is not None and (measure.lasts_at_most < 0 or not measure.needs_end):
        yield f"{place}: `lasts_at_most` is {measure.lasts_at_most}; give it 0 days or more, and `needs_end = true`"
    if (measure.explain_to_guardian is None) is (measure.lane is Lane.LEERLING):
        yield f"{place}: `explain_to_guardian` belongs to the pupil lane; give it there and only there"
    if any(LANE_AUDIENCE[measure.lane] not in edition.articles[ground].binds for ground in measure.grounds):
        yield f"{place}: `grounds` names an article that does not bind the lane `{measure.lane}`"
    if any(other.rank == measure.rank and other.id < measure.id for other in edition.ladder(measure.lane)):
        yield f"{place}: `rank` {measure.rank} is taken in this lane; give each measure its own"


def _procedure(procedure: Procedure) -> Iterator[str]:
    place = procedure_place(procedure.id)
    if not procedure.steps:
        yield f"{place}: `steps` is empty; write at least one"
    ids = [step.id for step in procedure.steps]
    for number, step in enumerate(procedure.steps):
        if step.id in ids[:number]:
            yield f"{place}: `steps[{number}].id` gives `{step.id}` a second time; choose another id"
        yield from (f"{place}: `steps[{number}].{fault}" for fault in _step(step))


def _step(step: Step) -> Iterator[str]:
    if not step.by:
        yield "by` is empty; name who owes the step"
    if not step.grounds:
        yield "grounds` is empty; name the articles it rests on"
    if step.term is None and step.within not in {AT_ONCE, BY_SETTING, NO_TERM}:
        others = f"`{AT_ONCE}`, `{BY_SETTING}` or `{NO_TERM}`"
        yield f"within` does not know `{step.within}`; write a length such as `P1D`, {others}"
    if (step.within in COUNT_OF or step.counted_in in COUNT_OF.values()) and COUNT_OF.get(
        step.within
    ) is not step.counted_in:
        yield f"counted_in` says `{step.counted_in}`, which does not go with `{step.within}`"
    elif step.term is not None and step.term.unit not in UNITS_OF[step.counted_in]:
        yield f"counted_in` says `{step.counted_in}`, which cannot count `{step.within}`"


def _letter(edition: Edition, letter: LetterKind) -> Iterator[str]:
    place = letter_place(letter.id)
    for field, names in (("parts", letter.parts), ("grounds", letter.grounds)):
        if not names:
            yield f"{place}: `{field}` is empty; name at least one"
    for part in letter.also:
        if part in letter.parts:
            yield f"{place}: `also` names `{part}`, which is in `parts` already; take one out"
    for name in letter.measures:
        if edition.measures[name].lane is not letter.lane:
            yield f"{place}: `measures` names `{name}`, which is no measure of the lane `{letter.lane}`"
    if any(LANE_AUDIENCE[letter.lane] not in edition.articles[ground].binds for ground in letter.grounds):
        yield f"{place}: `grounds` names an article that does not bind the lane `{letter.lane}`"
    if (letter.about is LetterAbout.NOTICE) is not (letter.to in {LetterTo.INSPECTORATE, LetterTo.MUNICIPALITY}):
        yield f"{place}: `to` says `{letter.to}`, which does not go with a letter about `{letter.about}`"


def _unlettered(edition: Edition) -> Iterator[str]:
    decisions = [letter for letter in edition.letters.values() if letter.about is LetterAbout.DECISION]
    for name, measure in edition.measures.items():
        of_lane = [letter for letter in decisions if letter.lane is measure.lane]
        telling = [letter.id for letter in of_lane if not letter.measures or name in letter.measures]
        if len(telling) != 1:
            told = "by no letter" if not telling else f"by {', '.join(f'`{one}`' for one in telling)}"
            yield f"{measure_place(name)}: is told {told}; name it under `measures` of one letter about a decision"


def _signing(edition: Edition) -> Iterator[str]:
    """Everybody whom an article binds signs, or somebody signs for them; guardians sign for children alone."""
    bound = set(chain.from_iterable(article.binds for article in edition.articles.values()))
    for audience in (one for one in Audience if one in bound and one not in edition.signing):
        yield f"signing.toml: says nothing of `{audience}`, whom articles bind; write who signs under `[{audience}]`"
    for name, rule in edition.signing.items():
        if name not in list(Audience):
            yield f"{signing_place(name)}: is no audience; known are {', '.join(f'`{one}`' for one in Audience)}"
        if rule.guardians_until is not None and name != Audience.LEERLING:
            yield f"{signing_place(name)}: `guardians_until` is for `leerling` alone; take it out"
        if not rule.oneself and rule.guardians_until is None:
            yield f"{signing_place(name)}: nobody signs; set `oneself` to true, or name `guardians_until`"
    if edition.replaces == edition.id:
        yield "edition.toml: `replaces` names this edition itself; name the one before it"
    if edition.change is Change.MINOR and edition.replaces is None:
        yield "edition.toml: `change` is `minor` to nothing; name the edition before it under `replaces`"


def _checks(edition: Edition) -> Iterator[str]:
    """Whoever is shown a finding is bound by an article that stands beside it."""
    for check in edition.checks.values():
        bound = set(chain.from_iterable(edition.articles[name].binds for name in check.grounds))
        for audience in (one for one in check.only_for or Audience if one not in bound):
            yield f"{check_place(check.id)}: no article under `grounds` binds `{audience}`, who is shown this; add one"


def _image_ages(edition: Edition) -> Iterator[str]:
    """Of every age it is told who decides, once; and of who is of age nobody but the person decides."""
    ages = [age.since for age in edition.image_ages.values()]
    if 0 not in ages:
        yield "beeld.toml: says nothing of the youngest; write who decides from `since = 0` on"
    for number, age in enumerate(edition.image_ages.values()):
        place = image_age_place(age.id)
        if age.since in ages[:number]:
            yield f"{place}: `since` is {age.since} a second time; give each age its own"
        if age.gives not in age.withdraws:
            yield f"{place}: `withdraws` leaves out `{age.gives}`; who says yes can end it too"
        if age.no_of_self_holds and (age.gives is Whose.ZELF or Whose.ZELF not in age.withdraws):
            yield f"{place}: `no_of_self_holds` is for who can end it and does not decide; take it out"
    if max(edition.image_ages.values(), key=lambda age: age.since, default=None) not in _of_age(edition):
        yield f"beeld.toml: from {OF_AGE} on only the person decides; write so under `since = {OF_AGE}` or lower"


def _of_age(edition: Edition) -> list[ImageAge]:
    only_self = [age for age in edition.image_ages.values() if set(age.withdraws) == {age.gives} == {Whose.ZELF}]
    return [age for age in only_self if age.since <= OF_AGE]


def _unused(edition: Edition) -> Iterator[str]:
    articles, measures = edition.articles.values(), edition.measures.values()
    used = set(chain.from_iterable(conduct.offences for conduct in edition.conduct.values()))
    for name in edition.offences.keys() - used:
        yield f"{offence_place(name)}: no conduct names this offence; name it or take it out"
    used = set(chain.from_iterable(article.measures for article in articles))
    for name in edition.measures.keys() - used:
        yield f"{measure_place(name)}: no article names this measure; name it or take it out"
    steps = chain.from_iterable(procedure.steps for procedure in edition.procedures.values())
    reached = {article.procedure for article in articles} | {measure.procedure for measure in measures}
    reached |= set(chain.from_iterable(step.leads_to for step in steps))
    for name in edition.procedures.keys() - reached:
        yield f"{procedure_place(name)}: no article, measure or step leads to this procedure; name it or take it out"
