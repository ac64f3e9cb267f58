"""From a pupil's report on a phone to a closed case, in the hands of everybody who takes part."""

from datetime import timedelta
from uuid import UUID

import pytest
import time_machine

from keyzer.kit import clock
from keyzer.ledger.verification import verify
from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor, moment
from tests.rooms.letters.world import World, furnish
from tests.rooms.own.world import send

STORY = "Daan stuurt mijn vakantiefoto steeds door in de klassenapp. Ik heb gevraagd of hij stopt."

OBJECTIONS = "Adres voor bezwaar"
CHRONOLOGY = (
    "Zaak over Daan Bakker geopend",
    "Daan Bakker uitgenodigd voor een gesprek",
    "Daan Bakker: gehoord",
    "Marja Bakker bereikt",
    "Henk Bakker niet bereikt",
    "Henk Bakker bereikt",
    "Ernst gewogen",
    "Voorstel: Inname van het apparaat",
    "Besloten: Schorsing",
    "Besluit bekendgemaakt aan Daan Bakker",
    "Gemeld bij de Inspectie",
    "Gemeld bij de gemeente",
    "Terugkeergesprek gevoerd",
    "De afspraken staan.",
)
MEASURES = "Maatregelen: bekijken, voorstellen of besluiten"


@pytest.mark.article("leerlingen-8")
def test_from_a_report_to_a_closed_case(cast: Cast, hand: Handing, now: time_machine.Traveller) -> None:
    lena = hand(cast.reporter)
    tell(lena)
    karin = hand(cast.coordinator)
    answer(karin)
    open_incident(karin)
    cite_and_open_case(karin)
    try_suspension(karin)
    hear(karin, now)
    reach_the_guardians(karin, now)
    weigh_and_propose(karin)
    try_suspension(karin)
    director = hand(cast.director)
    suspend(director)
    try_to_close(karin)
    tell_everybody(director, cast)
    do_what_is_owed(karin, now)
    for visitor, person in ((karin, cast.coordinator), (lena, cast.reporter)):
        visitor.signs_in_as(person)
    close(karin)
    look_back(karin, cast.subject)
    hear_that_it_is_dealt_with(lena)
    see_the_decision(hand(cast.guardian))


def tell(lena: Visitor) -> None:
    lena.opens("/")
    lena.finds_it_sound()
    lena.taps("Melden")
    lena.finds_it_sound()
    lena.fills_in({"Wat is er gebeurd?": STORY})
    lena.ticks("Het is mij overkomen")
    lena.taps("Verder")
    lena.finds_it_sound()
    lena.fills_in({"Wie waren erbij?": "Daan Bakker uit 2A, en de hele klassenapp"})
    lena.ticks("Online, in een app of chat")
    lena.taps("Verder")
    lena.finds_it_sound()
    lena.taps("Verstuur mijn melding")
    lena.finds_it_sound()
    lena.reads("Karin Dekker")
    lena.taps("Naar mijn melding")
    lena.finds_it_sound()


def answer(karin: Visitor) -> None:
    karin.opens("/")
    karin.finds_it_sound()
    first = karin.part("Dit wacht op jou").locator(".row").first.inner_text()
    assert "Lena Visser wacht op antwoord" in first
    assert "morgen 16:30" in first
    karin.taps("Lena Visser wacht op antwoord")
    karin.reads(STORY)
    karin.finds_it_sound()
    karin.fills_in({"Bericht": "Dank je, Lena. Ik spreek Daan vandaag nog. Kom je morgen even langs?"})
    karin.taps("Versturen")
    karin.reads("Het bericht is verstuurd.")
    karin.finds_it_sound()


def open_incident(karin: Visitor) -> None:
    karin.taps("Een incident openen")
    karin.finds_it_sound()
    karin.fills_in({"Zoek een leerling of collega": "Daan"})
    karin.taps("Zoeken")
    karin.taps("Voeg Daan Bakker toe")
    karin.finds_it_sound()
    assert karin.page.get_by_role("combobox", name="Daan Bakker").input_value() == "onderwerp"
    karin.taps("Incident openen")
    karin.finds_it_sound()


def cite_and_open_case(karin: Visitor) -> None:
    karin.taps("Noemen wat het kan zijn")
    karin.finds_it_sound()
    karin.unfolds("Niet verder delen wat niet voor anderen is")
    karin.ticks("Een foto of filmpje doorsturen dat niet voor anderen bedoeld is")
    karin.taps("Bewaren")
    karin.finds_it_sound()
    karin.taps("Zaak openen")
    karin.finds_it_sound()
    karin.reads("Contact met Marja Bakker", "Contact met Henk Bakker", "Daan Bakker horen", "De ernst wegen")


def hear(karin: Visitor, now: time_machine.Traveller) -> None:
    karin.unfolds("Wat je verder kunt doen")
    karin.taps("Uitnodigen voor een gesprek")
    karin.finds_it_sound()
    karin.ticks("Daan Bakker")
    karin.fills_in({"Wanneer is het gesprek": moment(hours=1), "Waar": "Kamer B12"})
    karin.taps("Bewaren")
    now.shift(timedelta(hours=1, minutes=1))
    karin.opens(karin.path)
    karin.taps("Daan Bakker horen")
    karin.finds_it_sound()
    karin.ticks("gehoord", "verslag gezien")
    karin.fills_in({"Wat is er gezegd": "Ik vond het grappig. Nu snap ik dat het niet kan."})
    karin.taps("Bewaren")
    karin.finds_it_sound()


def reach_the_guardians(karin: Visitor, now: time_machine.Traveller) -> None:
    """The one answers at once; the other the third time."""
    call(karin, "Marja Bakker", answer="Wij praten er thuis over.")
    for _attempt in range(2):
        call(karin, "Henk Bakker")
        now.shift(timedelta(minutes=30))
        karin.reads("Contact met Henk Bakker")
    call(karin, "Henk Bakker", answer="Hij schrikt ervan.")
    karin.finds_it_sound()


def call(karin: Visitor, guardian: str, answer: str = "") -> None:
    karin.taps(f"Contact met {guardian}")
    karin.finds_it_sound()
    karin.ticks("Telefoon")
    if answer:
        karin.ticks("Bereikt", "Ook gehoord")
        karin.fills_in({"Wat is er gezegd": answer})
    karin.taps("Bewaren")
    karin.reads("Bewaard")


def weigh_and_propose(karin: Visitor) -> None:
    karin.taps("De ernst wegen")
    karin.finds_it_sound()
    for question in ("Wat er gezegd of getoond is", "Wat er gedaan is", "Wat het gevolg was"):
        karin.ticks("ernstig", of=question)
    karin.fills_in({"Waarom je het zo weegt": "Drie keer doorgestuurd, ook na een verzoek om te stoppen."})
    karin.taps("Bewaren")
    karin.reads("Gewogen als ernstig", "Past bij deze ernst")
    karin.finds_it_sound()
    karin.taps("voorstellen", within=karin.part("Inname van het apparaat"))
    karin.finds_it_sound()
    karin.fills_in({"Waarom deze": "Het ging met de telefoon."})
    karin.taps("Bewaren")
    karin.reads("Bewaard")


def try_suspension(karin: Visitor) -> None:
    karin.taps(MEASURES)
    suspension = karin.part("Schorsing")
    suspension.locator("summary").click()
    karin.finds_it_sound()

    karin.page.go_back()


def suspend(director: Visitor) -> None:
    director.opens("/")
    director.finds_it_sound()
    director.taps("Besluiten over het voorstel: Inname van het apparaat")
    director.finds_it_sound()
    director.taps(MEASURES)
    director.finds_it_sound()
    director.taps("Besluiten", within=director.part("Schorsing"))
    director.finds_it_sound()
    director.fills_in(
        {
            "Waarom, en waarom niet lichter": "Hij ging door na twee verzoeken. Een waarschuwing hielp niet.",
            "Begint": moment(days=1),
            "Eindigt": moment(days=3),
        }
    )
    director.taps("Bewaren")
    director.reads("Melden bij de Inspectie")
    director.finds_it_sound()


def try_to_close(karin: Visitor) -> None:
    karin.opens(karin.path)
    karin.unfolds("Wat nu niet kan, en waarom")
    karin.finds_it_sound()
    karin.reads("Nog open: Melden bij de Inspectie", "Nog open: Besluit geven aan Henk Bakker: Schorsing")


def tell_everybody(director: Visitor, cast: Cast) -> None:
    director.unfolds("Wat je verder kunt doen")
    director.taps("Gegevens van de school invullen")
    director.finds_it_sound()
    director.fills_in({OBJECTIONS: "Bestuurssecretaris, Schoolplein 1"})
    director.taps("Bewaren")
    director.taps("Besluit geven aan Daan Bakker: Schorsing")
    director.finds_it_sound()
    director.fills_in({"Wat is vastgesteld": STORY, "Wanneer het gebeurde": "2026-11-20"})
    director.fills_in({"Waar het gebeurde": "online"})
    director.taps("Bewaren")
    by_letter(cast, UUID(director.path.split("/")[2]))
    director.opens(director.path)
    director.taps("Melden bij de Inspectie")
    director.finds_it_sound()
    director.fills_in({"Kenmerk van de melding": "ISD-2026-17"})
    director.taps("Bewaren")


def by_letter(cast: Cast, case: UUID) -> None:
    """A letter to each: how one is made has a journey of its own."""
    furnish(cast)
    world = World(cast, case, clock.now())
    for who in ("subject", "guardian", "second_guardian"):
        send(world, who)


def do_what_is_owed(karin: Visitor, now: time_machine.Traveller) -> None:
    karin.opens(karin.path)
    fill_in(karin, "Melden bij de gemeente", Kenmerk="LP-4")
    fill_in(karin, "Schoolwerk tijdens de schorsing regelen", **{"Hoe gaat het schoolwerk door": "Via de mentor."})
    now.shift(timedelta(days=4))


def close(karin: Visitor) -> None:
    karin.opens(karin.path)
    fill_in(karin, "Gesprek bij terugkomst", **{"Wat is afgesproken": "Daan is weer welkom."})
    karin.reads("Alles is gedaan")
    karin.finds_it_sound()
    fill_in(karin, "Zaak sluiten", **{"Hoe het is afgelopen": "De afspraken staan."})
    karin.finds_it_sound()
    karin.reads("Deze zaak is gesloten.")


def look_back(karin: Visitor, subject: UUID) -> None:
    """The file tells it all, oldest first, and the ledger holds."""
    karin.opens(f"/dossier/{subject}/")
    karin.finds_it_sound()
    told = karin.words()
    steps = [told.index(step) for step in CHRONOLOGY]
    assert steps == sorted(steps)
    assert verify().alteration is None


def hear_that_it_is_dealt_with(lena: Visitor) -> None:
    lena.opens("/melden/mijn/")
    lena.finds_it_sound()
    lena.taps("Melding van")
    lena.finds_it_sound()
    lena.reads("Dit is afgehandeld.", "Ik spreek Daan vandaag nog")
    lena.does_not_read("schors", "Schors", "Inname", "Henk Bakker", "/zaken/", "/incidenten/")


def see_the_decision(guardian: Visitor) -> None:
    guardian.opens("/")
    guardian.finds_it_sound()
    guardian.taps("Over Daan Bakker")
    guardian.finds_it_sound()
    guardian.reads("Schorsing", "Hij ging door na twee verzoeken.", "Bestuurssecretaris, Schoolplein 1")
    guardian.does_not_read("Lena", "Henk Bakker")


def fill_in(visitor: Visitor, what: str, **said: str) -> None:
    visitor.taps(what)
    visitor.finds_it_sound()
    visitor.fills_in(said)
    visitor.taps("Bewaren")
    visitor.reads("Bewaard")
