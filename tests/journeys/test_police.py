"""From a complaint offence to the police: what it may be, the complaint, the decision, the pack, the number."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from keyzer.evidence import actions
from keyzer.kit import clock
from keyzer.ledger.files import place_of
from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor, moment
from tests.rooms.cases.world import do
from tests.rooms.intake.samples import JPEG
from tests.rooms.letters.poppler import running_text
from tests.rooms.police.world import CHAT, FACTS, stalking

OTHERS = ("Fleur", "Mulder", "Lena", "Visser", "Sem Smit")
"""Another subject, who reported it, and who saw it: none of them belongs in this pack."""


@pytest.mark.article("leerlingen-10")
def test_a_complaint_offence_goes_to_the_police(hand: Handing, cast: Cast, tmp_path: Path) -> None:
    case = stalking(cast, clock.now()).case
    found: dict[str, Any] = {"happened_on": "2026-11-16", "place": "thuis", "channel": "Snapchat"}
    do(cast, case, "establish-facts", clock.now(), text=FACTS, **found)
    coordinator = hand(cast.coordinator)
    see_what_it_may_be(coordinator, case)
    talk_it_over(coordinator, case)
    cannot_decide(coordinator, case)
    record_the_complaint(coordinator, case)
    director = hand(cast.director)
    decide_to_report(director, case)
    make_the_pack(director, case)
    check_the_pack(director, tmp_path)
    hand_over_and_hear(director, case)


def see_what_it_may_be(coordinator: Visitor, case: UUID) -> None:
    coordinator.opens(f"/zaken/{case}/")
    coordinator.taps("Wat dit kan zijn, en elke stap naar de politie")
    coordinator.reads("een vermoeden, geen oordeel", "Belaging", "Noor Jansen is jonger dan 16", "Halt")
    coordinator.does_not_read("Het pakket samenstellen en overdragen</a>")
    coordinator.finds_it_sound()
    coordinator.taps("Vastleggen sinds wanneer Noor Jansen het weet")
    coordinator.page.get_by_label("Weet het sinds").fill("2026-11-16")
    coordinator.taps("Bewaren")
    coordinator.opens(f"/politie/{case}/")
    coordinator.reads("uiterlijk 16 feb 2027")


def decide_to_report(director: Visitor, case: UUID) -> None:
    director.opens(f"/politie/{case}/")
    director.taps("De directeur beslist")
    director.ticks("De school doet aangifte")
    director.fills_in({"Waarom": "Het hield niet op."})
    director.taps("Bewaren")


def make_the_pack(director: Visitor, case: UUID) -> None:
    """A pack in which another pupil is named is not made."""
    director.opens(f"/politie/{case}/")
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


def check_the_pack(director: Visitor, folder: Path) -> None:
    """Stock tools unpack and verify it."""
    with director.page.expect_download() as downloading:
        director.page.get_by_role("link", name="Bewijs en rapport (zip)").click()
    zipped, unpacked = folder / "bewijs.zip", folder / "uit"
    downloading.value.save_as(zipped)
    subprocess.run([sys.executable, "-m", "zipfile", "-e", zipped, unpacked], check=True)
    subprocess.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=unpacked, check=True)
    names_nobody_else(unpacked)


def hand_over_and_hear(director: Visitor, case: UUID) -> None:
    director.fills_in({"Aan wie": "wijkagent J. Peters", "Hoe": "op een stick, tegen ontvangstbewijs"})
    director.taps("Vastleggen dat het is overgedragen")
    director.reads("Stukken gegeven aan wijkagent J. Peters")
    director.taps("Het nummer van de aangifte vastleggen")
    director.fills_in({"Nummer van de politie": "PL0900-2026-118"})
    director.taps("Bewaren")
    director.opens(f"/politie/{case}/")
    director.taps("Vastleggen wat ervan kwam")
    director.fills_in({"Wat is er besloten": "Halt: een gesprek en een excuusbrief."})
    director.taps("Bewaren")
    director.opens(f"/politie/{case}/")
    director.reads("Aangifte gedaan, nummer PL0900-2026-118", "Bericht van politie of OM vastgelegd")
    director.finds_it_sound()


@pytest.mark.article("leerlingen-10")
def test_no_offence_goes_silently(hand: Handing, cast: Cast) -> None:
    case = stalking(cast, clock.now()).case
    coordinator, director = hand(cast.coordinator), hand(cast.director)
    coordinator.opens(f"/zaken/{case}/close/")
    coordinator.reads("Nog open: Beslissen over aangifte")
    coordinator.finds_it_sound()
    director.opens("/")
    director.taps("Beslissen over aangifte")
    director.opens(f"/politie/{case}/")
    director.taps("De directeur beslist")
    director.finds_it_sound()
    director.ticks("De school doet geen aangifte")
    director.taps("Bewaren")
    director.reads("Dit veld is verplicht.")
    director.finds_it_sound()
    director.fills_in({"Waarom": "Noor en haar ouders willen het zonder politie oplossen."})
    director.taps("Bewaren")
    director.opens(f"/politie/{case}/")
    director.reads("de school doet geen aangifte")
    director.does_not_read("Het pakket samenstellen en overdragen</a>")
    director.finds_it_sound()
    coordinator.opens(f"/zaken/{case}/close/")
    coordinator.does_not_read("Beslissen over aangifte")


def talk_it_over(coordinator: Visitor, case: UUID) -> None:
    """Advice is asked without names; a talk that is still to come can't be recorded."""
    coordinator.taps("Overleggen met de wijkagent")
    coordinator.finds_it_sound()
    asked = {"Met wie": "wijkagent J. Peters", "Wat kwam eruit": "Doe aangifte als het doorgaat."}
    coordinator.fills_in({**asked, "Wanneer": moment(days=1)})
    coordinator.taps("Bewaren")
    coordinator.reads("Zo kan het niet")
    coordinator.finds_it_sound()
    coordinator.fills_in({"Wanneer": moment()})
    coordinator.taps("Bewaren")
    coordinator.opens(f"/politie/{case}/")
    coordinator.reads("Overlegd met de wijkagent: wijkagent J. Peters")


def cannot_decide(coordinator: Visitor, case: UUID) -> None:
    coordinator.opens(f"/zaken/{case}/decide-police/")
    coordinator.reads("Dit kan nu niet", "directeur")
    coordinator.finds_it_sound()


def record_the_complaint(coordinator: Visitor, case: UUID) -> None:
    """Noor is 13: her parents choose; a choice of her own is refused."""
    coordinator.opens(f"/politie/{case}/")
    coordinator.taps("Vastleggen wat voor Noor Jansen is gekozen")
    coordinator.finds_it_sound()
    coordinator.ticks("Dient een klacht in", "Jonger dan 16 jaar", "De persoon zelf")
    coordinator.taps("Bewaren")
    coordinator.reads("Onder de 16 jaar kiest een ouder of voogd of er een klacht komt.")
    coordinator.finds_it_sound()
    coordinator.ticks("Een ouder of voogd")
    coordinator.taps("Bewaren")


def names_nobody_else(folder: Path) -> None:
    """The report pins the chat by its hash; nobody else is named in any file."""
    report = running_text(next(folder.rglob("*.pdf")).read_bytes(), folder)
    assert "Daan Bakker" in report
    assert sha256(CHAT).hexdigest() in report.replace(" ", "")
    packed = [file.read_bytes() for file in folder.rglob("*") if file.is_file()]
    for name in OTHERS:
        assert name not in report
        assert all(name.encode() not in content for content in packed), name
    assert not list(folder.rglob("groep.png"))


@pytest.mark.article("leerlingen-10")
def test_what_nobody_may_see_goes_to_the_police_sealed(hand: Handing, cast: Cast, tmp_path: Path) -> None:
    world = stalking(cast, clock.now(), evidence={"strand.jpg": JPEG})
    actions.quarantine(world.files["strand.jpg"], "seksueel beeld", by=cast.coordinator, at=clock.now())
    director, today = hand(cast.director), clock.today().isoformat()
    director.opens(f"/incidenten/{world.incident}/")
    director.taps("Een bestand dat is weggesloten")
    director.does_not_read("strand.jpg")
    director.taps("Aan de politie geven")
    director.finds_it_sound()
    director.page.locator("#id_seal_number").fill("PL0900-2026-118")
    director.fills_in({"Wie van de politie krijgt het?": "Team Zeden"})
    director.taps("Verzegelde kopie maken")
    phrase = director.page.locator(".pass-phrase").inner_text().replace(" ", "")
    director.finds_it_sound()
    director.taps("Ik heb de code opgeschreven: naar de kopie")
    assert phrase not in director.words().replace(" ", "")
    with director.page.expect_download() as downloading:
        director.page.get_by_role("button", name="Verzegelde kopie downloaden").click()
    sealed, opened = tmp_path / "verzegeld.zip", tmp_path / "uit"
    downloading.value.save_as(sealed)
    subprocess.run(["7zz", "x", f"-p{phrase}", f"-o{opened}", sealed], check=True, capture_output=True)
    assert (opened / "bewijs.jpg").read_bytes() == JPEG
    director.fills_in({"Wie van de politie nam het mee?": "Team Zeden", "Op welke dag nam de politie het mee?": today})
    director.taps("Opschrijven dat de politie het heeft")
    director.reads("De politie heeft het", "nummer PL0900-2026-118")
    director.finds_it_sound()
    director.ticks("De school wist het voorgoed")
    director.fills_in({"Wie van de politie zei dat?": "Team Zeden", "Op welke dag zei de politie dat?": today})
    director.taps("Vastleggen")
    director.reads("Het bestand is gewist, op verzoek van de politie.")
    assert not place_of(world.files["strand.jpg"]).exists()
