"""Two people at one case, a form sent twice, what the protocol refuses: told clearly, nothing lost or written twice."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from keyzer.cases import actions, queries
from keyzer.incidents import queries as incidents
from keyzer.ledger.actions import Conflict
from keyzer.protocol import Part, parse_command
from tests.cast import Cast, browser_of
from tests.rooms.cases.world import do, open_case

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


def test_a_second_writer_is_told_what_changed_and_keeps_the_text(
    cast: Cast, case: UUID, school_morning: datetime
) -> None:
    seen = queries.version(case)
    do(cast, case, "claim-urgency", school_morning, reason="Er dreigt meer te worden gedeeld.")
    answer = browser_of(cast.coordinator).post(f"/zaken/{case}/weigh/", {"seen_version": str(seen), **WEIGHED})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Er dreigt meer te worden gedeeld." in page
    assert "Drie keer doorgestuurd." in page
    assert f'name="seen_version" value="{seen + 1}"' in page


def test_what_was_kept_can_be_sent_again(cast: Cast, case: UUID, school_morning: datetime) -> None:
    seen = queries.version(case)
    do(cast, case, "claim-urgency", school_morning, reason="Er dreigt meer te worden gedeeld.")
    browser = browser_of(cast.coordinator)
    answer = browser.post(f"/zaken/{case}/weigh/", {"seen_version": str(seen + 1), **WEIGHED})
    assert answer.status_code == 302
    assert queries.version(case) == seen + 2


def test_a_form_sent_twice_is_written_once(cast: Cast, case: UUID) -> None:
    browser = browser_of(cast.coordinator)
    said = {"seen_version": str(queries.version(case)), **WEIGHED}
    first = browser.post(f"/zaken/{case}/weigh/", said)
    second = browser.post(f"/zaken/{case}/weigh/", said, follow=True)
    assert first.status_code == 302
    assert "Dit was al bewaard" in second.content.decode()
    assert queries.version(case) == int(said["seen_version"]) + 1


def test_the_same_act_by_another_is_a_conflict(cast: Cast, case: UUID, school_morning: datetime) -> None:
    seen = queries.version(case)
    do(cast, case, "weigh", school_morning, **WEIGHED)
    with pytest.raises(Conflict):
        actions.act(case, parse_command("weigh", dict(WEIGHED)), seen=seen, by=cast.director, at=school_morning)


def test_a_refusal_keeps_what_was_typed(cast: Cast, case: UUID) -> None:
    said = {"seen_version": str(queries.version(case)), "summary": "We spraken af dat het stopt."}
    answer = browser_of(cast.coordinator).post(f"/zaken/{case}/close/", said)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Nog open: De ernst wegen" in page
    assert "We spraken af dat het stopt." in page
    assert "Nog open: Daan Bakker horen" in page


def test_what_is_left_out_is_named_beside_its_field(cast: Cast, case: UUID) -> None:
    said = {"seen_version": str(queries.version(case)), **WEIGHED, "utterance": ""}
    answer = browser_of(cast.coordinator).post(f"/zaken/{case}/weigh/", said)
    assert answer.status_code == 422
    assert "id_utterance_error" in answer.content.decode()
    assert "Drie keer doorgestuurd." in answer.content.decode()


def test_a_case_opens_once(cast: Cast, case: UUID) -> None:
    incident = queries.incident_of(case)
    answer = browser_of(cast.coordinator).post(f"/zaken/openen/{incident}/{cast.subject}/")
    assert answer.headers["Location"] == f"/zaken/{case}/"


@pytest.mark.article("leerlingen-8")
def test_a_handler_who_turns_out_to_be_party_loses_it_at_once(cast: Cast, case: UUID, school_morning: datetime) -> None:
    incident = queries.incident_of(case)
    browser = browser_of(cast.coordinator)
    said = {
        "seen_version": str(incidents.version(incident)),
        "person": str(cast.coordinator),
        "part": Part.GETUIGE.value,
    }
    answer = browser.post(f"/zaken/gebeurtenis/{incident}/persoon/", said, follow=True)
    assert "Daarom behandelt iemand anders het vanaf nu" in answer.content.decode()
    assert browser.get(f"/incidenten/{incident}/").status_code == 404
    assert browser.get(f"/zaken/{case}/").status_code == 404
    assert not queries.duties_for(cast.viewer(cast.coordinator), 10)
    successor = browser_of(cast.other_coordinator)
    assert "Peter Vos behandelt deze zaak." in successor.get(f"/zaken/{case}/").content.decode()
    assert successor.get(f"/incidenten/{incident}/").status_code == 200
    assert queries.duties_for(cast.viewer(cast.other_coordinator), 10)


def test_naming_a_party_in_the_case_names_it_in_the_incident(cast: Cast, case: UUID, school_morning: datetime) -> None:
    do(cast, case, "name-party", school_morning, person=str(cast.affected), part="getuige")
    parts = {(one.person, one.part) for one in incidents.persons_of(queries.incident_of(case))}
    assert (cast.affected, Part.GETUIGE) in parts


@pytest.mark.article("leerlingen-9")
def test_an_incident_is_settled_with_its_last_case(cast: Cast, case: UUID, school_morning: datetime) -> None:
    incident = queries.incident_of(case)
    later = school_morning + timedelta(hours=2)
    do(cast, case, "end-without-measure", school_morning, ground="solved", reason="Ze hebben het uitgepraat.")
    for guardian in (cast.guardian, cast.second_guardian):
        do(
            cast, case, "record-contact", later, guardian=str(guardian), channel="telefoon",
            contacted_at=later, reached=True, answer="Fijn dat het is opgelost.",
        )  # fmt: skip
    assert incidents.state(incident) == "open"
    do(cast, case, "close", later, summary="Opgelost.")
    assert incidents.state(incident) == "settled"
    do(cast, case, "reopen", later, reason="Het gebeurde weer.")
    assert incidents.state(incident) == "open"


@pytest.mark.article("leerlingen-8")
def test_who_names_the_handler_in_the_case_moves_it_too(cast: Cast, case: UUID, school_morning: datetime) -> None:
    do(cast, case, "name-party", school_morning, by=cast.director, person=str(cast.coordinator), part="betrokkene")
    assert browser_of(cast.coordinator).get(f"/zaken/{case}/").status_code == 404
    assert browser_of(cast.other_coordinator).get(f"/zaken/{case}/").status_code == 200
    assert incidents.handler_of(queries.incident_of(case)) == cast.other_coordinator
