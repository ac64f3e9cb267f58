"""What the tests of this room share: the words of a report, and a form sent as a browser sends it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.test import Client

from tests.cast import Cast

STORY = "Noorderlicht stuurt mijn vakantiefoto telkens door in de klassenapp"
NAMED = "Daantje uit de brugklas"

Telling = Callable[..., UUID]


@pytest.fixture(autouse=True)
def evidence_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder for evidence that is thrown away."""
    before = settings.KEYZER_EVIDENCE
    settings.KEYZER_EVIDENCE = tmp_path / "evidence"
    yield tmp_path / "evidence"
    settings.KEYZER_EVIDENCE = before


def report_fields(**more: Any) -> dict[str, Any]:
    """All fields of a report, as the last step of the form sends them."""
    return {
        "step": "2",
        "go": "send",
        "sending": str(uuid4()),
        "words": STORY,
        "about": "mijzelf",
        "who": NAMED,
        "where": "online",
        "conduct": ["foto-doorsturen"],
        **more,
    }


def report_id(address: str) -> UUID:
    """The id in an address as `/melden/<id>/verstuurd/`."""
    return UUID(address.split("/")[2])


@pytest.fixture
def told(cast: Cast, sign_in: Callable[[UUID], Client], school_morning: object) -> Telling:
    """Send a report (or, with `lane`, a doubt) as somebody; answers its id."""

    def tell(by: UUID, lane: str = "melding", **more: Any) -> UUID:
        step = "1" if lane == "twijfel" else "2"
        answer = sign_in(by).post(f"/melden/nieuw/{lane}/", report_fields(step=step, **more))
        assert answer.status_code == 302, answer.content.decode()
        return report_id(answer.headers["Location"])

    return tell
