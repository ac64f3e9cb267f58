"""Write a school to one file: database, evidence and texts of its own, and only when asked its keys."""

import tempfile
from argparse import ArgumentParser, Namespace
from importlib.metadata import version
from pathlib import Path

from . import folder
from .outcome import Refused


def declare(parser: ArgumentParser) -> None:
    """Which school, and where to."""
    folder.declare(parser)
    parser.add_argument("file", metavar="FILE", type=Path, help="the backup to write; it must not exist yet")
    parser.add_argument(
        "--with-keys", action="store_true", help="also write the keys: who has the file can then read everything"
    )


def run(arguments: Namespace) -> None:
    """Write the backup and say how much it holds. Raises Refused."""
    folder.use(arguments.data)
    if arguments.file.exists():
        raise Refused(f"`{arguments.file}` is there already: choose another name, nothing was written")
    if not arguments.file.parent.is_dir():
        raise Refused(f"there is no folder `{arguments.file.parent}`: make it, or choose another place")
    count = _write(arguments.file.resolve(), with_keys=arguments.with_keys)
    print(f"{arguments.file}: {count} files")
    if arguments.with_keys:
        print("the keys are in it: who has this file can read everything")
    else:
        print("the keys are not in it: copy the folder of the keys somewhere else now, in the place of the former copy")


def _write(target: Path, *, with_keys: bool) -> int:
    """The database first, so that every file it speaks of is in the backup too."""
    from django.conf import settings
    from django.db import DatabaseError

    from keyzer.config import archive, dump, keyring
    from keyzer.kit import clock

    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".keyzer-") as place:
        picture = Path(place) / dump.name()
        try:
            dump.save(picture, with_keys=with_keys)
        except (dump.DumpProblem, DatabaseError) as problem:
            raise Refused(f"the database can't be copied: {problem}") from problem
        members = {dump.name(): picture}
        members |= dict(archive.files_in(Path(settings.KEYZER_EVIDENCE), "evidence"))
        for own in archive.SCHOOLS_OWN:
            members |= dict(archive.files_in(settings.KEYZER_DATA / own, own))
        now = clock.now()
        if with_keys:
            members |= dict(archive.files_in(settings.KEYZER_DATA / "keys", "keys"))
            members["keys/school.key"] = Path(settings.KEYZER_KEY_FILE)
        else:
            keyring.write(Path(settings.KEYZER_KEY_FILE), now)
        about = {"made_at": now.isoformat(), "version": version("keyzer"), "with_keys": with_keys}
        archive.write(target, members, about)
    return len(members)
