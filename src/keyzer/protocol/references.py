"""Proves that every name an edition uses is a name that the edition gives."""

from collections.abc import Collection, Iterator

from .data import Data
from .edition import Article, Conduct, Edition, LetterKind, Measure, Procedure


class Headings(Data, frozen=True, kw_only=True):
    """The ids that stand as headings in the files, also of tables that could not be read."""

    articles: frozenset[str]
    conduct: frozenset[str]
    offences: frozenset[str]
    measures: frozenset[str]
    procedures: frozenset[str]


def article_place(article_id: str) -> str:
    """File and heading of an article, as refusals name it."""
    return f"{article_id.rpartition('-')[0]}.toml [{article_id}]"


def conduct_place(conduct_id: str) -> str:
    """File and heading of a conduct kind."""
    return f"conduct.toml [conduct.{conduct_id}]"


def offence_place(offence_id: str) -> str:
    """File and heading of an offence."""
    return f"conduct.toml [offences.{offence_id}]"


def measure_place(measure_id: str) -> str:
    """File and heading of a measure."""
    return f"measures.toml [{measure_id}]"


def procedure_place(procedure_id: str) -> str:
    """File and heading of a procedure."""
    return f"procedures.toml [{procedure_id}]"


def letter_place(letter_id: str) -> str:
    """File and heading of a kind of letter."""
    return f"letters.toml [{letter_id}]"


def signing_place(audience: str) -> str:
    """File and heading of who signs for an audience."""
    return f"signing.toml [{audience}]"


def check_place(check_id: str) -> str:
    """File and heading of what a draft is checked for."""
    return f"checks.toml [{check_id}]"


def image_age_place(age_id: str) -> str:
    """File and heading of who decides about a picture from an age on."""
    return f"beeld.toml [{age_id}]"


def dangling(edition: Edition, headings: Headings) -> Iterator[str]:
    """Every reference to something that the edition does not hold, with its place and field."""
    for article in edition.articles.values():
        yield from _article(article, headings)
    for conduct in edition.conduct.values():
        yield from _conduct(conduct, headings)
    for measure in edition.measures.values():
        yield from _measure(measure, headings)
    for procedure in edition.procedures.values():
        yield from _procedure(procedure, headings)
    for letter in edition.letters.values():
        yield from _letter(letter, headings)
    for rule in edition.signing.values():
        yield from _unknown(signing_place(rule.id), "grounds", rule.grounds, headings.articles, "article")
    for check in edition.checks.values():
        yield from _unknown(check_place(check.id), "grounds", check.grounds, headings.articles, "article")
    for age in edition.image_ages.values():
        yield from _unknown(image_age_place(age.id), "grounds", age.grounds, headings.articles, "article")


def _article(article: Article, headings: Headings) -> Iterator[str]:
    place = article_place(article.id)
    yield from _unknown(place, "measures", article.measures, headings.measures, "measure")
    yield from _unknown(place, "procedure", _one(article.procedure), headings.procedures, "procedure")


def _conduct(conduct: Conduct, headings: Headings) -> Iterator[str]:
    place = conduct_place(conduct.id)
    yield from _unknown(place, "breaks", conduct.breaks, headings.articles, "article")
    yield from _unknown(place, "offences", conduct.offences, headings.offences, "offence")


def _measure(measure: Measure, headings: Headings) -> Iterator[str]:
    place = measure_place(measure.id)
    yield from _unknown(place, "grounds", measure.grounds, headings.articles, "article")
    yield from _unknown(place, "procedure", _one(measure.procedure), headings.procedures, "procedure")


def _procedure(procedure: Procedure, headings: Headings) -> Iterator[str]:
    place = procedure_place(procedure.id)
    for number, step in enumerate(procedure.steps):
        yield from _unknown(place, f"steps[{number}].grounds", step.grounds, headings.articles, "article")
        yield from _unknown(place, f"steps[{number}].leads_to", step.leads_to, headings.procedures, "procedure")


def _letter(letter: LetterKind, headings: Headings) -> Iterator[str]:
    place = letter_place(letter.id)
    yield from _unknown(place, "grounds", letter.grounds, headings.articles, "article")
    yield from _unknown(place, "measures", letter.measures, headings.measures, "measure")


def _one(name: str | None) -> tuple[str, ...]:
    return () if name is None else (name,)


def _unknown(place: str, field: str, names: Collection[str], known: Collection[str], what: str) -> Iterator[str]:
    for name in names:
        if name not in known:
            yield f"{place}: `{field}` names the {what} `{name}`, which this edition does not have"
