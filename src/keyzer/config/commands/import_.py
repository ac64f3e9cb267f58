"""Bring in what was kept elsewhere before: signatures under the protocol."""

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from pathlib import Path

from . import folder
from .outcome import Refused

SIGNATURES = """\
The first line of FILE is  number;audience;on_behalf_of;edition;date;how
  number        who signed: the school's number, a guardian's e-mail address, or a guardian's full name
  audience      as what: leerling, ouder, personeel, vrijwilliger, stagiair or ander
  on_behalf_of  the number of the child; empty for who signs for themselves
  edition       the id of the edition, as in `keyzer protocol articles`
  date          the day of signing, as in 2026-09-01
  how           import, or paper for a sheet that the school keeps (then --by is needed)
A seventh column `language` (nl or en) may be added. All lines are taken, or none.
"""


def declare(parser: ArgumentParser) -> None:
    """`signatures`."""
    parts = parser.add_subparsers(dest="part", required=True, metavar="PART")
    words = "take in signatures from a CSV file"
    signatures = parts.add_parser(
        "signatures", help=words, description=words, epilog=SIGNATURES, formatter_class=RawDescriptionHelpFormatter
    )
    folder.declare(signatures)
    signatures.add_argument("file", metavar="FILE", type=Path, help="UTF-8, with `;` between the columns")
    signatures.add_argument("--dry-run", action="store_true", help="try everything and keep nothing")
    signatures.add_argument("--by", metavar="NUMBER", help="the number of who answers for the list; needed for paper")
    signatures.set_defaults(act=_signatures)


def run(arguments: Namespace) -> None:
    """Do the chosen part."""
    arguments.act(arguments)


def _signatures(arguments: Namespace) -> None:
    """Print what came of the file. Raises Refused with each faulty line."""
    folder.use(arguments.data)
    from keyzer.acknowledgements.paper import importing

    file = arguments.file
    try:
        taken = importing.bring_in(file, by=arguments.by, is_kept=not arguments.dry_run, tell=_tell)
    except importing.FileRefused as refused:
        faults = [f"{file}:{fault.line}: {fault.words}" for fault in refused.faults]
        raise Refused("\n".join(["nothing was taken, correct these lines first", *faults])) from refused
    except importing.NobodyAnswers as refused:
        raise Refused(str(refused)) from refused
    except (OSError, UnicodeDecodeError) as problem:
        raise Refused(f"`{file}` can't be read as UTF-8 ({problem}): save it as CSV UTF-8") from problem
    tried = ", nothing was kept" if arguments.dry_run else ""
    print(f"{taken.new} signatures new, {taken.known} stood already{tried}")


def _tell(words: str) -> None:
    print(words, file=sys.stderr)
