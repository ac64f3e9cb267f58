"""The glossary explains every id of the closed lists that people meet."""

from enum import StrEnum
from pathlib import Path

import pytest

from keyzer.protocol.vocabulary import ArticleKind, Audience, Count, Encoding, Gate, Grade, Lane, Part, Role, Sureness

GLOSSARY = (Path(__file__).parents[3] / "docs" / "glossary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [ArticleKind, Audience, Count, Encoding, Gate, Grade, Lane, Part, Role, Sureness],
    ids=lambda words: words.__name__,
)
def test_every_word_is_explained(words: type[StrEnum]) -> None:
    assert [word.value for word in words if f"`{word}`" not in GLOSSARY] == []
