"""A suspension of three days: who decides, letters to two addresses, who is told, and the way back to school."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor, moment
from tests.journeys.pupil_lane import (
    FACTS,
    TOLD,
    Said,
    approves,
    decides,
    does,
    fills_in,
    heard,
    makes_for_all,
    opens_the_letter,
    reads_the_paper,
    sends,
)
from tests.rooms.letters.world import ADDRESSES

LETTER = "Besluit tot schorsing"
REASON = "Hij ging door na twee verzoeken. Een waarschuwing hielp niet."
WORK = "De mentor zet elke ochtend het werk klaar."
PARTS = ("donderdag 26 november 2026", FACTS, REASON, TOLD, WORK, "Klachtencommissie, Postbus 2")
HOMES = {"Daan Bakker": "subject", "Marja Bakker": "guardian", "Henk Bakker": "second_guardian"}
NO_AUTHORITY = "Guardian without authority de Vries"


@pytest.mark.article("leerlingen-9")
def test_a_suspension_of_three_days(cast: Cast, hand: Handing, now: time_machine.Traveller, tmp_path: Path) -> None:
    case = f"/zaken/{heard(cast, 'ernstig', cast.guardian, cast.second_guardian)}/"
    karin, director = hand(cast.coordinator), hand(cast.director)
    propose(karin, case)
    suspend(director)
    does(karin_at(karin, case), "Schoolwerk tijdens de schorsing regelen", {"Hoe gaat het schoolwerk door": WORK})
    write_to_two_addresses(karin, director, case, tmp_path)
    tell_the_authorities(karin, director, case, tmp_path)
    try_again(director, case)
    look_at_home(hand(cast.second_guardian))
    now.shift(timedelta(days=4))
    for visitor, person in ((karin, cast.coordinator), (director, cast.director)):
        visitor.signs_in_as(person)
    come_back(karin, case)


def karin_at(karin: Visitor, case: str) -> Visitor:
    karin.opens(case)
    return karin


def propose(karin: Visitor, case: str) -> None:
    """The coordinator can't decide it, is told who does, and proposes."""
    karin.opens(f"{case}decide-measure/?measure=schorsing")
    karin.reads("Dit kan nu niet", "directeur")
    karin.finds_it_sound()
    karin.opens(f"{case}maatregelen/")
    suspension = karin.part("Schorsing")
    assert not suspension.get_by_role("link", name="Besluiten").count()
    karin.taps("voorstellen", within=suspension)
    fills_in(karin, {"Waarom deze": "Een waarschuwing hielp niet."})


def suspend(director: Visitor) -> None:
    """Eight days are too long; three are not."""
    director.opens("/")
    director.taps("Besluiten over het voorstel: Schorsing")
    director.finds_it_sound()
    director.taps("Maatregelen: bekijken, voorstellen of besluiten")
    director.finds_it_sound()
    starts = moment(days=1)
    said: Said = {"Waarom, en waarom niet lichter": REASON, "Begint": starts, "Eindigt": starts + timedelta(days=8)}
    decides(director, "Schorsing", said)
    director.reads("Dit duurt hoogstens 7 dagen. Kies een eerder einde.")
    director.finds_it_sound()
    director.fills_in({"Eindigt": starts + timedelta(days=2, hours=5)})
    director.taps("Bewaren")
    director.reads("Melden bij de Inspectie", "Melden bij de gemeente (leerplicht)", "Gesprek bij terugkomst")
    director.finds_it_sound()


def write_to_two_addresses(karin: Visitor, director: Visitor, case: str, folder: Path) -> None:
    """Each letter bears the address of its own reader and of nobody else."""
    makes_for_all(karin, case, LETTER)
    karin.reads(NO_AUTHORITY, "Deze ouder heeft geen gezag. De brief gaat alleen naar ouders met gezag.")
    karin.finds_it_sound()
    for name, home in HOMES.items():
        opens_the_letter(karin, case, LETTER, name)
        karin.reads("Jij kunt deze brief niet vaststellen", "directeur")
        director.opens(karin.path)
        approves(director)
        karin.opens(director.path)
        paper = reads_the_paper(karin, "Brief openen als PDF", folder)
        assert not [part for part in PARTS if part not in paper], paper
        assert {ADDRESSES[home].split(",")[0]} == {street for street in streets() if street in paper}
        sends(karin, "Aangetekend", f"3SABC {name}")


def streets() -> set[str]:
    return {address.split(",")[0] for address in ADDRESSES.values()}


def tell_the_authorities(karin: Visitor, director: Visitor, case: str, folder: Path) -> None:
    """The notices are letters too: the one to the Inspectorate is the director's."""
    for visitor, letter, reference in (
        (director, "Melding aan de Inspectie van het Onderwijs: Schorsing", "ISD-2026-17"),
        (karin, "Melding aan de gemeente (leerplicht): Schorsing", "LP-4"),
    ):
        makes_for_all(visitor, case, letter)
        visitor.finds_it_sound()
        approves(visitor)
        paper = reads_the_paper(visitor, "Brief openen als PDF", folder)
        assert "Daan Bakker" in paper
        assert not [name for name in ("Lena", "Havenkade", TOLD) if name in paper], paper
        sends(visitor, "Via het portaal van de instantie", reference)
    karin.opens(case)
    karin.finds_it_sound()
    owed = karin.part("Wat nog moet").inner_text()
    assert "Inspectie" not in owed
    assert "gemeente" not in owed


def try_again(director: Visitor, case: str) -> None:
    director.opens(f"{case}maatregelen/")
    suspension = director.part("Schorsing")
    assert not suspension.get_by_role("link", name="Besluiten").count()
    suspension.locator("summary").click()
    director.reads("Hiervoor is al zo'n maatregel genomen. Een tweede keer vraagt een nieuw feit.")
    director.finds_it_sound()


def look_at_home(henk: Visitor) -> None:
    henk.opens("/mijn/")
    henk.taps("Over Daan Bakker")
    henk.finds_it_sound()
    henk.reads("Schorsing", REASON)
    henk.does_not_read("Lena", "Dorpsstraat")
    henk.taps(LETTER)
    henk.reads("Havenkade 12")
    henk.finds_it_sound()


def come_back(karin: Visitor, case: str) -> None:
    karin.opens(case)
    does(karin, "Gesprek bij terugkomst", {"Wat is afgesproken": "Daan is weer welkom."})
    karin.reads("Alles is gedaan")
    does(karin, "Zaak sluiten", {"Hoe het is afgelopen": "Daan is weer in de les."})
    karin.reads("Deze zaak is gesloten.")
    karin.finds_it_sound()


@pytest.mark.article("leerlingen-9")
def test_a_guardian_who_is_not_safe_gets_no_letter_and_sees_nothing(
    cast: Cast, hand: Handing, now: time_machine.Traveller
) -> None:
    case = f"/zaken/{heard(cast, 'ernstig', cast.guardian)}/"
    karin, safety, director = hand(cast.coordinator), hand(cast.safety), hand(cast.director)
    leave_out(karin, case)
    agree(safety, case)
    director.opens(f"{case}maatregelen/")
    starts = moment(days=1)
    said: Said = {"Waarom, en waarom niet lichter": REASON, "Begint": starts, "Eindigt": starts + timedelta(days=2)}
    decides(director, "Schorsing", said)
    director.reads("Besluit geven aan Marja Bakker: Schorsing")
    director.does_not_read("Besluit geven aan Henk Bakker")
    makes_for_all(karin, case, LETTER)
    assert not karin.part(LETTER).get_by_text("Henk Bakker").count()
    karin.reads("Voor deze ouder is goedgekeurd dat de school geen contact zoekt.")
    karin.finds_it_sound()
    henk = hand(cast.second_guardian)
    henk.opens("/")
    henk.does_not_read("Over Daan", "Schorsing")
    assert henk.opens(case.replace("zaken", "mijn")) == 404


def leave_out(karin: Visitor, case: str) -> None:
    """Who asks it can't agree to it as well."""
    said = {"Leg uit": "Thuis is het niet veilig. Veilig Thuis vraagt ons deze ouder niet te bellen."}
    does(
        karin_at(karin, case), "Vragen om geen contact te zoeken", said, ticks=("Henk Bakker", "Contact is niet veilig")
    )
    karin.opens(f"{case}approve-contact-exception/")
    karin.reads("Een ander dan wie het vroeg beslist over een uitzondering.")
    karin.finds_it_sound()


def agree(safety: Visitor, case: str) -> None:
    safety.opens("/")
    safety.finds_it_sound()
    safety.taps("Beslissen of contact met Henk Bakker achterwege blijft")
    safety.finds_it_sound()
    said = {"Waarom je instemt": "Ik heb Veilig Thuis gesproken."}
    does(safety, "Beslissen of contact met Henk Bakker achterwege blijft", said)
    safety.finds_it_sound()
