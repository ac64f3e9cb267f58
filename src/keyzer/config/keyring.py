"""The keys of all streams in one file beside the school's key, for backups that hold none.

Only its newest copy is kept. So a stream that is erased can't be read from older backups either: its key is in none.
"""

import base64
import json
import os
from datetime import datetime
from pathlib import Path
from uuid import UUID

from keyzer.ledger import actions, queries

NAME = "stream-keys.json"


class KeyringProblem(Exception):
    """The ring is missing, damaged, or older than the backup it should open."""


def write(school_key: Path, at: datetime) -> Path:
    """Write the ring beside the school's key, in the place of the former one; answers where."""
    ring = school_key.with_name(NAME)
    keys = {str(stream): [key_id, base64.b64encode(key).decode()] for stream, key_id, key in queries.wrapped_keys()}
    unfinished = ring.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as out:
        json.dump({"made_at": at.isoformat(), "keys": keys}, out)
    unfinished.rename(ring)
    return ring


def put_back(school_key: Path, backup_made_at: datetime, at: datetime) -> int:
    """Give the streams of a restored database their keys; answers how many were erased since. Raises KeyringProblem."""
    ring = school_key.with_name(NAME)
    try:
        content = json.loads(ring.read_text(encoding="ascii"))
        made_at = datetime.fromisoformat(content["made_at"])
        keys = {UUID(stream): (key_id, base64.b64decode(key)) for stream, (key_id, key) in content["keys"].items()}
    except OSError as problem:
        raise KeyringProblem(f"the backup holds no keys of streams: put `{NAME}` at `{ring}` first") from problem
    except (ValueError, KeyError, TypeError) as problem:
        raise KeyringProblem(f"`{ring}` is damaged: take the copy from where you keep it safe") from problem
    if made_at < backup_made_at:
        raise KeyringProblem(f"`{ring}` is older than the backup: take the newest copy from where you keep it safe")
    return actions.put_keys_back(keys, at=at)
