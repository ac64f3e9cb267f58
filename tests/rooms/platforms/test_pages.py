"""Everybody can read how to report, block, check and save proof; one person at school says that it is right."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from keyzer.people.queries import names
from keyzer.platforms import shelf
from keyzer.platforms.queries import CHORES
from tests.cast import NOW, Cast

SignIn = Callable[[UUID], Client]
SHIPPED = shelf.shelf(Path("no folder of a school"))
IN_USE = [entry.id for entry, _said in SHIPPED.platforms()]
NAMED_BY_THE_PAPER = ("Facebook", "Twitter", "Instagram", "Yammer", "Youtube", "Snapchat")
FILE = (shelf.SHIPPED / "signal.toml").read_text()


@pytest.fixture
def own_folder(settings: Settings, tmp_path: Path) -> Path:
    """Where a school lays files of its own."""
    settings.KEYZER_DATA = tmp_path
    folder = tmp_path / "platforms"
    folder.mkdir()
    return folder


@pytest.mark.article("reikwijdte-3")
@pytest.mark.parametrize("name", NAMED_BY_THE_PAPER)
def test_what_the_paper_names_is_found_under_that_name(client: Client, cast: Cast, name: str) -> None:
    found = client.get("/programmas/", {"q": name.upper()}).content.decode()
    entries = [entry for entry in SHIPPED.entries.values() if entry.content.paper_name == name]
    assert entries
    for entry in entries:
        assert f"/programmas/{entry.id}/" in found
        assert name in client.get(f"/programmas/{entry.id}/").content.decode()


@pytest.mark.article("reikwijdte-3")
def test_a_name_that_is_gone_leads_to_the_new_one(client: Client, cast: Cast) -> None:
    page = client.get("/programmas/twitter/").content.decode()
    assert "bestaat onder deze naam niet meer" in page
    assert "/programmas/x/" in page
    assert client.get("/programmas/twitter/melden/").status_code == 404


@pytest.mark.article("leerlingen-1")
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("platform", IN_USE)
def test_each_program_tells_what_to_do_in_both_languages(
    client: Client, cast: Cast, platform: str, language: str
) -> None:
    spoken = {"Accept-Language": language}
    for address in ("", *(f"{chore}/" for chore in CHORES)):
        assert client.get(f"/programmas/{platform}/{address}", headers=spoken).status_code == 200
    page = client.get("/programmas/instellingen/", {"p": platform}, headers=spoken).content.decode()
    assert 4 <= page.count("data-tick=") <= 8


@pytest.mark.article("leerlingen-1", "leerlingen-4")
def test_one_list_holds_the_settings_of_several_programs(client: Client, cast: Cast) -> None:
    page = client.get("/programmas/instellingen/?p=instagram&p=signal&p=bestaat-niet").content.decode()
    assert page.count('class="ticks"') == 2
    assert "<form" not in page.partition("<main")[2].partition("</main>")[0]


def test_sexual_pictures_are_described_and_never_saved(client: Client, cast: Cast) -> None:
    for platform in IN_USE:
        page = client.get(f"/programmas/{platform}/bewijs/").content.decode()
        assert "Bewaar het niet en stuur het niet door, ook niet als bewijs." in page, platform


@pytest.mark.parametrize("address", ["onzin/", "onzin/melden/", "instagram/onzin/", "..%2f..%2fetc/", "INSTAGRAM/"])
def test_what_is_not_there_is_not_made_up(client: Client, cast: Cast, address: str) -> None:
    assert client.get(f"/programmas/{address}").status_code == 404


def test_words_that_find_nothing_still_help(client: Client, cast: Cast) -> None:
    page = client.get("/programmas/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "De regels gelden voor elke app" in page
    assert "<script>alert" not in page


def test_nobody_claims_a_check_that_was_not_made(client: Client, cast: Cast) -> None:
    assert "Nog niemand op school heeft het in de app nagekeken" in client.get("/programmas/signal/").content.decode()


@pytest.mark.article("reikwijdte-3")
def test_the_safety_coordinator_says_that_a_text_is_right(
    sign_in: SignIn, client: Client, cast: Cast, school_morning: datetime
) -> None:
    safety = sign_in(cast.safety)
    digest = SHIPPED.entries["signal"].digest
    for _twice in range(2):
        kept = safety.post("/programmas/signal/nagekeken/", {"digest": digest}, follow=True)
        assert "vandaag nagekeken" in kept.content.decode()
    name = names([cast.safety])[cast.safety]
    assert f"Nagekeken op 23 november 2026 door {name}" in safety.get("/programmas/signal/").content.decode()
    visitor = client.get("/programmas/signal/").content.decode()
    assert "Nagekeken op 23 november 2026 door de school" in visitor
    assert name not in visitor
    for other in (cast.coordinator, cast.director, cast.subject):
        assert sign_in(other).post("/programmas/signal/nagekeken/", {"digest": digest}).status_code == 404


def test_a_check_counts_for_the_text_that_was_read(
    sign_in: SignIn, cast: Cast, own_folder: Path, school_morning: datetime
) -> None:
    safety, file = sign_in(cast.safety), own_folder / "signal.toml"
    file.write_text(FILE)
    digest = shelf.read(file).digest
    file.write_text(FILE.replace("13", "16"))
    refused = safety.post("/programmas/signal/nagekeken/", {"digest": digest}, follow=True).content.decode()
    assert "intussen veranderd" in refused
    safety.post("/programmas/signal/nagekeken/", {"digest": shelf.read(file).digest})
    assert "Nagekeken op" in safety.get("/programmas/signal/").content.decode()
    file.write_text(FILE.replace("13", "14"))
    assert "Nagekeken op" not in safety.get("/programmas/signal/").content.decode()


def test_after_half_a_year_it_asks_to_be_checked_again(sign_in: SignIn, cast: Cast, school_morning: datetime) -> None:
    safety = sign_in(cast.safety)
    safety.post("/programmas/signal/nagekeken/", {"digest": SHIPPED.entries["signal"].digest})
    states = {row.sentence: row.kind for row in safety.get("/programmas/nakijken/").context["rows"]}
    assert states["Signal"] == "done"
    assert states["Discord"] == "waits"
    with time_machine.travel(NOW + timedelta(days=190), tick=False):
        rows = sign_in(cast.safety).get("/programmas/nakijken/").context["rows"]
        assert {row.sentence: row.kind for row in rows}["Signal"] == "waits"


@pytest.mark.article("reikwijdte-3")
def test_a_school_adds_its_own_and_replaces_ours(client: Client, cast: Cast, own_folder: Path) -> None:
    (own_folder / "schoolplein.toml").write_text(FILE.replace('"Signal"', '"Schoolplein"'))
    (own_folder / "signal.toml").write_text(FILE.replace('"Signal"', '"Signal bij ons"'))
    page = client.get("/programmas/").content.decode()
    assert "/programmas/schoolplein/" in page
    assert "Signal bij ons" in page
    assert page.count("/programmas/signal/") == 1


def test_an_unsound_file_of_the_school_takes_no_page_away(
    sign_in: SignIn, client: Client, cast: Cast, own_folder: Path
) -> None:
    (own_folder / "signal.toml").write_text(FILE.replace("[block]", "[blok]"))
    assert client.get("/programmas/signal/").status_code == 200
    told = sign_in(cast.safety).get("/programmas/nakijken/").content.decode()
    assert "signal.toml" in told
    assert "blok" in told


def test_a_list_of_all_programs_asks_the_database_no_more_than_one(
    sign_in: SignIn, cast: Cast, school_morning: datetime
) -> None:
    safety = sign_in(cast.safety)
    for platform in IN_USE:
        safety.post(f"/programmas/{platform}/nagekeken/", {"digest": SHIPPED.entries[platform].digest})
    safety.get("/programmas/")  # shows what was said of the checks, once
    costs = []
    for chosen in (IN_USE[:1], IN_USE):
        with CaptureQueriesContext(connection) as asked:
            page = safety.get("/programmas/instellingen/", {"p": chosen}).content.decode()
        assert page.count("Nagekeken op") == len(chosen)
        costs.append(len(asked))
    assert costs[0] == costs[1]
