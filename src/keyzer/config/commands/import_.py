"""Bring in what was kept elsewhere: signatures under the protocol, and the lessons of the week."""

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from datetime import date
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
LESSONS = """\
The first line of FILE is  teacher;class;weekday;period;room;subject
  teacher   the school's number of who teaches
  class     the name of the class
  weekday   1 to 5, or ma, di, wo, do, vr
  period    the lesson hour, 1 for the first bell times of the day
  room      where, and subject: both may be empty
These are all lessons from DAY on: what held before ends the day before. All lines are taken, or none.
"""


def declare(parser: ArgumentParser) -> None:
    """`signatures` and `lessons`."""
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
    words = "take in the lessons of the week from a CSV file"
    lessons = parts.add_parser(
        "lessons", help=words, description=words, epilog=LESSONS, formatter_class=RawDescriptionHelpFormatter
    )
    folder.declare(lessons)
    lessons.add_argument("file", metavar="FILE", type=Path, help="UTF-8, with `;` or `,` between the columns")
    lessons.add_argument("--since", metavar="DAY", type=date.fromisoformat, help="the first day (default: today)")
    lessons.add_argument("--dry-run", action="store_true", help="try everything and keep nothing")
    lessons.set_defaults(act=_lessons)


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


def _lessons(arguments: Namespace) -> None:
    """Print how many lessons there are. Raises Refused with each faulty line."""
    folder.use(arguments.data)
    from keyzer.kit import clock
    from keyzer.timetable import importing

    file, since = arguments.file, arguments.since or clock.today()
    try:
        if arguments.dry_run:
            print(f"{len(importing.read(file, since))} lessons, nothing was kept")
            return
        print(f"{importing.bring_in(file, since=since, at=clock.now())} lessons from {since} on")
    except importing.FileRefused as refused:
        faults = [f"{file}:{fault.line}: {fault.words}" for fault in refused.faults]
        raise Refused("\n".join(["nothing was taken, correct these lines first", *faults])) from refused
    except (OSError, UnicodeDecodeError) as problem:
        raise Refused(f"`{file}` can't be read as UTF-8 ({problem}): save it as CSV UTF-8") from problem


def _tell(words: str) -> None:
    print(words, file=sys.stderr)
