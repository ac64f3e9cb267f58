"""Reads where the school's data lives: a SQLite file in the data folder, or one schema of a PostgreSQL server."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from keyzer.kit.environment import EnvironmentProblem

_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000; "
    "PRAGMA secure_delete=ON;"  # the key of an erased stream must not lie on in a free corner of the file
)


def database(url: str | None, data: Path) -> dict[str, Any]:
    """Django's settings for one database. Raises EnvironmentProblem when `url` is not a PostgreSQL address."""
    if not url:
        return _sqlite(data / "school.sqlite3")
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        message = (
            f"`KEYZER_DATABASE_URL` begins with `{parts.scheme}`: use postgresql://user@host/name, or leave it empty"
        )
        raise EnvironmentProblem(message)
    query = dict(parse_qsl(parts.query))
    schema = query.pop("schema", None)
    options: dict[str, Any] = dict(query)
    if schema:
        options["options"] = f"-c search_path={schema}"
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or "") or options.pop("host", ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def _sqlite(file: Path) -> dict[str, Any]:
    return {
        "ENGINE": "keyzer.kit.sqlite",
        "NAME": str(file),
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": _PRAGMAS},
    }
