"""Hurtful language as the page tells it: with the writer's own article and kinder words, and never a report of it."""

from html import unescape

import pytest
from django.test import Client

from keyzer.check.language import figures
from tests.cast import Cast

from .drafts import Looking, looked_at
from .test_draft_page import marks

__all__ = ["looked_at"]
pytestmark = pytest.mark.usefixtures("school_morning")


@pytest.mark.article("leerlingen-2", "reikwijdte-4e", "personeel-4")
@pytest.mark.parametrize(
    ("who", "article"), [("subject", "leerlingen/2"), ("teacher", "personeel/4"), ("guardian", "4e")]
)
def test_a_threat_is_told_with_what_would_be_better(who: str, article: str, looked_at: Looking, cast: Cast) -> None:
    page = looked_at("Hoi, tot morgen.\nIk sla je morgen in elkaar.", getattr(cast, who))
    assert [(label, words.rstrip(".")) for label, words in marks(page)] == [
        ("Lijkt op een bedreiging", "Ik sla je morgen in elkaar")
    ]
    assert article in page
    assert "Ik wil dat dit ophoudt" in page


@pytest.mark.parametrize(
    "draft",
    [
        "Hij noemde me gisteren een sukkel en daar werd ik verdrietig van.",
        "Ik ben zo'n sukkel, ik heb mijn gymtas vergeten!",
        "Ik haat pizza met ananas",
        "De leraar zei: noem elkaar geen idioot.",
    ],
)
def test_telling_of_it_or_of_oneself_is_no_abuse(draft: str, looked_at: Looking, cast: Cast) -> None:
    assert marks(looked_at(draft, cast.subject)) == []


def test_the_card_shows_what_was_measured(client: Client, cast: Cast) -> None:
    page = " ".join(unescape(client.get("/check/model-card/").content.decode()).split())
    for figure in figures().values():
        assert f"({figure.marked} van {figure.of})" in page
    assert "doel: minstens 85%" in page
