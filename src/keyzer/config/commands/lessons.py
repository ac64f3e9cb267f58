"""Look into the lessons: check those of a folder before a school uses them."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from . import folder
from .outcome import Refused


def declare(parser: ArgumentParser) -> None:
    """`lint`."""
    parts = parser.add_subparsers(dest="part", required=True, metavar="PART")
    lint = parts.add_parser("lint", help="check the lessons in a folder")
    lint.add_argument(
        "folder", metavar="DIR", type=Path, nargs="?", help="default: the school's own, else those that are shipped"
    )
    folder.declare(lint)
    lint.set_defaults(act=_lint)


def run(arguments: Namespace) -> None:
    """Do the chosen part."""
    folder.use(arguments.data)
    arguments.act(arguments)


def _lint(arguments: Namespace) -> None:
    from django.conf import settings

    from keyzer.learning import shelf

    own = Path(settings.KEYZER_DATA) / shelf.OWN
    lessons = arguments.folder or (own if own.is_dir() else shelf.SHIPPED)
    if problems := shelf.lint(lessons):
        raise Refused("\n".join([f"the lessons in `{lessons}` are not sound", *problems]))
    print(f"{lessons}: sound")
