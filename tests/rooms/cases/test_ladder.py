"""The ladder of measures: what is usual, how like cases ended, who decides, and the way from one page to the next."""

from datetime import datetime
from typing import Any
from uuid import UUID

import pytest

from keyzer.cases import queries
from keyzer.cases.models import Case, Conduct
from keyzer.incidents.models import Incident
from keyzer.kit.ids import new_id
from tests.cast import NOW, Cast, browser_of
from tests.rooms.cases.world import do, open_case, open_incident

WEIGHED: dict[str, Any] = {
    "utterance": "licht",
    "conduct": "ernstig",
    "consequence": "licht",
    "reason": "Drie keer doorgestuurd.",
}


@pytest.fixture
def case(cast: Cast, school_morning: datetime) -> UUID:
    """A case that was opened just now."""
    return open_case(cast, school_morning)


def earlier_cases(cast: Cast, measure: str, times: int) -> None:
    """Closed cases about the same conduct, as serious, that ended with this measure."""
    common = {"lane": "leerling", "handler_id": cast.other_coordinator, "layer": 2, "opened_at": NOW, "version": 1}
    for _one in range(times):
        incident = Incident.objects.create(opened_by=cast.coordinator, state="settled", **common)
        case = Case.objects.create(
            id=new_id(), incident=incident, subject_id=cast.third_year, edition="", edition_digest="", phase="closed",
            as_of=NOW.date(), gravity="ernstig", measure=measure, **common,
        )  # fmt: skip
        Conduct.objects.create(case=case, kind="foto-doorsturen")


def ladder(cast: Cast, case: UUID, person: UUID) -> str:
    return browser_of(person).get(f"/zaken/{case}/maatregelen/").content.decode()


@pytest.mark.article("leerlingen-9")
def test_after_weighing_the_range_is_shown(cast: Cast, case: UUID) -> None:
    said = {"seen_version": str(queries.version(case)), **WEIGHED}
    answer = browser_of(cast.coordinator).post(f"/zaken/{case}/weigh/", said, follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain == [(f"/zaken/{case}/maatregelen/", 302)]
    assert "Gewogen als ernstig" in page
    assert "Past bij deze ernst" in page
    assert "Niet gebruikelijk" in page


def test_before_weighing_the_page_leads_there(cast: Cast, case: UUID) -> None:
    assert f"/zaken/{case}/weigh/" in ladder(cast, case, cast.coordinator)


def test_like_cases_are_counted_when_they_point_at_nobody(cast: Cast, case: UUID, school_morning: datetime) -> None:
    do(cast, case, "weigh", school_morning, **WEIGHED)
    earlier_cases(cast, "waarschuwing", queries.FEWEST_TO_COUNT)
    earlier_cases(cast, "schorsing", queries.FEWEST_TO_COUNT - 1)
    page = ladder(cast, case, cast.coordinator)
    assert "5 vergelijkbare zaken liepen zo af" in page
    assert page.count("vergelijkbare za") == 1


def test_what_is_sealed_is_not_even_counted(cast: Cast, case: UUID, school_morning: datetime) -> None:
    do(cast, case, "weigh", school_morning, **WEIGHED)
    earlier_cases(cast, "waarschuwing", queries.FEWEST_TO_COUNT)
    Case.objects.filter(measure="waarschuwing").update(sealed=True)
    assert "vergelijkbare za" not in ladder(cast, case, cast.coordinator)


@pytest.mark.article("leerlingen-9")
def test_who_may_not_decide_reads_who_does_and_what_is_missing(cast: Cast, case: UUID) -> None:
    address = f"/zaken/{case}/decide-measure/?measure=schorsing"
    page = browser_of(cast.coordinator).get(address).content.decode()
    assert "Dit kan nu niet" in page
    assert "Hierover gaat: directeur" in page
    assert "nog niet gehoord" in page
    assert "<textarea" not in page


def test_a_proposal_waits_for_who_decides_it(cast: Cast, case: UUID, school_morning: datetime) -> None:
    do(cast, case, "propose", school_morning, measure="schorsing", reason="Het stopt niet.")
    waiting = [duty.label.nl for duty in queries.duties_for(cast.viewer(cast.director), 10)]
    assert "Besluiten over het voorstel: Schorsing" in waiting
    assert "Besluiten over het voorstel: Schorsing" not in [
        duty.label.nl for duty in queries.duties_for(cast.viewer(cast.coordinator), 10)
    ]


def test_another_handler_is_chosen_among_who_can(cast: Cast, case: UUID) -> None:
    page = browser_of(cast.director).get(f"/zaken/{case}/reassign/").content.decode()
    assert str(cast.director) in page
    assert str(cast.coordinator) not in page
    assert str(cast.charlie) not in page


def test_a_page_for_what_no_case_knows_is_not_there(cast: Cast, case: UUID) -> None:
    assert browser_of(cast.coordinator).get(f"/zaken/{case}/vergeet-alles/").status_code == 404
    assert browser_of(cast.coordinator).get(f"/zaken/{case}/open/").status_code == 404


@pytest.mark.article("leerlingen-9")
def test_only_articles_that_bind_pupils_stand_in_a_pupils_case(cast: Cast, case: UUID) -> None:
    page = browser_of(cast.coordinator).get(f"/zaken/{case}/").content.decode()
    assert "Reikwijdte 4c" in page
    assert "Personeel" not in page


@pytest.mark.article("personeel-8")
def test_a_case_about_staff_is_their_managers(cast: Cast, school_morning: datetime) -> None:
    incident = open_incident(cast, school_morning, by=cast.teamleider, subject=cast.teacher)
    answer = browser_of(cast.teamleider).post(f"/zaken/openen/{incident}/{cast.teacher}/")
    address = answer.headers["Location"]
    assert browser_of(cast.teamleider).get(address).status_code == 200
    assert browser_of(cast.hr).get(address).status_code == 200
    for outsider in (cast.coordinator, cast.safety, cast.teacher, cast.beheerder):
        assert browser_of(outsider).get(address).status_code == 404
        assert address not in browser_of(outsider).get("/zaken/").content.decode()


def test_a_page_tells_what_is_done_after_it(cast: Cast, case: UUID) -> None:
    page = browser_of(cast.coordinator).get(f"/zaken/{case}/record-contact/?guardian={cast.guardian}")
    assert "Wat hierna klaar is" in page.content.decode()
    assert "Contact met Marja Bakker" in page.content.decode()
    assert "Contact met Henk Bakker" not in page.content.decode()
