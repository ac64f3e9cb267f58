"""An edition that can't be read in one language is signed in the other, and its reader is told."""

import re
import shutil
from dataclasses import replace as with_changes
from pathlib import Path
from uuid import uuid4

import pytest
from django.utils.translation import override
from msgspec.structs import replace

from keyzer import protocol
from keyzer.acknowledgements.actions import How, Refused, Why
from keyzer.acknowledgements.checks import expect_text
from keyzer.acknowledgements.editions import Shelf
from keyzer.acknowledgements.pages import Page, Signer, text_language
from keyzer.acknowledgements.speaking import Speech
from keyzer.protocol import Edition, Text
from keyzer.protocol.load import SHIPPED, lint

WHOLE = protocol.current()
ENGLISH = re.compile(r'^(?:title|text)\.en = (?:""".*?"""|".*?")\n', re.DOTALL | re.MULTILINE)


@pytest.fixture
def half() -> Edition:
    """The shipped edition, of which one article was written in Dutch alone."""
    name, article = next(iter(WHOLE.articles.items()))
    dutch = replace(article, text=Text(nl=article.text.nl, en=""))
    return replace(WHOLE, articles={**WHOLE.articles, name: dutch})


def test_who_reads_another_language_signs_the_text_that_is_there(half: Edition) -> None:
    shelf = Shelf(half, {half.id: half})
    assert expect_text(shelf, half.id, "nl") is half
    with pytest.raises(Refused, match="choose one of nl") as refused:
        expect_text(shelf, half.id, "en")
    assert refused.value.why is Why.NO_TEXT
    with override("en"):
        assert text_language(half) == "nl"
        signer = Signer(uuid4(), How.SCREEN, "/tekenen/", "/tekenen/niet/", "design/base.html")
        page = Page(signer, Speech(to_pupil=True), [], half, "nl", None)
        assert page.other_languages
        assert not with_changes(page, edition=WHOLE, language=text_language(WHOLE)).other_languages


def test_such_an_edition_is_refused_by_name_of_article_before_it_is_shipped(tmp_path: Path) -> None:
    folder = tmp_path / WHOLE.id
    shutil.copytree(SHIPPED / WHOLE.id, folder)
    chapter = folder / "leerlingen.toml"
    chapter.write_text(ENGLISH.sub("", chapter.read_text(encoding="utf-8"), count=2), encoding="utf-8")
    assert lint(folder) == [
        f"leerlingen.toml [leerlingen-1]: `{field}.en` is missing; write it" for field in ("title", "text")
    ]
