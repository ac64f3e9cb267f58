"""What the tests of evidence share: a folder that is thrown away, a stream to belong to, and files of every kind."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from PIL import Image

from keyzer.evidence import actions
from keyzer.evidence.actions.items import Kept
from keyzer.evidence.judging import judge
from keyzer.evidence.kinds import Inspection
from keyzer.ledger.actions import open_stream
from keyzer.ledger.files import Incoming
from tests.cast import NOW, Cast

Keep = Callable[..., Kept]


@pytest.fixture(autouse=True)
def evidence_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder for evidence that is thrown away."""
    before = settings.KEYZER_EVIDENCE
    settings.KEYZER_EVIDENCE = tmp_path / "evidence"
    yield tmp_path / "evidence"
    settings.KEYZER_EVIDENCE = before


@pytest.fixture
def stream(cast: Cast) -> UUID:
    """A history that files can belong to."""
    return open_stream("report", at=NOW)


@pytest.fixture
def keep(cast: Cast, stream: UUID) -> Keep:
    """Keep a file as if the reporter had sent it; raises what looking at it and keeping it raise."""

    def kept(content: bytes, name: str, into: UUID = stream) -> Kept:
        incoming, inspection = Incoming(), Inspection()
        try:
            incoming.write(content)
            inspection.feed(content)
            return actions.keep(
                incoming, judge(incoming, inspection, name), name, stream=into, by=cast.reporter, at=NOW
            )
        finally:
            incoming.discard()

    return kept


def picture(side: int = 64, **saved: object) -> bytes:
    """A real JPEG."""
    out = BytesIO()
    Image.effect_noise((side, side), 80).convert("RGB").save(out, "JPEG", **saved)
    return out.getvalue()
