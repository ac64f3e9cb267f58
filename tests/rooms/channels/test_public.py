"""The page that everybody may ask: no name is told, there is no list to be had, and a fake lands with somebody."""

from datetime import datetime
from pathlib import Path

import pytest
from django.test import Client

from keyzer.channels import actions, queries
from keyzer.channels.models import Fake
from keyzer.channels.queries import WaitingKind
from keyzer.channels.views.public import CHECKS, FAKES
from keyzer.post.models import Outgoing
from tests.cast import NOW, Cast, browser_of
from tests.rooms.channels.world import channel, viewer, work
from tests.rooms.printing.codes import code_of, printed_code

HERE, CHECK, REPORT = "http://testserver", "/kanalen/echt/", "/kanalen/echt/nep/"


@pytest.fixture
def registered(cast: Cast, school_morning: datetime) -> Cast:
    """A channel of the school and an account for work."""
    channel(cast)
    work(cast)
    return cast


def words(visitor: Client, typed: str) -> str:
    return visitor.get(CHECK, {"wat": typed}).content.decode()


@pytest.mark.article("personeel-7")
def test_yes_no_and_not_any_more_without_a_name(registered: Cast) -> None:
    visitor = Client()
    assert "Ja, dit is van ons" in words(visitor, "instagram.com/DeKeyzer")
    own = visitor.get(CHECK, {"wat": "gym.charlie", "waar": "instagram"})
    assert "werkaccount van iemand" in own.content.decode()
    assert "Buiten" not in own.content.decode()
    assert own.headers["Cache-Control"] == "no-store"
    assert "Niet bij ons bekend" in words(visitor, "@iets_anders")
    assert "Let op: het lijkt op" in words(visitor, "@dekeyzer.officieel")
    account = queries.known("instagram", "dekeyzer")
    assert account is not None
    actions.retire(account.id, "Gestopt", by=viewer(registered.safety), at=NOW)
    assert "Niet meer" in words(visitor, "@dekeyzer")


@pytest.mark.parametrize("typed", ["", "@", "\u200b", "x" * 5000, "https://instagram.com/", "a\x00b" * 90])
def test_what_is_no_account_gets_a_kind_answer(registered: Cast, typed: str) -> None:
    assert Client().get(CHECK, {"wat": typed}).status_code == 422
    assert Client().post(REPORT, {"wat": typed}).status_code == 422
    assert not Fake.objects.exists()


def test_a_name_with_markup_stays_words(registered: Cast) -> None:
    page = words(Client(), "<script>alert(1)</script>")
    assert "<script>alert" not in page


def test_a_machine_that_asks_for_many_names_is_stopped(registered: Cast) -> None:
    visitor = Client()
    for _one in range(CHECKS.allowed):
        CHECKS.spend("127.0.0.1", NOW)
    assert visitor.get(CHECK, {"wat": "@dekeyzer"}).status_code == 429
    assert visitor.get(CHECK).status_code == 200


def test_a_fake_lands_with_who_keeps_the_register_and_nothing_tells_who_said_so(registered: Cast) -> None:
    said = {"wat": "@dekeyzer_nep", "waar": "instagram", "words": "Vraagt om geld"}
    assert browser_of(registered.guardian).post(REPORT, said).status_code == 302
    assert browser_of(registered.guardian).post(REPORT, said).status_code == 302
    waiting = queries.waiting_for(viewer(registered.safety), NOW.date())
    assert [one.kind for one in waiting] == [WaitingKind.FAKE, WaitingKind.FAKE]
    found = queries.fake(viewer(registered.safety), waiting[0].id)
    assert found is not None
    assert found.words == "Vraagt om geld"
    assert queries.fake(viewer(registered.teamleider), waiting[0].id) is None
    assert set(Outgoing.objects.values_list("to_id", flat=True)) == {registered.safety, registered.director}
    assert not Outgoing.objects.exclude(queued_by=None).exists()
    page = f"/kanalen/nep/{waiting[0].id}/"
    assert browser_of(registered.safety).post(page, {"outcome": "Gemeld bij Instagram"}).status_code == 302
    assert len(queries.waiting_for(viewer(registered.safety), NOW.date())) == 1


def test_who_sends_fakes_all_day_is_stopped(registered: Cast) -> None:
    for _one in range(FAKES.allowed):
        FAKES.spend("127.0.0.1", NOW)
    assert Client().post(REPORT, {"wat": "@dekeyzer_nep"}).status_code == 429
    assert not Fake.objects.exists()


def test_the_code_on_the_sheet_leads_to_the_public_page(registered: Cast, tmp_path: Path) -> None:
    paper, code = browser_of(registered.teacher).get("/kanalen/echt/blad.pdf").content, code_of(f"{HERE}{CHECK}")
    assert printed_code(paper, tmp_path, len(code)) == code


def test_the_code_of_one_account_tells_what_holds_of_it_now(registered: Cast, tmp_path: Path) -> None:
    account = queries.known("instagram", "dekeyzer")
    assert account is not None
    paper = browser_of(registered.teacher).get(f"/kanalen/{account.id}/blad.pdf").content
    code = code_of(f"{HERE}{CHECK}?wat=%40DeKeyzer&waar=instagram")
    assert printed_code(paper, tmp_path, len(code)) == code
    actions.retire(account.id, "Gestopt", by=viewer(registered.safety), at=NOW)
    assert "Niet meer" in Client().get(f"{CHECK}?wat=%40DeKeyzer&waar=instagram").content.decode()


def test_of_an_account_that_stopped_nobody_is_warned_as_if_it_were_another(registered: Cast) -> None:
    account = work(registered, shown="@les.dekeyzer")
    actions.retire(account, "Gestopt", by=viewer(registered.charlie), at=NOW)
    page = words(Client(), "@les.dekeyzer")
    assert "Niet meer" in page
    assert "Let op" not in page
