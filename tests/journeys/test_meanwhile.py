"""What goes wrong among people: two write at once, somebody tries another's page, a browser without scripts."""

from uuid import UUID

import pytest

from keyzer.intake import queries as intake
from keyzer.kit import clock
from tests.cast import TODAY, Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor
from tests.journeys.test_telling import STORY, up_to_sending
from tests.rooms.cases.world import open_case, open_incident

NOTHING_HERE = "Deze pagina bestaat niet"


def weigh(visitor: Visitor, reason: str) -> None:
    for question in ("Wat er gezegd of getoond is", "Wat er gedaan is", "Wat het gevolg was"):
        visitor.ticks("licht", of=question)
    visitor.fills_in({"Waarom je het zo weegt": reason})


def test_the_second_writer_keeps_the_words_and_is_told_what_changed(cast: Cast, hand: Handing) -> None:
    case = open_case(cast, clock.now())
    first, second = hand(cast.coordinator), hand(cast.director)
    for visitor in (first, second):
        visitor.opens(f"/zaken/{case}/weigh/")
    weigh(second, "Zo kijk ik ernaar.")
    weigh(first, "Ik heb het eerst gewogen.")
    first.taps("Bewaren")
    second.taps("Bewaren")
    second.reads("Iemand anders schreef", "Ik heb het eerst gewogen.")
    assert second.page.get_by_label("Waarom je het zo weegt").input_value() == "Zo kijk ik ernaar."
    second.finds_it_sound()
    second.taps("Bewaren")
    second.opens(f"/zaken/{case}/")
    second.reads("Zo kijk ik ernaar.", "Ik heb het eerst gewogen.")


def test_the_same_command_twice_stands_in_the_case_once(cast: Cast, hand: Handing) -> None:
    case = open_case(cast, clock.now())
    twice = hand(cast.coordinator), hand(cast.coordinator)
    for karin in twice:
        karin.opens(f"/zaken/{case}/weigh/")
        weigh(karin, "Een keer is genoeg.")
    for karin in twice:
        karin.taps("Bewaren")
    twice[1].reads("Dit was al bewaard.")
    twice[1].opens(f"/zaken/{case}/")
    assert twice[1].words().count("Een keer is genoeg.") == 1


@pytest.mark.article("leerlingen-9")
def test_who_has_nothing_to_do_with_it_finds_no_page(cast: Cast, hand: Handing) -> None:
    case = open_case(cast, clock.now())
    incident = open_incident(cast, clock.now())
    lena = hand(cast.reporter)
    up_to_sending(lena)
    lena.taps("Verstuur mijn melding")
    report = intake.own_reports(cast.viewer(cast.reporter, TODAY))[0].id
    paths = [f"/zaken/{case}/", f"/incidenten/{incident}/", f"/melden/{report}/", f"/dossier/{cast.subject}/"]
    for person in (cast.bystander, cast.charlie):
        nobody = hand(person)
        finds_nothing(nobody, paths)
    finds_nothing(lena, [path for path in paths if str(report) not in path])


def finds_nothing(visitor: Visitor, paths: list[str]) -> None:
    for path in paths:
        assert visitor.opens(path) == 404, path
        visitor.reads(NOTHING_HERE)
    visitor.finds_it_sound()


@pytest.mark.article("leerlingen-8")
def test_who_is_party_never_gets_the_report(cast: Cast, hand: Handing) -> None:
    lena = hand(cast.reporter)
    lena.opens("/melden/nieuw/melding/")
    lena.fills_in({"Wat is er gebeurd?": "De coördinator deelde mijn foto."})
    lena.ticks("Het is mij overkomen")
    lena.taps("Verder")
    lena.ticks("Het gaat over de coördinator. Laat iemand anders het lezen.")
    lena.taps("Verder")
    lena.taps("Verstuur mijn melding")
    lena.reads("Peter Vos")
    lena.finds_it_sound()
    karin, peter = hand(cast.coordinator), hand(cast.other_coordinator)
    karin.opens("/")
    karin.does_not_read("Lena Visser")
    assert karin.opens(report_path(cast)) == 404
    peter.opens("/")
    peter.taps("Lena Visser wacht op antwoord")
    peter.reads("De coördinator deelde mijn foto.")


@pytest.mark.article("leerlingen-9")
def test_a_coordinator_who_turns_out_to_be_party_hands_it_over(cast: Cast, hand: Handing) -> None:
    incident = open_incident(cast, clock.now())
    karin, peter = hand(cast.coordinator), hand(cast.other_coordinator)
    karin.opens(f"/incidenten/{incident}/")
    karin.taps("Persoon toevoegen")
    karin.finds_it_sound()
    karin.fills_in({"Naam, nummer of klas": "Karin"})
    karin.taps("Zoeken")
    karin.ticks("Karin Dekker")
    karin.ticks("heeft het gezien")
    karin.taps("Bewaren")
    karin.reads("Je bent er zelf bij betrokken.")
    karin.finds_it_sound()
    assert karin.opens(f"/incidenten/{incident}/") == 404
    peter.opens(f"/incidenten/{incident}/")
    peter.taps("Zaak openen")
    peter.reads("Peter Vos behandelt deze zaak.")
    case = peter.path
    assert karin.opens(case) == 404
    karin.opens("/zaken/")
    karin.does_not_read("Daan Bakker")


def test_without_scripts_a_report_and_a_command_work(cast: Cast, hand: Handing) -> None:
    lena = hand(cast.reporter, scripts=False)
    up_to_sending(lena)
    lena.taps("Verstuur mijn melding")
    lena.taps("Naar mijn melding")
    lena.reads(STORY)
    karin = hand(cast.coordinator, scripts=False)
    karin.opens(f"/zaken/{open_case(cast, clock.now())}/")
    karin.taps("De ernst wegen")
    weigh(karin, "Het bleef bij woorden.")
    karin.taps("Bewaren")
    karin.reads("Bewaard: Ernst wegen", "Gewogen als licht.")


def report_path(cast: Cast) -> str:
    report: UUID = intake.own_reports(cast.viewer(cast.reporter, TODAY))[0].id
    return f"/melden/{report}/"
