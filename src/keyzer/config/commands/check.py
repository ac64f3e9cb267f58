"""Say what a school still lacks before people can trust it."""

import stat
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from . import deliver, folder, migrate
from .outcome import Refused


def declare(parser: ArgumentParser) -> None:
    """Which school."""
    folder.declare(parser)


def run(arguments: Namespace) -> None:
    """Print what is well. Raises Refused with everything that is not."""
    folder.use(arguments.data)
    if problems := list(_problems()):
        raise Refused("\n".join([f"{len(problems)} things to put right", *(f"- {problem}" for problem in problems)]))
    print("nothing is missing")


def _problems() -> Iterator[str]:
    from django.conf import settings
    from django.db import DatabaseError

    if not Path(settings.KEYZER_DATA).is_dir():
        yield f"there is no folder `{settings.KEYZER_DATA}`: run `keyzer init`, or say `--data DIR`"
        return
    yield from _keys()
    try:
        yield from _database()
    except DatabaseError as problem:
        yield f"the database does not answer ({problem}): is its server running, and its address right?"
    yield from _mail()
    yield from _lessons()
    if not settings.BEHIND_HTTPS:
        yield "people would sign in without https: put a proxy with a certificate before it and set `KEYZER_HTTPS=1`"


def _mail() -> Iterator[str]:
    from django.conf import settings
    from django.core.mail import get_connection

    if missing := deliver.lacking():
        yield f"nobody is told by mail that something waits: set {', '.join(f'`{name}`' for name in missing)}"
        return
    if not settings.KEYZER_ADDRESS.startswith("https://"):
        yield "links in mail would lead to pages without https: let `KEYZER_ADDRESS` begin with https://"
    try:
        with get_connection():
            return
    except OSError as problem:
        yield f"the mail server of `KEYZER_MAIL_URL` can't be used: {type(problem).__name__}"


def _lessons() -> Iterator[str]:
    from keyzer.learning.shelf import shelf

    for problem in shelf().problems:
        yield f"a lesson is left out, {problem}: see `keyzer lessons lint`"


def _keys() -> Iterator[str]:
    from django.conf import settings

    from keyzer.ledger.keys import KeyProblem, school_key

    try:
        school_key()
    except KeyProblem as problem:
        yield str(problem)
    for file in (Path(settings.KEYZER_KEY_FILE), settings.KEYZER_DATA / "keys" / "django.key"):
        if not file.exists():
            yield f"there is no key `{file}`: restore it, or run `keyzer init` for a new school"
        elif stat.S_IMODE(file.stat().st_mode) & 0o077:
            yield f"others on this machine can read `{file}`: run `chmod 600 {file}`"


def _database() -> Iterator[str]:
    from django.conf import settings

    from keyzer.people import queries

    if waiting := migrate.pending():
        yield f"{len(waiting)} migrations are pending, the first is `{waiting[0]}`: run `keyzer migrate`"
        return
    try:
        demo = queries.school().demo
    except queries.NoSchool as problem:
        yield str(problem)
        return
    if demo:
        yield "this is the demo school: a real one needs a folder of its own, made by `keyzer init`"
    elif settings.KEYZER_DEMO:
        yield "`KEYZER_DEMO` is set for a real school: it opens nothing, so take it away"
