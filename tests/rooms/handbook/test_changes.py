"""What changed since the edition that somebody signed, and which edition is read at all."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.test import Client

from keyzer.acknowledgements.actions import sign
from keyzer.acknowledgements.checks import Asked
from keyzer.acknowledgements.words import How
from keyzer.protocol import Audience
from tests.cast import Cast

from .editions import FIRST, SECOND, Add, add_edition

SEPTEMBER = datetime(2026, 9, 10, 10, 0, tzinfo=UTC)
__all__ = ["add_edition"]


def test_with_one_edition_the_page_says_what_will_come(school: None, client: Client) -> None:
    page = client.get("/protocol/veranderd/").content.decode()
    assert "Dit is de eerste uitgave" in page
    assert "<del>" not in page.partition("<main")[2]


@pytest.mark.usefixtures("school", "school_morning")
def test_a_visitor_reads_word_for_word_what_differs_from_the_edition_before(client: Client, add_edition: Add) -> None:
    add_edition(SECOND)
    page = client.get("/protocol/veranderd/").content.decode()
    assert "Vergeleken met de uitgave van 1 augustus 2026." in page
    assert '<del><span class="hidden-text">weg: </span>instellingen</del>' in page
    assert '<ins><span class="hidden-text">nieuw: </span>knoppen</ins>' in page
    assert page.count('class="change"') == 1


@pytest.mark.article("reikwijdte-1")
def test_who_signed_before_reads_what_changed_since(
    cast: Cast, sign_in: Callable[[UUID], Client], add_edition: Add, school_morning: datetime
) -> None:
    asked = Asked(cast.grown_up, cast.grown_up, Audience.LEERLING)
    sign(asked, edition=FIRST, language="nl", how=How.SCREEN, by=cast.grown_up, at=SEPTEMBER)
    add_edition(SECOND)
    page = sign_in(cast.grown_up).get("/protocol/veranderd/").content.decode()
    assert "Vergeleken met de uitgave waaronder is getekend, die van 1 augustus 2026." in page
    assert "waaronder is getekend" not in sign_in(cast.bystander).get("/protocol/veranderd/").content.decode()


def test_who_signed_the_edition_in_force_is_told_that_nothing_changed(
    cast: Cast, sign_in: Callable[[UUID], Client], school_morning: datetime
) -> None:
    asked = Asked(cast.grown_up, cast.grown_up, Audience.LEERLING)
    sign(asked, edition=FIRST, language="nl", how=How.SCREEN, by=cast.grown_up, at=SEPTEMBER)
    page = sign_in(cast.grown_up).get("/protocol/veranderd/").content.decode()
    assert "Er is niets veranderd sinds er is getekend" in page


@pytest.mark.usefixtures("school", "school_morning")
def test_an_edition_that_holds_only_later_is_not_read_yet(client: Client, add_edition: Add) -> None:
    add_edition("de-keyzer-2026-12-01")
    assert "Kijk de instellingen na" in client.get("/protocol/leerlingen/1").content.decode()
    assert "Dit is de eerste uitgave" in client.get("/protocol/veranderd/").content.decode()


@pytest.mark.usefixtures("school", "school_morning")
def test_of_more_editions_another_can_be_chosen(client: Client, add_edition: Add) -> None:
    add_edition("de-keyzer-2026-10-01")
    add_edition(SECOND)
    page = client.get("/protocol/veranderd/", {"sinds": "de-keyzer-2026-10-01"}).content.decode()
    assert "De artikelen zijn hetzelfde gebleven" in page
    assert f"?sinds={FIRST}" in page


@pytest.mark.parametrize("since", ["de-kajuit-2026-08-01", "../../etc", "x" * 3000])
def test_an_edition_that_was_never_there_is_not_compared_with(school: None, client: Client, since: str) -> None:
    assert client.get("/protocol/veranderd/", {"sinds": since}).status_code == 404
