"""Look after the register of platforms: whether its files hold, and its links still answer."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from . import folder
from .outcome import Refused

TIMEOUT = 10.0


def declare(parser: ArgumentParser) -> None:
    """`check`."""
    parts = parser.add_subparsers(dest="part", required=True, metavar="PART")
    check = parts.add_parser("check", help="read every file and ask every link")
    folder.declare(check)
    check.add_argument(
        "--timeout", type=_seconds, default=TIMEOUT, metavar="S", help=f"seconds for an answer (default: {TIMEOUT:g})"
    )
    check.add_argument("files", nargs="*", type=Path, metavar="FILE", help="these alone (default: the whole register)")
    check.set_defaults(act=_check)


def run(arguments: Namespace) -> None:
    """Do the chosen part."""
    arguments.act(arguments)


def _check(arguments: Namespace) -> None:
    """Print what came of each link. Raises Refused when a file is unsound or a link is dead."""
    folder.use(arguments.data)
    from django.conf import settings

    from keyzer.platforms import links, shelf

    entries, problems = shelf.read_all(arguments.files or shelf.files(settings.KEYZER_DATA / "platforms"))
    found = links.check((link for entry in entries for link in links.links_of(entry)), arguments.timeout)
    for finding in found:
        print(f"{finding.found:<7}", *finding.link, finding.detail)
    dead = [finding for finding in found if finding.found is links.Found.DEAD]
    if problems or dead:
        raise Refused("\n".join([f"{len(problems)} files unsound, {len(dead)} links dead of {len(found)}", *problems]))
    print(f"{len(entries)} files sound, {len(found)} links asked, none dead")


def _seconds(typed: str) -> float:
    """A number above nothing. Raises ArgumentTypeError."""
    try:
        seconds = float(typed)
    except ValueError as problem:
        raise ArgumentTypeError(f"`{typed}` is no number of seconds") from problem
    if not 0 < seconds <= 3600:  # noqa: PLR2004 -- an hour
        raise ArgumentTypeError(f"`{typed}` must be more than 0 and at most 3600 seconds")
    return seconds
