"""Budgets of the public page begin anew with each test."""

from collections.abc import Iterator

import pytest

from keyzer.channels.views.public import CHECKS, FAKES


@pytest.fixture(autouse=True)
def nothing_spent() -> Iterator[None]:
    """What another test asked does not count."""
    CHECKS.forget()
    FAKES.forget()
    yield
    CHECKS.forget()
    FAKES.forget()
