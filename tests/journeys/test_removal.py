"""A removal: proposed, heard, decided by the board, and told by letter to the family and to who else must know."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
import time_machine

from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor, moment
from tests.journeys.removal import DECIDED, FACTS, WHY, begun, paper, send, to_letter

HEARD = datetime(2026, 11, 5, 10, 30, tzinfo=UTC)
REMOVAL = "Verwijdering van school"
PUPIL, GUARDIANS = "Daan Bakker", ("Marja Bakker", "Henk Bakker")
INTENTION, DECISION = "Voornemen tot verwijdering", "Besluit tot verwijdering"
SAID = "Hij heeft spijt. Wij willen dat hij hier blijft."


@pytest.mark.article("leerlingen-9")
def test_a_removal_from_the_proposal_to_the_letters(
    cast: Cast, hand: Handing, now: time_machine.Traveller, tmp_path: Path
) -> None:
    case = begun(cast, now)
    director = hand(cast.director)
    intend(director, case)
    give_the_intention(director, case, tmp_path)
    now.move_to(HEARD)
    hear(hand(cast.coordinator), case)
    board = hand(cast.board)
    pass_the_last_gates(board, case)
    now.move_to(DECIDED)
    board.signs_in_as(cast.board)
    decide(board, case)
    tell_the_family(board, case, tmp_path)
    tell_the_bodies(board, case, tmp_path)
    read_until_when(hand(cast.guardian))


def intend(director: Visitor, case: UUID) -> None:
    """The director proposes, writes the intention down, and invites each to be heard."""
    director.opens(f"/zaken/{case}/maatregelen/")
    rung = director.part(REMOVAL)
    assert not rung.get_by_role("link", name="Besluiten").count()
    director.taps("voorstellen", within=rung)
    director.finds_it_sound()
    director.fills_in({"Waarom deze": WHY})
    director.taps("Bewaren")
    director.opens(f"/zaken/{case}/maatregelen/")
    director.taps("Voornemen", within=director.part(REMOVAL))
    director.finds_it_sound()
    director.fills_in({"Wat er gebeurd is": FACTS, "Waarom deze maatregel": WHY})
    director.taps("Bewaren")
    for name in (PUPIL, *GUARDIANS):
        director.opens(f"/zaken/{case}/invite-hearing/")
        director.ticks(name)
        director.fills_in({"Wanneer is het gesprek": moment(days=3), "Waar": "Kamer 1"})
        director.taps("Bewaren")
    director.finds_it_sound()


def give_the_intention(director: Visitor, case: UUID, folder: Path) -> None:
    director.taps("Brieven bij deze zaak")
    director.finds_it_sound()
    director.taps("Maak voor alle 3")
    for name in (PUPIL, *GUARDIANS):
        to_letter(director, case, INTENTION, name)
        director.taps("Brief vaststellen")
        send(director, "Aangetekend", "3SVOOR01")
    to_letter(director, case, INTENTION, "Marja Bakker")
    director.finds_it_sound()
    said = paper(director, folder)
    assert "Marja Bakker Dorpsstraat 1 1234 AB Teststad" in said
    assert "donderdag 5 november 2026 om 10:00 uur" in said
    assert all(part in said for part in (FACTS, WHY, "Reikwijdte 4c", "Inspectie van het Onderwijs", "andere school"))
    assert "Director de Vries directeur" in said


def hear(karin: Visitor, case: UUID) -> None:
    karin.opens(f"/zaken/{case}/")
    karin.taps(f"{PUPIL} horen")
    karin.finds_it_sound()
    karin.ticks("gehoord", "verslag gezien")
    karin.fills_in({"Wat is er gezegd": "Ik had het niet moeten doen."})
    karin.taps("Bewaren")
    for name in GUARDIANS:
        karin.taps(f"Contact met {name}")
        karin.ticks("Telefoon", "Bereikt", "Ook gehoord")
        karin.fills_in({"Wat is er gezegd": SAID})
        karin.taps("Bewaren")
    karin.finds_it_sound()


def pass_the_last_gates(board: Visitor, case: UUID) -> None:
    """What still stands in the way is said; the board consults the Inspectorate and finds another school."""
    board.opens("/")
    board.taps(f"Besluiten over het voorstel: {REMOVAL}")
    board.opens(f"/zaken/{case}/maatregelen/")
    board.part(REMOVAL).locator("summary").click()
    board.reads("nog geen overleg geweest met de Inspectie", "nog geen andere school")
    board.finds_it_sound()
    steps: tuple[tuple[str, dict[str, str | datetime]], ...] = (
        ("Overleg met de Inspectie vastleggen", {"Wat kwam eruit": "Akkoord met de stappen."}),
        ("Andere school vastleggen", {"School": "Het Lyceum", "Bevestigd door": "rector T. Maas"}),
    )
    for step, said in steps:
        board.opens(f"/zaken/{case}/")
        board.unfolds("Wat je verder kunt doen")
        board.taps(step)
        board.finds_it_sound()
        board.fills_in(said)
        board.taps("Bewaren")


def decide(board: Visitor, case: UUID) -> None:
    board.opens(f"/zaken/{case}/maatregelen/")
    board.taps("Besluiten", within=board.part(REMOVAL))
    board.finds_it_sound()
    board.fills_in({"Waarom, en waarom niet lichter": WHY})
    board.taps("Bewaren")
    board.reads(*(f"Besluit geven aan {name}: {REMOVAL}" for name in (PUPIL, *GUARDIANS)), "Melden bij de gemeente")
    board.finds_it_sound()


def tell_the_family(board: Visitor, case: UUID, folder: Path) -> None:
    board.taps("Brieven bij deze zaak")
    board.finds_it_sound()
    board.taps("Maak voor alle 3")
    for name in (PUPIL, *GUARDIANS):
        to_letter(board, case, DECISION, name)
        board.taps("Brief vaststellen")
        send(board, "Overhandigd met handtekening", f"getekend door {name}")
    to_letter(board, case, DECISION, "Marja Bakker")
    board.finds_it_sound()
    said = paper(board, folder)
    parts = (FACTS, WHY, "Het Lyceum", "28 december 2026", "Postbus 1, Teststad", "Board de Vries bestuur", "zes weken")
    assert [part for part in parts if part not in said] == [], said


def tell_the_bodies(board: Visitor, case: UUID, folder: Path) -> None:
    """The Inspectorate reads why; the municipality only that and where to."""
    for body, reads, hidden in (("Melding aan de Inspectie", WHY, "Lena"), ("Melding aan de gemeente", "Lyceum", WHY)):
        board.opens(f"/brieven/{case}/")
        board.taps(body)
        board.taps("Brief vaststellen")
        send(board, "Met de post", "kenmerk 2026-17")
        board.finds_it_sound()
        said = paper(board, folder)
        assert reads in said
        assert hidden not in said
    board.opens(f"/zaken/{case}/")
    board.reads("Gemeld bij de Inspectie", "Gemeld bij de gemeente")


def read_until_when(marja: Visitor) -> None:
    marja.opens("/mijn/")
    marja.taps(f"Over {PUPIL}")
    marja.reads("Dit kan tot en met maandag 28 december 2026", "Postbus 1, Teststad", WHY)
    marja.does_not_read("Lena", "Henk Bakker")
    marja.finds_it_sound()
