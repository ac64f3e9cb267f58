"""The page that sets each step beside who does it, by when, its article, its law or practice, and where it is done."""

import re
from collections.abc import Iterable, Mapping

from .case.acts import BY_COMMAND
from .case.commands import BY_KIND
from .case.steps import SETTLED_BY
from .data import Source
from .edition import AT_ONCE, BY_SETTING, NO_TERM, Article, Edition, Procedure, Step
from .names import ROLES
from .vocabulary import Count, Sureness, Text

ARTICLES = "articles.md"
HEAD = (
    "step",
    "who",
    "by when",
    "article",
    "law or settled practice",
    "a choice of the school, to be checked",
    "done by",
)
WITHOUT_LENGTH = {AT_ONCE: "at once", BY_SETTING: "set by the school", NO_TERM: "no fixed term"}
COUNTED = {
    Count.SCHOOL_DAYS: "{amount} school {unit}",
    Count.CALENDAR_DAYS: "{length}",
    Count.CLOCK_HOURS: "{length} of the clock",
    Count.LEGAL_TERM: "{length}, counted by the Algemene termijnenwet",
}
SURE = {Sureness.HIGH: "sure", Sureness.MEDIUM: "likely"}
OPENING = Text(nl="Zaak openen", en="Open a case")
INTRODUCTION = """\
This page is generated from the edition; change nothing here.

Each step of each procedure, beside the article that it carries out and where it comes from. What is *sure* was
read in the law or the ruling itself; what is *likely* comes from practice or a second source. What nobody is sure
of is never shown as law: it stands in a column of its own, as a choice of the school. A command is done at
`/zaken/<case>/<command>/`, a letter at `/brieven/<case>/`, what concerns the police at `/politie/<case>/`. None of
this is legal advice."""


def steps_markdown(edition: Edition, elsewhere: Mapping[tuple[str, str], str]) -> str:
    """The page; `elsewhere` tells where the steps are done that the case machine does not settle.

    Raises KeyError for a step that neither knows.
    """
    blocks = (_procedure(edition, procedure, elsewhere) for procedure in edition.procedures.values())
    return "\n\n".join(("# Each step, its article and its law", INTRODUCTION, *blocks)) + "\n"


def _procedure(edition: Edition, procedure: Procedure, elsewhere: Mapping[tuple[str, str], str]) -> str:
    rows = [HEAD, tuple("---" for _ in HEAD)]
    rows += [_row(edition, procedure, step, elsewhere) for step in procedure.steps]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"## {procedure.label.en} (`{procedure.id}`)\n\n{table}"


def _row(
    edition: Edition, procedure: Procedure, step: Step, elsewhere: Mapping[tuple[str, str], str]
) -> tuple[str, ...]:
    where = (procedure.id, step.id)
    commands = SETTLED_BY.get(where)
    return (
        f"{step.label.en}<br>*{step.label.nl}*",
        ", ".join(ROLES[role].en for role in step.by),
        _term(step),
        ", ".join(_link(edition.articles[ground]) for ground in step.grounds),
        _cited(source for source in step.sources if source.is_sure),
        _cited(source for source in step.sources if not source.is_sure),
        elsewhere[where] if commands is None else "; ".join(map(_command, commands)),
    )


def _term(step: Step) -> str:
    term = step.term
    if term is None:
        return WITHOUT_LENGTH[step.within]
    if term.amount == 0:
        return "the same day"
    unit = term.unit.value.removesuffix("s") if term.amount == 1 else term.unit.value
    return COUNTED[step.counted_in].format(length=f"{term.amount} {unit}", amount=term.amount, unit=unit)


def _cited(sources: Iterable[Source]) -> str:
    return "; ".join(
        f"{source.cite} ({SURE[source.sureness]})" if source.sureness in SURE else source.cite for source in sources
    )


def _command(kind: str) -> str:
    act = BY_COMMAND.get(BY_KIND[kind])
    return f"{(act.label if act else OPENING).en} (`{kind}`)"


def _link(article: Article) -> str:
    """A link to the article's heading on the page of the articles."""
    heading = f"{article.id}: {article.title.nl} / {article.title.en}"
    anchor = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
    return f"[{article.id}]({ARTICLES}#{anchor})"
