"""The `keyzer` command. Exit status: 0 done, 1 refused (why, on standard error), 2 wrong use."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from types import ModuleType

from django.db.utils import DatabaseError

from keyzer.kit.environment import EnvironmentProblem

from .commands import (
    ask,
    backup,
    check,
    deliver,
    demo,
    import_,
    init,
    lessons,
    live,
    migrate,
    platforms,
    protocol,
    restore,
    serve,
    verify,
)
from .commands.outcome import Refused

COMMANDS: tuple[ModuleType, ...] = (
    demo,
    init,
    serve,
    deliver,
    live,
    migrate,
    check,
    protocol,
    lessons,
    platforms,
    import_,
    ask,
    verify,
    backup,
    restore,
)

FOR_THE_OWNER_ALONE = 0o077
"""Whatever is made, others on the machine can't read it: a database holds names, a session is a way in."""


def parser() -> argparse.ArgumentParser:
    """All that can be typed."""
    top = argparse.ArgumentParser(prog="keyzer", description="A school's protocol, made to work.")
    top.add_argument("--version", action="version", version=f"keyzer {version('keyzer')}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in COMMANDS:
        words = (module.__doc__ or "").split("\n", maxsplit=1)[0]
        name = module.__name__.rsplit(".", maxsplit=1)[-1].rstrip("_")
        subcommand = commands.add_parser(name, help=words, description=words)
        module.declare(subcommand)
        subcommand.set_defaults(run=module.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and answer its exit status."""
    chosen = parser().parse_args(arguments)
    os.umask(FOR_THE_OWNER_ALONE)
    try:
        chosen.run(chosen)
    except (Refused, EnvironmentProblem) as refusal:
        print(f"keyzer {chosen.command}: {refusal}", file=sys.stderr)
        return 1
    except DatabaseError as problem:
        print(f"keyzer {chosen.command}: the database refused: {str(problem).strip()}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 1
    return 0
