"""A browser in somebody's hands, and a text looked at in it."""

from collections.abc import Callable
from html import unescape
from uuid import UUID

import pytest
from django.test import Client

Looking = Callable[..., str]


@pytest.fixture
def looked_at(sign_in: Callable[[UUID], Client]) -> Looking:
    """The page after this person had a draft looked at."""

    def look(draft: str, person: UUID, status: int = 200) -> str:
        answer = sign_in(person).post("/check/", {"draft": draft})
        assert answer.status_code == status
        return unescape(answer.content.decode())

    return look
