"""Where styles and icons are found once they were gathered."""

import json
from pathlib import Path

import pytest

from keyzer.config.static import Fingerprinted


@pytest.fixture
def gathered(tmp_path: Path) -> Fingerprinted:
    paths = {"design/base.css": "design/base.0123456789ab.css"}
    (tmp_path / "staticfiles.json").write_text(json.dumps({"version": "1.1", "hash": "", "paths": paths}))
    return Fingerprinted(location=str(tmp_path), base_url="/static/")


def test_an_address_bears_the_fingerprint_each_time(gathered: Fingerprinted) -> None:
    assert [gathered.url("design/base.css") for _ in range(2)] == ["/static/design/base.0123456789ab.css"] * 2


def test_a_file_that_was_not_gathered_is_told_each_time(gathered: Fingerprinted) -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match=r"no-such\.css"):
            gathered.url("design/no-such.css")
