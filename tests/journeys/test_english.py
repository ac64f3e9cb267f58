"""Who reads English finds English, on every page of the way from a report to a decision."""

from datetime import datetime
from uuid import UUID

import pytest

from keyzer import protocol
from keyzer.cases import actions, queries
from keyzer.incidents import actions as incidents
from keyzer.kit import clock
from keyzer.protocol import Part
from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import DESK, Visitor

STORY = "Daan keeps forwarding my holiday photo in the class chat."


def reads_english(visitor: Visitor, *paths: str) -> None:
    for path in paths:
        assert visitor.opens(path) == 200, path
        assert visitor.page.evaluate("document.documentElement.lang") == "en"
        visitor.finds_it_sound()


@pytest.fixture
def case(cast: Cast) -> UUID:
    """A case with a hearing, a call, a weighing and a warning."""
    now = clock.now()
    incident = incidents.open_incident(
        by=cast.coordinator,
        at=now,
        told=STORY,
        happened_on=now.date(),
        place="online",
        persons=[(cast.reporter, Part.MELDER), (cast.subject, Part.ONDERWERP)],
        conduct=["foto-doorsturen"],
        layer=2,
        report=None,
    )
    case = actions.open_case(incident, cast.subject, by=cast.coordinator, at=now)
    for kind, said in commands(cast, now):
        command = protocol.parse_command(kind, said)
        actions.act(case, command, seen=queries.version(case), by=cast.coordinator, at=now)
    return case


def commands(cast: Cast, now: datetime) -> list[tuple[str, dict[str, object]]]:
    subject, guardian, second = str(cast.subject), str(cast.guardian), str(cast.second_guardian)
    reached = {"channel": "telefoon", "contacted_at": now, "reached": True, "view_asked": True, "answer": "Understood."}
    grades = {"utterance": "licht", "conduct": "licht", "consequence": "licht"}
    return [
        (
            "record-hearing",
            {"person": subject, "held_at": now, "outcome": "heard", "account": "Sorry.", "seen": "seen"},
        ),
        ("record-contact", {"guardian": guardian, **reached}),
        ("record-contact", {"guardian": second, **reached}),
        ("weigh", {**grades, "reason": "It happened once."}),
        ("decide-measure", {"measure": "waarschuwing", "reason": "It must stop."}),
        ("announce", {"decision": "b1", "person": guardian, "channel": "brief"}),
    ]


def test_a_pupil_and_a_parent_read_english(cast: Cast, case: UUID, hand: Handing) -> None:
    lena = hand(cast.reporter, language="en-GB")
    reads_english(lena, "/", "/melden/", "/melden/nieuw/melding/")
    lena.fills_in({"What happened?": STORY})
    lena.ticks("It happened to me")
    lena.taps("Next")
    lena.finds_it_sound()
    lena.taps("Next")
    lena.finds_it_sound()
    lena.taps("Send my report")
    lena.finds_it_sound()
    lena.taps("To my report")
    lena.finds_it_sound()
    reads_english(lena, "/melden/mijn/", "/mag-dit/", "/protocol/", "/protocol/leerlingen/9", "/protocol/maatregelen/")
    parent = hand(cast.guardian, language="en-GB")
    reads_english(parent, "/", "/mijn/", f"/mijn/{case}/", f"/mijn/{case}/verklaring/")


def test_a_coordinator_reads_english(cast: Cast, case: UUID, hand: Handing) -> None:
    karin = hand(cast.coordinator, language="en-GB", size=DESK)
    reads_english(karin, "/", "/melden/ontvangen/", "/incidenten/", "/zaken/", f"/zaken/{case}/")
    for part in ("maatregelen", "record-contact", "weigh", "record-hearing", "close"):
        reads_english(karin, f"/zaken/{case}/{part}/")
    karin.opens(f"/zaken/{case}/")
    karin.taps("The incident")
    karin.finds_it_sound()
    reads_english(karin, f"/dossier/{cast.subject}/", "/zoeken/?q=daan")
