"""The data folder a command works on, chosen before Django reads its settings."""

import os
from argparse import ArgumentParser
from pathlib import Path

import django

SETTINGS = "keyzer.config.settings"


def declare(parser: ArgumentParser) -> None:
    """Add `--data DIR`."""
    parser.add_argument(
        "--data", metavar="DIR", type=Path, help="the folder that holds the school (default: $KEYZER_DATA)"
    )


def use(data: Path | None) -> None:
    """Work on `data`, or on what the environment says, and make Django ready."""
    if data is not None:
        os.environ["KEYZER_DATA"] = str(data.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()


def make(folder: Path) -> None:
    """Make a folder that only its owner can enter, unless it is there."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
