"""A warning, from what was established to asking again some weeks later, in the hands of all who take part."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from keyzer.kit import clock
from keyzer.post import actions as post
from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor
from tests.journeys.pupil_lane import (
    FACTS,
    TOLD,
    approves,
    begun,
    does,
    establishes_the_facts,
    fills_in,
    hears,
    invites,
    makes_for_all,
    opens_the_letter,
    reaches,
    reads_the_paper,
    sends,
    weighs,
)
from tests.rooms.letters.world import ADDRESSES
from tests.rooms.post.conftest import Server, server

__all__ = ["server"]

WARNING = "Brief over het besluit: Waarschuwing"
REASON = "Dit is de eerste keer, en Daan is ervan geschrokken."
KIND_WORD = "We zien dat Daan er echt spijt van heeft."
AGAIN = "Lena Visser nog eens vragen hoe het gaat"
PARTS = ("Waarschuwing", FACTS, REASON, TOLD, "Karin Dekker")


@pytest.mark.article("leerlingen-9")
def test_a_warning(cast: Cast, hand: Handing, now: time_machine.Traveller, server: Server, tmp_path: Path) -> None:
    case = f"/zaken/{begun(cast)}/"
    karin = hand(cast.coordinator)
    karin.opens(case)
    establishes_the_facts(karin)
    invite_by_letter(karin, case, tmp_path)
    hears(karin, now)
    for guardian in ("Marja Bakker", "Henk Bakker"):
        reaches(karin, guardian)
    weighs(karin, "licht")
    warn(karin)
    give_the_letters(karin, case, tmp_path)
    plan_aftercare(karin, case)
    read_at_home(hand(cast.guardian), tmp_path)
    open_the_mail(hand(), server)
    close(karin, case)
    ask_again(hand, cast, now)


def invite_by_letter(karin: Visitor, case: str, folder: Path) -> None:
    invites(karin)
    makes_for_all(karin, case, "Uitnodiging voor een gesprek")
    karin.finds_it_sound()
    approves(karin)
    karin.finds_it_sound()
    paper = reads_the_paper(karin, "Brief openen als PDF", folder)
    assert not [part for part in ("Kamer B12", "Daan", ADDRESSES["subject"][:13]) if part not in paper], paper
    sends(karin, "Overhandigd met handtekening", "Daan tekende.")
    karin.opens(case)


def warn(karin: Visitor) -> None:
    karin.taps("Besluiten", within=karin.part("Waarschuwing"))
    fills_in(karin, {"Waarom, en waarom niet lichter": REASON})
    karin.finds_it_sound()


def give_the_letters(karin: Visitor, case: str, folder: Path) -> None:
    """On paper to the pupil, by a link in a mail to one guardian, by post to the other."""
    karin.taps("Besluit geven aan Daan Bakker: Waarschuwing")
    karin.finds_it_sound()
    karin.taps("Brief maken")
    makes_for_all(karin, case, WARNING)
    karin.finds_it_sound()
    ways = (
        ("Daan Bakker", "Overhandigd met handtekening", "Daan tekende."),
        ("Marja Bakker", "Per e-mail: een link naar de brief", ""),
        ("Henk Bakker", "Met de post", "Op de post op 23 november."),
    )
    for name, way, proof in ways:
        opens_the_letter(karin, case, WARNING, name)
        write_a_kind_word(karin)
        assert KIND_WORD in reads_the_paper(karin, "Bekijk het klad als PDF", folder)
        approves(karin)
        paper = reads_the_paper(karin, "Brief openen als PDF", folder)
        assert not [part for part in (*PARTS, KIND_WORD) if part not in paper], paper
        assert (ADDRESSES["second_guardian"][:12] in paper) == (name == "Henk Bakker")
        sends(karin, way, proof)


def write_a_kind_word(karin: Visitor) -> None:
    karin.taps("Teksten aanpassen")
    karin.finds_it_sound()
    karin.fills_in({"In je eigen woorden": KIND_WORD})
    karin.taps("Teksten aanpassen")
    karin.reads(KIND_WORD)


def plan_aftercare(karin: Visitor, case: str) -> None:
    karin.opens(case)
    day = clock.local(clock.now() + timedelta(days=2)).date()
    said = {"Wanneer": f"{day}", "Waarover": "Of het nu rustig is in de klassenapp."}
    does(karin, "Nazorg plannen", said, ticks=("Lena Visser",))


def read_at_home(marja: Visitor, folder: Path) -> None:
    marja.opens("/")
    marja.finds_it_sound()
    marja.taps("Over Daan Bakker")
    marja.finds_it_sound()
    marja.reads("Waarschuwing", REASON)
    marja.does_not_read("Lena", "Henk")
    marja.taps("Brief over het besluit")
    marja.reads(KIND_WORD)
    marja.finds_it_sound()


def open_the_mail(visitor: Visitor, server: Server) -> None:
    """The mail says that something waits; its link asks the date of birth and then shows the letter."""
    assert post.deliver(clock.now(), 10).sent == 1
    (mail,) = server.arrived
    assert server.recipients == ["guardian@dekeyzer.example"]
    body = mail.get_content()
    assert not [word for word in ("Daan", "Bakker", "aarschuwing") if word in body + mail["Subject"]]
    link = re.search(r"https://keyzer\.dekeyzer\.example(/mijn/brief/\S+)", body)
    assert link, body
    visitor.opens(link[1])
    visitor.finds_it_sound()
    visitor.fills_in({"Geboortedatum": "2013-01-20"})
    visitor.taps("Brief openen")
    visitor.reads(REASON, KIND_WORD)
    visitor.finds_it_sound()


def close(karin: Visitor, case: str) -> None:
    karin.opens(case)
    does(karin, "Nazorg voor Lena Visser", {"Hoe gaat het nu": "Het is rustig in de klassenapp."})
    karin.reads("De zaak kan dicht")
    karin.finds_it_sound()
    does(karin, "Zaak sluiten", {"Hoe het is afgelopen": "Daan heeft sorry gezegd."})
    karin.reads("Deze zaak is gesloten.")
    karin.finds_it_sound()


def ask_again(hand: Handing, cast: Cast, now: time_machine.Traveller) -> None:
    """Four weeks later it stands on the desk, though the case was closed."""
    now.shift(timedelta(days=27))
    karin = hand(cast.coordinator)
    karin.opens("/")
    karin.finds_it_sound()
    karin.taps(AGAIN)
    karin.finds_it_sound()
    does(karin, AGAIN, {"Hoe gaat het nu": "Goed. Zij en Daan praten weer."})
