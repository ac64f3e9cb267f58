"""Follows an article to all that carries it (rules, conduct, measures, procedures) and writes the edition as a page."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

from .data import Data
from .edition import Article, Conduct, Edition, Measure, Procedure, Step
from .rule import Rule
from .vocabulary import ArticleKind, Audience, Encoding, Lane, Text

PACKAGE = "keyzer.protocol"


class Trace(Data, frozen=True, kw_only=True):
    """What makes one article work. A step is written `melding/antwoorden`."""

    article: str
    implemented_by: tuple[str, ...]
    conduct: tuple[str, ...]
    measures: tuple[str, ...]
    steps: tuple[str, ...]
    procedure: str | None


class ArticleRow(Data, frozen=True, kw_only=True):
    """One article in the list of `keyzer protocol articles`; its JSON form is stable."""

    id: str
    kind: ArticleKind
    encoding: Encoding
    binds: tuple[Audience, ...]
    title: Text
    text: Text
    left_to_judgement: Text | None
    measures: tuple[str, ...]
    procedure: str | None
    conduct: tuple[str, ...]


def rule_modules() -> list[ModuleType]:
    """Every module of the protocol, imported, so that its rules can be found."""
    package = importlib.import_module(PACKAGE)
    names = sorted(found.name for found in pkgutil.walk_packages(package.__path__, f"{PACKAGE}."))
    return [importlib.import_module(name) for name in names]


def implementations(modules: Iterable[ModuleType]) -> list[Rule[..., Any]]:
    """The rules that the modules themselves define, in the order in which they stand there."""
    return [
        found
        for module in modules
        for found in vars(module).values()
        if isinstance(found, Rule) and found.module == module.__name__
    ]


def trace(edition: Edition, article_id: str) -> Trace:
    """All that carries an article. Raises KeyError for an id that the edition does not hold."""
    article = edition.article(article_id)
    return Trace(
        article=article.id,
        implemented_by=tuple(rule.name for rule in implementations(rule_modules()) if article.id in rule.articles),
        conduct=_conduct_of(edition, article),
        measures=tuple(measure.id for measure in edition.measures.values() if article.id in measure.grounds),
        steps=tuple(
            f"{procedure.id}/{step.id}"
            for procedure in edition.procedures.values()
            for step in procedure.steps
            if article.id in step.grounds
        ),
        procedure=article.procedure,
    )


def article_index(edition: Edition) -> list[ArticleRow]:
    """The articles in the order of the paper, each with the conduct that breaks it."""
    return [
        ArticleRow(
            id=article.id,
            kind=article.kind,
            encoding=article.encoding,
            binds=article.binds,
            title=article.title,
            text=article.text,
            left_to_judgement=article.left_to_judgement,
            measures=article.measures,
            procedure=article.procedure,
            conduct=_conduct_of(edition, article),
        )
        for article in edition.articles.values()
    ]


def articles_markdown(edition: Edition) -> str:
    """The whole edition as a page for `docs/articles.md`: articles, conduct, offences, measures and procedures."""
    blocks = [
        "# The protocol as data",
        f"Edition `{edition.id}` of {edition.school}, in force from {edition.in_force_from}.",
        "This page is generated from the edition; change nothing here.",
        "## Articles",
        *(_article_block(edition, article) for article in edition.articles.values()),
        "## Conduct",
        _table(("id", "in words", "breaks", "where", "may be"), map(_conduct_row, edition.conduct.values())),
        "## Offences",
        "A suspicion for a person to weigh, never a finding.",
        _table(("id", "in words", "source", "complaint"), _offence_rows(edition)),
        "## Measures",
        *(_ladder_block(edition, lane) for lane in Lane),
        "## Procedures",
        *(_procedure_block(procedure) for procedure in edition.procedures.values()),
    ]
    return "\n\n".join(blocks) + "\n"


def _conduct_of(edition: Edition, article: Article) -> tuple[str, ...]:
    return tuple(conduct.id for conduct in edition.conduct.values() if article.id in conduct.breaks)


def _article_block(edition: Edition, article: Article) -> str:
    lines = [
        f"### {article.id}: {article.title.nl} / {article.title.en}",
        f"{article.kind}, encoded: {article.encoding}. Binds {', '.join(article.binds)}.",
        _quote(article.text),
    ]
    if article.left_to_judgement:
        lines.append(f"Left to a person:\n\n{_quote(article.left_to_judgement)}")
    for name, ids in (
        ("Broken by", _conduct_of(edition, article)),
        ("Measures", article.measures),
        ("Procedure", (article.procedure,) if article.procedure else ()),
    ):
        if ids:
            lines.append(f"{name}: {_codes(ids)}.")
    return "\n\n".join(lines)


def _conduct_row(conduct: Conduct) -> tuple[str, ...]:
    return (f"`{conduct.id}`", _both(conduct.label), _codes(conduct.breaks), conduct.where, _codes(conduct.offences))


def _offence_rows(edition: Edition) -> Iterator[tuple[str, ...]]:
    for offence in edition.offences.values():
        source = f"{offence.source.cite} ({offence.source.sureness})"
        yield (f"`{offence.id}`", _both(offence.label), source, "by the victim" if offence.needs_complaint else "")


def _ladder_block(edition: Edition, lane: Lane) -> str:
    head = ("id", "in words", "decided by", "gravity", "days at most", "gates", "sources")
    return f"### {lane}\n\n{_table(head, map(_measure_row, edition.ladder(lane)))}"


def _measure_row(measure: Measure) -> tuple[str, ...]:
    return (
        f"`{measure.id}`",
        _both(measure.label),
        ", ".join(measure.decided_by),
        f"{measure.gravity.lowest} – {measure.gravity.highest}",
        "" if measure.lasts_at_most is None else str(measure.lasts_at_most),
        _codes(measure.gates),
        _sources(measure),
    )


def _procedure_block(procedure: Procedure) -> str:
    rows = (
        (f"`{step.id}`", _both(step.label), ", ".join(step.by), _time(step), _sources(step)) for step in procedure.steps
    )
    title = f"### {procedure.id}: {_both(procedure.label)}"
    return f"{title}\n\n{_table(('step', 'in words', 'by', 'within', 'sources'), rows)}"


def _time(step: Step) -> str:
    return step.within if step.term is None else f"{step.within}, {step.counted_in}"


def _sources(part: Measure | Step) -> str:
    return "; ".join(f"{source.cite} ({source.sureness})" for source in part.sources)


def _both(text: Text) -> str:
    return f"{text.nl} / {text.en}"


def _quote(text: Text) -> str:
    return "\n".join(f"> {line}".rstrip() for line in f"{text.nl}\n\n{text.en}".split("\n"))


def _codes(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
