"""A device that is taken in for the rest of the day: no search, a letter to each, and back before the day ends."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from keyzer.custody import actions as custody
from keyzer.kit import clock
from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor
from tests.journeys.pupil_lane import (
    FACTS,
    Said,
    approves,
    decides,
    does,
    heard,
    makes_for_all,
    opens_the_letter,
    reaches,
    reads_the_paper,
    sends,
)

INTAKE = "Inname van het apparaat"
LETTER = "Besluit: inname van het apparaat"
REASON = "De foto ging met deze telefoon rond. Een waarschuwing alleen hielp vorige week niet."
DEVICE = "Zwarte telefoon met een barst"
KEPT_AT = "Kluis bij de conciërge"


@pytest.mark.article("leerlingen-9")
@pytest.mark.article("leerlingen-7")
def test_a_device_is_taken_in_and_given_back_the_same_day(
    cast: Cast, hand: Handing, now: time_machine.Traveller, tmp_path: Path
) -> None:
    case = f"/zaken/{heard(cast, 'licht', cast.guardian)}/"
    custody.add_place(KEPT_AT, by=cast.director, at=clock.now())
    karin = hand(cast.coordinator)
    wait_for_the_other_guardian(karin, case)
    take_no_longer_than_today(karin, case)
    take_it(karin)
    write_to_all(karin, case, tmp_path)
    look_as_pupil(hand(cast.subject))
    be_reminded(karin, now)
    give_it_back(karin, case)
    close(karin)
    look_afterwards(hand(cast.guardian))


def at(hour: int, minute: int = 0, *, days: int = 0) -> datetime:
    """A moment of today, or of a day after."""
    return clock.local(clock.now()).replace(hour=hour, minute=minute) + timedelta(days=days)


def wait_for_the_other_guardian(karin: Visitor, case: str) -> None:
    karin.opens(f"{case}maatregelen/")
    assert not karin.part(INTAKE).get_by_role("link", name="Besluiten").count()
    karin.part(INTAKE).locator("summary").click()
    karin.reads("Nog niet elke ouder met gezag is bereikt.")
    karin.finds_it_sound()
    karin.opens(case)
    reaches(karin, "Henk Bakker")


def take_no_longer_than_today(karin: Visitor, case: str) -> None:
    """What was filled in stays, and the reason says what to do."""
    karin.opens(f"{case}maatregelen/")
    said: Said = {"Waarom, en waarom niet lichter": REASON, "Begint": at(11), "Eindigt": at(9, days=1)}
    decides(karin, INTAKE, said)
    karin.reads("Dit duurt niet langer dan dezelfde dag. Kies een eerder einde.")
    assert karin.page.get_by_label("Waarom, en waarom niet lichter").input_value() == REASON
    karin.finds_it_sound()
    karin.fills_in({"Eindigt": at(15, 30)})
    karin.taps("Bewaren")
    karin.reads("Bewaard", "Vastleggen dat het apparaat is afgegeven", "Het apparaat teruggeven")
    karin.finds_it_sound()


def take_it(karin: Visitor) -> None:
    """The case leads to the room that keeps devices; what is told there once stands in both."""
    karin.taps("Vastleggen dat het apparaat is afgegeven")
    karin.finds_it_sound()
    karin.taps("Het apparaat innemen")
    karin.reads("Niet doorzocht, niet ontgrendeld")
    karin.ticks("Telefoon", KEPT_AT)
    karin.fills_in({"Hoe ziet het eruit?": DEVICE})
    karin.taps("Bewaren")
    karin.reads(DEVICE, KEPT_AT)


def write_to_all(karin: Visitor, case: str, folder: Path) -> None:
    """The letter is the receipt: what was taken, where it lies, and when it comes back."""
    makes_for_all(karin, case, LETTER)
    for name in ("Daan Bakker", "Marja Bakker", "Henk Bakker"):
        opens_the_letter(karin, case, LETTER, name)
        approves(karin)
        paper = reads_the_paper(karin, "Brief openen als PDF", folder)
        parts = (FACTS, REASON, DEVICE, KEPT_AT, "15:30", "Niemand kijkt erin")
        assert not [part for part in parts if part not in paper], paper
        sends(karin, "Met de post")
    karin.finds_it_sound()


def look_as_pupil(daan: Visitor) -> None:
    daan.opens("/")
    daan.finds_it_sound()
    daan.taps("Over jou")
    daan.reads(INTAKE, REASON, "15:30")
    daan.finds_it_sound()


def be_reminded(karin: Visitor, now: time_machine.Traveller) -> None:
    """On the desk it stands before all else once the day comes to its end."""
    now.move_to(at(15, 5))
    karin.opens("/")
    karin.reads("Het apparaat teruggeven")
    karin.finds_it_sound()


def give_it_back(karin: Visitor, case: str) -> None:
    """What is told there once closes the duty of the case too."""
    karin.opens(case)
    karin.taps("Het apparaat teruggeven")
    karin.taps("Telefoon van Daan Bakker")
    karin.taps("Teruggeven")
    karin.ticks("Daan Bakker", "Gezien en akkoord: ik heb het terug")
    karin.taps("Teruggeven")
    karin.reads("Het is teruggegeven.")
    karin.opens(case)


def close(karin: Visitor) -> None:
    karin.reads("Alles is gedaan")
    does(karin, "Zaak sluiten", {"Hoe het is afgelopen": "Daan heeft zijn telefoon terug."})
    karin.reads("Deze zaak is gesloten.")


def look_afterwards(marja: Visitor) -> None:
    marja.opens("/mijn/")
    marja.taps("Over Daan Bakker")
    marja.reads(INTAKE, "Dit is afgerond")
    marja.finds_it_sound()
