"""Bring in what was kept elsewhere: signatures under the protocol, the lessons of the week, consent to pictures."""

import sys
from argparse import ArgumentParser, HelpFormatter, Namespace, RawDescriptionHelpFormatter
from datetime import date
from pathlib import Path
from typing import TypedDict

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
CONSENTS = """\
The first line of FILE is  number;purpose;yes/no;date;by
  number   whom it is about: the school's number
  purpose  site, sociale-media, nieuwsbrief, pers, klassenapp or intern
  yes/no   yes or no, or ja or nee
  date     the day it was said, as in 2026-09-01, in this school year
  by       who said it: the school's number, a guardian's e-mail address, or a guardian's full name
What was said later on screen stays. All lines are taken, or none.
"""


def declare(parser: ArgumentParser) -> None:
    """`signatures`, `lessons` and `consents`."""
    parts = parser.add_subparsers(dest="part", required=True, metavar="PART")
    signatures = parts.add_parser("signatures", **_told("take in signatures from a CSV file", SIGNATURES))
    _take_a_file(signatures)
    signatures.add_argument("--by", metavar="NUMBER", help="the number of who answers for the list; needed for paper")
    signatures.set_defaults(act=_signatures)
    lessons = parts.add_parser("lessons", **_told("take in the lessons of the week from a CSV file", LESSONS))
    _take_a_file(lessons)
    lessons.add_argument("--since", metavar="DAY", type=date.fromisoformat, help="the first day (default: today)")
    lessons.set_defaults(act=_lessons)
    consents = parts.add_parser("consents", **_told("take in consent to pictures from a CSV file", CONSENTS))
    _take_a_file(consents)
    consents.set_defaults(act=_consents)


class _Told(TypedDict):
    help: str
    description: str
    epilog: str
    formatter_class: type[HelpFormatter]


def _told(words: str, columns: str) -> _Told:
    return _Told(help=words, description=words, epilog=columns, formatter_class=RawDescriptionHelpFormatter)


def _take_a_file(part: ArgumentParser) -> None:
    folder.declare(part)
    part.add_argument("file", metavar="FILE", type=Path, help="UTF-8, with `;` or `,` between the columns")
    part.add_argument("--dry-run", action="store_true", help="try everything and keep nothing")


def run(arguments: Namespace) -> None:
    """Take the file in and print what came of it. Raises Refused with each faulty line."""
    folder.use(arguments.data)
    from keyzer.kit.sheets import FileRefused

    file = arguments.file
    try:
        done = arguments.act(arguments)
    except FileRefused as refused:
        faults = [f"{file}:{fault.line}: {fault.words}" for fault in refused.faults]
        raise Refused("\n".join(["nothing was taken, correct these lines first", *faults])) from refused
    except (OSError, UnicodeDecodeError) as problem:
        raise Refused(f"`{file}` can't be read as UTF-8 ({problem}): save it as CSV UTF-8") from problem
    print(f"{done}, nothing was kept" if arguments.dry_run else done)


def _signatures(arguments: Namespace) -> str:
    from keyzer.acknowledgements.paper import importing

    is_kept = not arguments.dry_run
    try:
        taken = importing.bring_in(arguments.file, by=arguments.by, is_kept=is_kept, tell=_tell)
    except importing.NobodyAnswers as refused:
        raise Refused(str(refused)) from refused
    return f"{taken.new} signatures new, {taken.known} stood already"


def _lessons(arguments: Namespace) -> str:
    from keyzer.kit import clock
    from keyzer.timetable import importing

    since = arguments.since or clock.today()
    if arguments.dry_run:
        return f"{len(importing.read(arguments.file, since))} lessons"
    return f"{importing.bring_in(arguments.file, since=since, at=clock.now())} lessons from {since} on"


def _consents(arguments: Namespace) -> str:
    from keyzer.consent import importing
    from keyzer.kit import clock

    taken = importing.bring_in(arguments.file, is_kept=not arguments.dry_run, at=clock.now())
    return f"{taken.new} answers new, {taken.known} stood already"


def _tell(words: str) -> None:
    print(words, file=sys.stderr)
