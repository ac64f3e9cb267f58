"""From a complaint offence to the police: what it may be, the complaint, the decision, the pack, the number."""

import subprocess
import sys
from pathlib import Path

import pytest

from keyzer.kit import clock
from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.rooms.cases.world import do
from tests.rooms.police.world import FACTS, stalking


@pytest.mark.article("leerlingen-10")
def test_a_complaint_offence_goes_to_the_police(hand: Handing, cast: Cast, tmp_path: Path) -> None:
    world = stalking(cast, clock.now())
    do(
        cast,
        world.case,
        "establish-facts",
        clock.now(),
        text=FACTS,
        happened_on="2026-11-16",
        place="thuis",
        channel="Snapchat",
    )

    coordinator = hand(cast.coordinator)
    coordinator.opens(f"/zaken/{world.case}/")
    coordinator.taps("Wat dit kan zijn, en elke stap naar de politie")
    coordinator.reads("een vermoeden, geen oordeel", "Belaging", "Noor Jansen is jonger dan 16", "Halt")
    coordinator.does_not_read("Het pakket samenstellen en overdragen</a>")
    coordinator.finds_it_sound()
    coordinator.taps("Vastleggen sinds wanneer Noor Jansen het weet")
    coordinator.page.get_by_label("Weet het sinds").fill("2026-11-16")
    coordinator.taps("Bewaren")
    coordinator.opens(f"/politie/{world.case}/")
    coordinator.reads("uiterlijk 16 feb 2027")

    director = hand(cast.director)
    director.opens(f"/politie/{world.case}/")
    director.taps("De directeur beslist")
    director.ticks("De school doet aangifte")
    director.page.get_by_label("Waarom").fill("Het hield niet op.")
    director.taps("Bewaren")
    director.opens(f"/politie/{world.case}/")
    director.taps("Het pakket samenstellen en overdragen")
    director.finds_it_sound()
    director.page.get_by_label("Wat is er gebeurd?").fill(f"{FACTS} Fleur deed mee.")
    for file, answer in (
        ("chat.txt", "Gaat mee: er staat niemand anders in"),
        ("groep.png", "Blijft hier: er staat een andere leerling in"),
    ):
        director.page.locator(f"fieldset:has(legend:has-text('{file}'))").get_by_label(answer).check()
    director.taps("Pakket maken")
    director.reads("Hier staat “Fleur”")
    director.finds_it_sound()
    director.page.get_by_label("Wat is er gebeurd?").fill(FACTS)
    director.taps("Pakket maken")
    director.finds_it_sound()

    with director.page.expect_download() as downloading:
        director.page.get_by_role("link", name="Bewijs en rapport (zip)").click()
    zipped = tmp_path / "bewijs.zip"
    downloading.value.save_as(zipped)
    subprocess.run([sys.executable, "-m", "zipfile", "-e", zipped, tmp_path / "uit"], check=True)
    subprocess.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=tmp_path / "uit", check=True)

    director.fills_in({"Aan wie": "wijkagent J. Peters", "Hoe": "op een stick, tegen ontvangstbewijs"})
    director.taps("Vastleggen dat het is overgedragen")
    director.reads("Stukken gegeven aan wijkagent J. Peters")
    director.taps("Het nummer van de aangifte vastleggen")
    director.page.get_by_label("Nummer van de politie").fill("PL0900-2026-118")
    director.taps("Bewaren")
    director.opens(f"/politie/{world.case}/")
    director.taps("Vastleggen wat ervan kwam")
    director.page.get_by_label("Wat is er besloten").fill("Halt: een gesprek en een excuusbrief.")
    director.taps("Bewaren")
    director.opens(f"/politie/{world.case}/")
    director.reads("Aangifte gedaan, nummer PL0900-2026-118", "Bericht van politie of OM vastgelegd")
    director.finds_it_sound()
