"""Reads the words in a picture with tesseract, where the machine has it."""

import os
import shutil
import subprocess

MOST_SECONDS = 60
MOST_CHARACTERS = 20_000
LANGUAGES = ("nld", "eng")


def is_possible() -> bool:
    """Whether this machine can read words in pictures: the package tesseract-ocr is installed."""
    return shutil.which("tesseract") is not None


def words_in(picture: bytes) -> str | None:
    """The words, as a machine reads them; None when it can't. `picture` is a copy of ours, never the original."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    languages = "+".join(one for one in LANGUAGES if one in _installed(program)) or "eng"
    done = _run([program, "-", "-", "-l", languages], picture)
    return None if done is None else done.decode("utf-8", "replace").strip()[:MOST_CHARACTERS]


def _installed(program: str) -> set[str]:
    listed = _run([program, "--list-langs"], b"")
    return set(listed.decode().split()) if listed else set()


def _run(command: list[str], given: bytes) -> bytes | None:
    try:
        done = subprocess.run(  # noqa: S603 -- the program of the system, our own words
            command,
            input=given,
            capture_output=True,
            timeout=MOST_SECONDS,
            check=True,
            env={"OMP_THREAD_LIMIT": "1", "PATH": os.environ.get("PATH", "")},
        )
    except (subprocess.SubprocessError, OSError):
        return None
    return done.stdout
