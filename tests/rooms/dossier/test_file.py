"""A file holds all correspondence, is seen by few, and tells the person concerned who looked."""

from datetime import datetime
from uuid import UUID

import pytest

from keyzer.ledger.models import Access
from tests.cast import NOW, Cast, browser_of
from tests.rooms.cases.world import do, open_case


@pytest.fixture
def decided(cast: Cast, school_morning: datetime) -> UUID:
    """A case about the subject in which a talk was decided and made known to the pupil and a guardian."""
    case = open_case(cast, NOW)
    do(
        cast,
        case,
        "record-hearing",
        NOW,
        person=str(cast.subject),
        held_at=NOW.isoformat(),
        outcome="heard",
        account="Ik vond het grappig, nu niet meer.",
    )
    do(cast, case, "decide-measure", NOW, measure="gesprek", reason="Een gesprek past hier.")
    for person in (cast.subject, cast.guardian):
        do(cast, case, "announce", NOW, decision="b1", person=str(person), channel="brief")
    return case


def page(reader: UUID, person: UUID) -> str:
    answer = browser_of(reader).get(f"/dossier/{person}/")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.article("leerlingen-9")
def test_the_file_holds_the_whole_chronology(cast: Cast, decided: UUID) -> None:
    whole = page(cast.coordinator, cast.subject)
    assert "Ik vond het grappig, nu niet meer." in whole
    assert "Een gesprek past hier." in whole
    assert "/protocol/leerlingen/9" in whole


@pytest.mark.article("leerlingen-3")
@pytest.mark.parametrize("reader", ["subject", "guardian"])
def test_the_person_concerned_reads_what_was_told_and_no_more(cast: Cast, decided: UUID, reader: str) -> None:
    told = page(getattr(cast, reader), cast.subject)
    assert f"/mijn/{decided}/" in told
    assert "Ik vond het grappig, nu niet meer." not in told


@pytest.mark.parametrize(
    "reader",
    [
        "reporter",
        "bystander",
        "guardian_without_authority",
        "reporters_guardian",
        "other_coordinator",
        "charlie",
        "mentor",
        "beheerder",
        "vertrouwenspersoon",
    ],
)
def test_for_others_there_is_no_file_and_asking_leaves_a_trace(cast: Cast, decided: UUID, reader: str) -> None:
    person = getattr(cast, reader)
    assert browser_of(person).get(f"/dossier/{cast.subject}/").status_code == 404
    assert Access.objects.filter(by=person, outcome="refused", object_kind="dossier").exists()


def test_the_person_concerned_reads_who_looked_by_role_and_not_by_name(cast: Cast, decided: UUID) -> None:
    page(cast.coordinator, cast.subject)
    told = page(cast.subject, cast.subject)
    assert "coördinator" in told
    assert "Dekker" not in told


def test_ones_own_file_is_one_step_away(cast: Cast) -> None:
    answer = browser_of(cast.subject).get("/dossier/mijn/")
    assert answer.headers["Location"] == f"/dossier/{cast.subject}/"
    assert "Er staat niets in dit dossier" in page(cast.subject, cast.subject)
