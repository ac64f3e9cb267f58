"""Make a real school: its folder, keys, database and first administrator."""

import os
import secrets
import sys
from argparse import ArgumentParser, Namespace
from getpass import getpass
from pathlib import Path

from . import folder, migrate
from .outcome import Refused


def declare(parser: ArgumentParser) -> None:
    """Which school, and who administers it."""
    folder.declare(parser)
    parser.add_argument("--name", required=True, help="the school's name, as it stands on every page")
    parser.add_argument("--place", default="", help="where the school is")
    parser.add_argument("--admin", required=True, metavar="USERNAME", help="the first administrator")
    parser.add_argument("--admin-name", metavar="NAME", help="the administrator's own name (default: the username)")


def run(arguments: Namespace) -> None:
    """Make everything, or nothing that was there before is touched."""
    if arguments.data is not None:
        os.environ["KEYZER_DATA"] = str(arguments.data.resolve())
    make_keys()
    folder.use(None)
    migrate.apply(verbosity=0)
    _found(arguments)
    from django.conf import settings

    print(f"{arguments.name} stands in {settings.KEYZER_DATA}")
    print(f"keep a copy of {settings.KEYZER_KEY_FILE} somewhere else: without it nobody can read what is written")


def make_keys() -> None:
    """The school's key and Django's, each unless it is there; both readable by their owner alone."""
    from keyzer.kit import environment
    from keyzer.ledger.keys import create_school_key

    data = Path(environment.text("KEYZER_DATA", "var/school")).resolve()
    school_key = Path(environment.text("KEYZER_KEY_FILE", str(data / "keys" / "school.key")))
    folder.make(data)
    folder.make(data / "keys")
    if not school_key.exists():
        create_school_key(school_key)
    django_key = data / "keys" / "django.key"
    if not django_key.exists():
        with os.fdopen(os.open(django_key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(secrets.token_urlsafe(48))


def _found(arguments: Namespace) -> None:
    from keyzer import protocol
    from keyzer.kit import clock, ids
    from keyzer.kit.writing import writing
    from keyzer.people import actions
    from keyzer.people.roster import NewAccount, NewPerson, NewRole, Roster

    person, now = ids.new_id(), clock.now()
    given, _, family = (arguments.admin_name or arguments.admin).partition(" ")
    with writing():
        try:
            actions.found_school(
                name=arguments.name,
                place=arguments.place,
                edition=protocol.in_force(clock.today()).id,
                demo=False,
                settings={},
                by=None,
                at=now,
            )
        except actions.SchoolExists as problem:
            raise Refused(str(problem)) from problem
        roster = Roster(
            people=(NewPerson(person, given, family),),
            accounts=(NewAccount(person, arguments.admin, _password(arguments.admin)),),
            roles=(NewRole(person, protocol.Role.BEHEERDER, clock.today()),),
        )
        actions.enter(roster, by=None, at=now)


def _password(username: str) -> str:
    """Asked twice at a terminal, else the first line of standard input. Raises Refused for a weak one."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    if sys.stdin.isatty():
        password = getpass(f"password for {username}: ")
        if getpass("once more: ") != password:
            raise Refused("the two passwords differ: nothing was made")
    else:
        password = sys.stdin.readline().rstrip("\n")
    try:
        validate_password(password)
    except ValidationError as problem:
        raise Refused(f"the password is too weak: {' '.join(problem.messages)}") from problem
    return password
