"""What lies on the disk, read as a thief would read it and altered as one would."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from django.db import connection


def files_of_the_database() -> Iterator[tuple[str, bytes]]:
    """Name and content of each file, what is still to be moved included; nothing on a server, which has its own files.

    Another process reads them: one that closes a file of SQLite gives up every lock that it holds on it, and then a
    process that leaves takes the log away from under those that stay.
    """
    if connection.vendor == "sqlite":
        file = Path(str(connection.settings_dict["NAME"]))
        for path in file.parent.glob(f"{file.stem}*"):
            yield path.name, subprocess.run(["cat", path], check=True, capture_output=True).stdout


def alter(file: Path) -> None:
    """Turn its last bit over: another byte in its place would be the same one now and then."""
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
