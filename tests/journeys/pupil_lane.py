"""Steps that several journeys of the pupil lane take: fill in a page of a case, make a letter, read its paper back."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import time_machine

from keyzer.kit import clock
from keyzer.people.models import Person
from tests.cast import Cast
from tests.journeys.frame import Visitor, moment
from tests.rooms.cases.world import do, open_case
from tests.rooms.letters.poppler import metadata, running_text
from tests.rooms.letters.world import REACHED, furnish

FACTS = "Daan stuurde een vakantiefoto drie keer door in de klassenapp."
TOLD = "Ik vond het grappig. Nu snap ik dat het niet kan."
Said = Mapping[str, str | datetime]


def begun(cast: Cast) -> UUID:
    """A case that the coordinator opened this morning, at a school with a letterhead; both guardians read Dutch."""
    furnish(cast)
    Person.objects.filter(id=cast.second_guardian).update(language="nl")
    return open_case(cast, clock.now())


def heard(cast: Cast, grade: str, *guardians: UUID) -> UUID:
    """Such a case, in which the pupil was heard, these guardians were called, and it was weighed as one grade."""
    case, at = begun(cast), clock.now()
    said: dict[str, Any] = {"text": FACTS, "happened_on": at.date(), "place": "thuis", "channel": "klassenapp"}
    do(cast, case, "establish-facts", at, **said)
    talk: dict[str, Any] = {"held_at": at, "outcome": "heard", "account": TOLD, "seen": "seen"}
    do(cast, case, "record-hearing", at, person=str(cast.subject), **talk)
    for guardian in guardians:
        do(cast, case, "record-contact", at, guardian=str(guardian), contacted_at=at, **REACHED)
    axes: dict[str, Any] = dict.fromkeys(("utterance", "conduct", "consequence"), grade)
    do(cast, case, "weigh", at, reason="Drie keer doorgestuurd, ook na een verzoek om te stoppen.", **axes)
    return case


def fills_in(visitor: Visitor, said: Said, *, ticks: tuple[str, ...] = ()) -> None:
    """A page of the case that stands open: look at it, fill it in, save it, and be back at the case."""
    visitor.finds_it_sound()
    visitor.ticks(*ticks)
    visitor.fills_in(said)
    visitor.taps("Bewaren")
    visitor.reads("Bewaard")


def does(visitor: Visitor, what: str, said: Said, *, ticks: tuple[str, ...] = ()) -> None:
    """Something that the page of the case offers, in sight or folded away."""
    if visitor.page.get_by_text("Wat je verder kunt doen").count():
        visitor.unfolds("Wat je verder kunt doen")
    visitor.taps(what)
    fills_in(visitor, said, ticks=ticks)


def establishes_the_facts(visitor: Visitor) -> None:
    said: Said = {
        "Wat is vastgesteld": FACTS,
        "Wanneer het gebeurde": f"{clock.local(clock.now()):%Y-%m-%d}",
        "Waar het gebeurde": "thuis",
        "Via welk kanaal": "klassenapp",
    }
    does(visitor, "Vaststellen wat er gebeurde", said)


def invites(visitor: Visitor) -> None:
    said: Said = {"Wanneer is het gesprek": moment(hours=1), "Waar": "Kamer B12"}
    does(visitor, "Uitnodigen voor een gesprek", said, ticks=("Daan Bakker",))


def hears(visitor: Visitor, now: time_machine.Traveller) -> None:
    """The pupil, after the hour at which the talk was planned."""
    now.shift(timedelta(hours=1, minutes=1))
    visitor.opens(visitor.path)
    does(visitor, "Daan Bakker horen", {"Wat is er gezegd": TOLD}, ticks=("gehoord", "verslag gezien"))


def reaches(visitor: Visitor, guardian: str) -> None:
    said: Said = {"Wat is er gezegd": "Wij praten er thuis over."}
    does(visitor, f"Contact met {guardian}", said, ticks=("Telefoon", "Bereikt", "Ook gehoord"))


def weighs(visitor: Visitor, grade: str) -> None:
    """All three axes alike; the page that follows shows what is usual."""
    visitor.taps("De ernst wegen")
    visitor.finds_it_sound()
    for question in ("Wat er gezegd of getoond is", "Wat er gedaan is", "Wat het gevolg was"):
        visitor.ticks(grade, of=question)
    visitor.fills_in({"Waarom je het zo weegt": "Drie keer doorgestuurd, ook na een verzoek om te stoppen."})
    visitor.taps("Bewaren")
    visitor.reads(f"Gewogen als {grade}")
    visitor.finds_it_sound()


def makes_for_all(visitor: Visitor, case: str, letter: str) -> None:
    """The drafts of one letter, and the list in which they stand."""
    visitor.opens(case)
    visitor.taps("Brieven bij deze zaak")
    visitor.finds_it_sound()
    visitor.goes_through(visitor.part(letter).get_by_role("button"))


def decides(visitor: Visitor, measure: str, said: Said) -> None:
    """From the page of measures: choose one and fill in the rest; the next page tells whether it was taken."""
    visitor.taps("Besluiten", within=visitor.part(measure))
    visitor.fills_in(said)
    visitor.taps("Bewaren")


def opens_the_letter(visitor: Visitor, case: str, letter: str, name: str) -> None:
    """The letter to one person, from the list of letters of the case."""
    visitor.opens(case.replace("zaken", "brieven"))
    visitor.taps(name, within=visitor.part(letter))


def approves(visitor: Visitor) -> None:
    """A letter that was read over."""
    visitor.taps("Brief vaststellen")
    visitor.reads("Vastgesteld", "Controlegetal")


def sends(visitor: Visitor, way: str, proof: str = "") -> None:
    """A letter that was approved."""
    visitor.taps("Brief versturen")
    visitor.ticks(way)
    visitor.fills_in({"Hoe is dat later te bewijzen?": proof})
    visitor.taps("Brief versturen")
    visitor.reads("Verstuurd")


def reads_the_paper(visitor: Visitor, link: str, folder: Path) -> str:
    """What the PDF behind a link says, in one line; it is one that an archive takes."""
    address = visitor.page.get_by_role("link", name=link).get_attribute("href")
    answer = visitor.context.request.get(f"{visitor.address}{address}")
    assert answer.ok, address
    pdf = answer.body()
    assert re.search(r"<pdfaid:part>2</pdfaid:part>", metadata(pdf, folder))
    return running_text(pdf, folder)
