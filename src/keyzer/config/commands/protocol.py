"""Look into the protocol: list its articles, trace one of them, or check an edition."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from textwrap import fill

import msgspec

from keyzer import protocol

from .outcome import Refused
from .proofs import proofs_of

PROOFS = Path("tests")
WIDTH = 100


def declare(parser: ArgumentParser) -> None:
    """`articles`, `trace` and `lint`."""
    parts = parser.add_subparsers(dest="part", required=True, metavar="PART")
    articles = parts.add_parser("articles", help="every article with what it demands")
    articles.add_argument("--json", action="store_true", help="as JSON, for other programs")
    articles.set_defaults(act=_articles)
    trace = parts.add_parser("trace", help="what makes an article work: rules, conduct, measures, steps, proofs")
    trace.add_argument("article", metavar="ID", help="for example `leerlingen-9`")
    trace.set_defaults(act=_trace)
    lint = parts.add_parser("lint", help="check an edition in a folder")
    lint.add_argument("folder", metavar="DIR", type=Path)
    lint.set_defaults(act=_lint)


def run(arguments: Namespace) -> None:
    """Do the chosen part."""
    arguments.act(arguments)


def _articles(arguments: Namespace) -> None:
    rows = protocol.article_index(protocol.current())
    if arguments.json:
        print(msgspec.json.format(msgspec.json.encode(rows), indent=2).decode())
        return
    for row in rows:
        print(f"{row.id}  {row.title.nl}  ({row.kind}, {row.encoding})")
        print(fill(" ".join(row.text.nl.split()), WIDTH, initial_indent="    ", subsequent_indent="    "))


def _trace(arguments: Namespace) -> None:
    try:
        found = protocol.trace(protocol.current(), arguments.article)
    except KeyError as unknown:
        known = ", ".join(row.id for row in protocol.article_index(protocol.current()))
        raise Refused(f"there is no article `{arguments.article}`; there is {known}") from unknown
    parts = {
        "rules": found.implemented_by,
        "conduct": found.conduct,
        "measures": found.measures,
        "steps": found.steps,
        "procedure": (found.procedure,) if found.procedure else (),
        "proofs": tuple(proofs_of(found.article, PROOFS)),
    }
    print(found.article)
    for part, names in parts.items():
        for name in names:
            print(f"  {part:<10}{name}")


def _lint(arguments: Namespace) -> None:
    if problems := protocol.lint(arguments.folder):
        raise Refused("\n".join([f"`{arguments.folder}` is not a sound edition", *problems]))
    print(f"{arguments.folder}: sound")
