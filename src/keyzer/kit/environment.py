"""Typed readers of the environment. `NAME_FILE` names a file that holds the value, so that secrets need no variable."""

import os
from pathlib import Path
from secrets import token_urlsafe


class EnvironmentProblem(Exception):
    """A setting is missing or can't be read; the message names it and the remedy."""


def text(name: str, default: str | None = None) -> str:
    """The value of `name`, or of the file that `name_FILE` points to. Raises EnvironmentProblem when there is none."""
    if value := os.environ.get(name):
        return value
    if file := os.environ.get(f"{name}_FILE"):
        return _read(name, Path(file))
    if default is None:
        message = f"`{name}` is not set: set it, or point `{name}_FILE` at a file that holds it"
        raise EnvironmentProblem(message)
    return default


def flag(name: str) -> bool:
    """True when `name` is set to 1, true, yes or on."""
    return os.environ.get(name, "").lower() in {"1", "true", "yes", "on"}


def secret(name: str, kept_in: Path) -> str:
    """The secret `name` from the environment, else from the file `kept_in`, else one for this process alone."""
    if value := text(name, ""):
        return value
    return _read(name, kept_in) if kept_in.exists() else token_urlsafe(48)


def _read(name: str, file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip()
    except OSError as problem:
        message = f"`{name}_FILE` points to `{file}`, which can't be read: {problem.strerror}"
        raise EnvironmentProblem(message) from problem
