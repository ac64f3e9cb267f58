"""What every test of the own room may ask for."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django.core.cache import cache

from tests.cast import Cast
from tests.rooms.intake.conftest import evidence_folder
from tests.rooms.letters.world import World, suspended
from tests.rooms.own.world import public_school

__all__ = ["evidence_folder"]


@pytest.fixture
def world(cast: Cast, school_morning: datetime, evidence_folder: Path) -> World:
    """A suspension at a public school; nobody has been told yet."""
    return public_school(cast, school_morning)


@pytest.fixture(autouse=True)
def nothing_tried_yet(db: None) -> Iterator[None]:
    """Tries that were counted in another test count no more."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def denominational(cast: Cast, school_morning: datetime, evidence_folder: Path) -> World:
    """A suspension at a school where objection is open against removal alone."""
    return suspended(cast, school_morning)
