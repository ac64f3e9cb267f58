"""Walk every chain of the ledger, and every signature, and name the first row that is not what was written."""

from argparse import ArgumentParser, Namespace
from itertools import islice

from . import folder
from .outcome import Refused


def declare(parser: ArgumentParser) -> None:
    """Which school."""
    folder.declare(parser)


def run(arguments: Namespace) -> None:
    """Print how much was walked. Raises Refused at the first alteration."""
    folder.use(arguments.data)
    print(walk())


def walk() -> str:
    """How much was walked, in words. Raises Refused at an alteration, and when key or tables are missing."""
    from django.db import DatabaseError

    from keyzer.acknowledgements.queries import unfounded
    from keyzer.ledger.keys import KeyProblem
    from keyzer.ledger.verification import verify

    try:
        found = verify()
        strays = [] if found.alteration else list(islice(unfounded(), 1))
    except KeyProblem as problem:
        raise Refused(str(problem)) from problem
    except DatabaseError as problem:
        raise Refused(f"the ledger can't be read ({problem}): run `keyzer check`") from problem
    if found.alteration:
        raise Refused(f"the ledger was altered: {found.alteration}")
    if strays:
        raise Refused(f"signature `{strays[0]}` is not what its history tells: restore it from a backup")
    return f"the ledger is whole: {found.streams} streams, {found.events} events"
