"""The adopted document beside the plain text: shown when it is there, and handed out as a file."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from keyzer.acknowledgements.actions import attach_document
from keyzer.acknowledgements.models import AdoptedDocument
from keyzer.ledger.files import place_of
from tests.on_disk import alter

PAPER = b"%PDF-1.7 the protocol as it was adopted"


@pytest.fixture(autouse=True)
def evidence_folder(tmp_path: Path) -> Iterator[None]:
    """Files of one test lie in a folder that is thrown away."""
    before = settings.KEYZER_EVIDENCE
    settings.KEYZER_EVIDENCE = tmp_path / "evidence"
    yield
    settings.KEYZER_EVIDENCE = before


@pytest.mark.parametrize("address", ["/protocol/", "/protocol/voor/ouders"])
def test_it_stands_beside_the_text(school: None, client: Client, school_morning: datetime, address: str) -> None:
    assert "/protocol/document/" not in client.get(address).content.decode()
    attach_document(PAPER, "Protocol De Keyzer.pdf", by=None, at=school_morning)
    page = client.get(address).content.decode()
    assert "Protocol De Keyzer.pdf" in page
    assert "/protocol/document/" in page


def test_it_is_handed_out_as_a_file_and_never_opened_in_the_page(
    school: None, client: Client, school_morning: datetime
) -> None:
    attach_document(PAPER, 'Protocol "2026".pdf', by=None, at=school_morning)
    answer = client.get("/protocol/document/")
    assert answer.content == PAPER
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_without_a_document_there_is_no_file(school: None, client: Client) -> None:
    assert client.get("/protocol/document/").status_code == 404


def test_a_file_that_was_altered_is_not_handed_out(school: None, client: Client, school_morning: datetime) -> None:
    attach_document(PAPER, "Protocol.pdf", by=None, at=school_morning)
    place = place_of(AdoptedDocument.objects.get().file)
    alter(place)
    answer = client.get("/protocol/document/")
    assert answer.status_code == 409
    assert "Het document klopt niet" in answer.content.decode()
