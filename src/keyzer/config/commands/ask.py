"""May I? A situation in (JSON), a verdict out."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from keyzer import protocol
from keyzer.kit import clock

from .outcome import Refused

STANDARD_INPUT = "-"


def declare(parser: ArgumentParser) -> None:
    """Where the situation is, and how to answer."""
    parser.add_argument("situation", metavar="FILE", nargs="?", default=STANDARD_INPUT, help="`-` is standard input")
    parser.add_argument("--json", action="store_true", help="answer as JSON, for other programs")
    parser.add_argument("--language", choices=["nl", "en"], default="nl", help="of the answer in words")


def run(arguments: Namespace) -> None:
    """Judge the situation as of today. Raises Refused when it can't be read."""
    try:
        situation = protocol.parse_situation(_read(arguments.situation))
    except protocol.SituationError as problem:
        raise Refused(f"{arguments.situation}: {problem}") from problem
    verdict = protocol.ask(protocol.in_force(clock.today()), situation, clock.today())
    words = protocol.answer_as_words(verdict, arguments.language)
    print(protocol.answer_as_json(verdict).decode() if arguments.json else words)


def _read(place: str) -> bytes:
    if place == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return Path(place).read_bytes()
    except OSError as problem:
        raise Refused(f"`{place}` can't be read: {problem.strerror}") from problem
