"""Steps of a staff matter that the journeys share: a case opened, a command filled in, a letter made and read."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from uuid import UUID

from keyzer.cases.actions import open_case
from keyzer.kit import clock
from keyzer.letters import actions as letters
from keyzer.people.models import Person, School
from keyzer.people.queries import brief
from keyzer.protocol import Channel
from tests.cast import Cast, browser_of
from tests.journeys.frame import Visitor
from tests.rooms.cases.world import do, open_incident
from tests.rooms.letters.poppler import running_text
from tests.rooms.letters.world import LETTERHEAD, World

TOLD = "Op zondag stuurde hij een leerling een bericht. Sneeuwklokje."
FACTS = "Op zondag 15 november stuurde u een leerling een bericht over iets anders dan school."
SOURCE = "cao van de school 2026, artikel 9"
APPEAL = {"Waar medewerkers in beroep kunnen gaan": "Commissie van beroep", "Adres voor beroep": "Postbus 9, Teststad",
          "Weken om in beroep te gaan": "6"}  # fmt: skip
SAID = "Het was goed bedoeld. Ik had het niet moeten doen."
HOME = "Lindelaan 4, 1234 AB Teststad"

Said = Mapping[str, str | datetime]


def name_of(person: UUID) -> str:
    """The name under which the school knows somebody."""
    return brief([person])[person].name


def furnish(**settings: object) -> None:
    """A school with a letterhead, and with these settings alone."""
    School.objects.update(settings={**LETTERHEAD, **settings})


def lives_at(person: UUID, home: str = HOME) -> None:
    """The address of somebody, which a letter needs."""
    Person.objects.filter(id=person).update(address=home)


def begins(opener: Visitor, person: UUID, sought: str = "Teacher", told: str = TOLD) -> str:
    """A case about a colleague; answers its path."""
    opener.opens("/zaken/personeel/")
    opener.finds_it_sound()
    opener.taps("Zaak over een collega openen")
    opener.fills_in({"Naam van de collega": sought})
    opener.taps("Zoeken")
    opener.finds_it_sound()
    opener.ticks(name_of(person))
    opener.unfolds("Niet bevriend met leerlingen")
    opener.ticks("Online vrienden zijn met een leerling via een privéaccount")
    opener.fills_in({"Wat is er gebeurd?": told})
    opener.taps("Zaak openen")
    opener.reads(name_of(person), "behandelt deze zaak")
    opener.finds_it_sound()
    return opener.path


def does(visitor: Visitor, case: str, command: str, said: Said, *ticks: str) -> None:
    """One command of a case, on its own page, from an honest look to what was saved."""
    visitor.opens(f"{case}{command}")
    visitor.finds_it_sound()
    visitor.fills_in(said)
    visitor.ticks(*ticks)
    visitor.taps("Bewaren")
    visitor.reads("Bewaard")


def makes_letter(visitor: Visitor, case: str, label: str) -> str:
    """A draft of the letter with this label; answers its path."""
    visitor.opens(case)
    visitor.taps("Brieven bij deze zaak")
    visitor.finds_it_sound()
    visitor.taps("Maak deze brief", within=visitor.part(label))
    visitor.finds_it_sound()
    return visitor.path


def approves(visitor: Visitor, letter: str) -> None:
    """The letter, read and made final."""
    visitor.opens(letter)
    visitor.taps("Brief vaststellen")
    visitor.reads("Vastgesteld", "Controlegetal")


def sends(visitor: Visitor, letter: str, how: str, proof: str = "") -> None:
    """The letter given or sent."""
    visitor.opens(letter)
    visitor.taps("Brief versturen")
    visitor.finds_it_sound()
    visitor.ticks(how)
    visitor.fills_in({"Hoe is dat later te bewijzen?": proof})
    visitor.taps("Brief versturen")


def read_paper(visitor: Visitor, letter: str, folder: Path) -> str:
    """The words of the letter's PDF, downloaded in this browser."""
    answer = visitor.context.request.get(f"{visitor.address}{letter}pdf/")
    assert answer.headers["content-type"] == "application/pdf"
    return running_text(answer.body(), folder)


def finds_nothing(person: UUID, case: str, name: str) -> None:
    """No case behind its address, and nothing of it on the pages on which a case could show."""
    browser = browser_of(person)
    number = case.removeprefix("/zaken/").strip("/")
    for path in (case, f"{case}maatregelen/", f"/brieven/{number}/", f"/politie/{number}/"):
        assert browser.get(path).status_code == 404, (path, name)
    for path in ("/", "/zaken/", "/zaken/personeel/", "/incidenten/", "/mijn/", "/agenda/", f"/zoeken/?q={name}"):
        page = browser.get(path).content.decode()
        assert number not in page, path
        assert f"Zaak over {name}" not in page, path


def worked_up(cast: Cast, grade: str = "ernstig") -> str:
    """A case about the teacher with all that comes before a measure, as `work_up` leaves it; answers its path."""
    at = clock.now()
    told = {"subject": cast.teacher, "by": cast.teamleider}
    case = open_case(open_incident(cast, at, **told), cast.teacher, by=cast.teamleider, at=at)
    found = {"text": FACTS, "happened_on": "2026-11-15", "place": "online", "channel": ""}
    heard = {"person": str(cast.teacher), "held_at": at, "outcome": "heard", "account": SAID, "seen": "seen"}
    weighed = {"utterance": grade, "conduct": grade, "consequence": grade, "reason": "Het was een leerling."}
    for kind, said in (("establish-facts", found), ("record-hearing", heard), ("weigh", weighed)):
        do(cast, case, kind, at, by=cast.teamleider, **said)
    return f"/zaken/{case}/"


def reprimanded(cast: Cast) -> str:
    """A reprimand of the teacher, decided by the board and told by registered letter; answers the case's path."""
    case, at = worked_up(cast), clock.now()
    world = World(cast, UUID(case.split("/")[2]), at)
    given = {"given_at": at, "facts": FACTS, "reason": "Het was een leerling."}
    waived = {"form": "waived", "received_at": at, "account": "Ik zie af van verweer."}
    do(cast, world.case, "record-intention", at, by=cast.board, measure="berisping", **given)
    _gives(world, "voornemen-personeel/teacher")
    for kind, said in (("record-defence", waived), ("decide-measure", {"reason": "De regel was bekend."})):
        do(cast, world.case, kind, at, by=cast.board, measure="berisping", **said)
    _gives(world, "besluit-personeel/teacher")
    return case


def _gives(world: World, slot: str) -> None:
    """The board's registered letter, from draft to post."""
    board = world.cast.board
    letter = world.draft(slot, by=board)
    seen = world.approve(letter, by=board)
    letters.send(letter, Channel.AANGETEKEND, "3SABC001", seen=seen, by=board, at=world.at)


def weighs(visitor: Visitor, case: str, grade: str) -> None:
    """How serious it is, the same on all three axes."""
    visitor.opens(f"{case}weigh/")
    visitor.finds_it_sound()
    for axis in ("Wat er gezegd of getoond is", "Wat er gedaan is", "Wat het gevolg was"):
        visitor.ticks(grade, of=axis)
    visitor.fills_in({"Waarom je het zo weegt": "De regel was bekend en het was een leerling."})
    visitor.taps("Bewaren")
    visitor.reads("Bewaard")


def hears(visitor: Visitor, case: str, person: UUID) -> None:
    """The talk with the person concerned, written down."""
    said: Said = {"Wanneer": clock.now(), "Wat is er gezegd": SAID}
    does(visitor, case, f"record-hearing/?person={person}", said, "gehoord", "verslag gezien")


def work_up(manager: Visitor, case: str, person: UUID, grade: str = "ernstig") -> None:
    """The facts, the talk, and how serious it is."""
    found: Said = {"Wat is vastgesteld": FACTS, "Wanneer het gebeurde": "2026-11-15", "Waar het gebeurde": "online"}
    does(manager, case, "establish-facts/", found)
    hears(manager, case, person)
    weighs(manager, case, grade)
