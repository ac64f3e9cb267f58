"""Look into the protocol: list its articles, trace one, check an edition, attach the adopted document."""

from argparse import ArgumentParser, Namespace
from hashlib import sha256
from pathlib import Path
from textwrap import fill

import msgspec

from keyzer import protocol
from keyzer.kit import clock

from . import folder, migrate
from .outcome import Refused
from .proofs import proofs_of

PROOFS = Path("tests")
WIDTH = 100


def declare(parser: ArgumentParser) -> None:
    """`articles`, `trace`, `lint` and `attach`."""
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
    attach = parts.add_parser("attach", help="lay the document that the school adopted beside the text")
    attach.add_argument("file", metavar="FILE", type=Path, help="a PDF")
    folder.declare(attach)
    attach.set_defaults(act=_attach)


def run(arguments: Namespace) -> None:
    """Do the chosen part."""
    arguments.act(arguments)


def _articles(arguments: Namespace) -> None:
    rows = protocol.article_index(protocol.in_force(clock.today()))
    if arguments.json:
        print(msgspec.json.format(msgspec.json.encode(rows), indent=2).decode())
        return
    for row in rows:
        print(f"{row.id}  {row.title.nl}  ({row.kind}, {row.encoding})")
        print(fill(" ".join(row.text.nl.split()), WIDTH, initial_indent="    ", subsequent_indent="    "))


def _trace(arguments: Namespace) -> None:
    edition = protocol.in_force(clock.today())
    try:
        found = protocol.trace(edition, arguments.article)
    except KeyError as unknown:
        known = ", ".join(row.id for row in protocol.article_index(edition))
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


def _attach(arguments: Namespace) -> None:
    folder.use(arguments.data)
    from keyzer.acknowledgements.actions import NotADocument, attach_document
    from keyzer.ledger.keys import KeyProblem

    if waiting := migrate.pending():
        raise Refused(f"{len(waiting)} migrations are pending, the first is `{waiting[0]}`: run `keyzer migrate`")
    try:
        content = arguments.file.read_bytes()
        attach_document(content, arguments.file.name, by=None, at=clock.now())
    except OSError as problem:
        raise Refused(f"`{arguments.file}` can't be read: {problem.strerror}") from problem
    except (NotADocument, KeyProblem) as problem:
        raise Refused(str(problem)) from problem
    print(f"{arguments.file.name}: attached, SHA-256 {sha256(content).hexdigest()}; signatures bind it from now on")
