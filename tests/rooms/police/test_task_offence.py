"""The pack of a case that is the board's alone (WVO 2020, 3.39)."""

from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest

from keyzer.cases import actions as cases
from keyzer.incidents import actions as incidents
from keyzer.police import actions
from keyzer.police.events import Choices
from keyzer.police.models import Pack
from keyzer.protocol import Part
from tests.cast import Cast, browser_of
from tests.rooms.cases.world import do
from tests.rooms.police.test_pack import text_of, unpacked
from tests.rooms.police.world import file_of

CHOSEN = Choices(facts="Een leerling kreeg berichten.", when="oktober 2026", where="online", images="Bij de leerling.")


@pytest.fixture
def case(cast: Cast, school_morning: datetime, evidence_folder: Path) -> UUID:
    """A case about a teacher that was reported to the board."""
    incident = incidents.open_incident(
        by=cast.director,
        at=school_morning,
        told="Kornoelje kreeg berichten van een docent.",
        happened_on=None,
        place="online",
        persons=[(cast.affected, Part.BETROKKENE), (cast.teacher, Part.ONDERWERP)],
        conduct=["vriend-met-leerling"],
        layer=2,
        report=None,
    )
    opened = cases.open_case(incident, cast.teacher, by=cast.teamleider, at=school_morning)
    do(cast, opened, "report-task-offence", school_morning, by=cast.teamleider, account="Er zijn berichten gezien.")
    return opened


def judge(cast: Cast, case: UUID, at: datetime) -> None:
    """The board consults and finds the suspicion reasonable."""
    do(cast, case, "consult-confidential-inspector", at, by=cast.board, consulted_at=at, advice="Doe aangifte.")
    do(cast, case, "judge-suspicion", at, by=cast.board, reasonable=True, reason="Drie berichten wijzen erop.")


def tell(cast: Cast, case: UUID, at: datetime) -> None:
    """The person concerned and the pupil's side are told beforehand."""
    for person in (cast.teacher, cast.affected):
        do(cast, case, "inform-before-report", at, by=cast.board, person=str(person), told_at=at)


@pytest.mark.article("personeel-9")
def test_the_board_walks_the_steps_of_the_law_and_others_find_nothing(
    cast: Cast, case: UUID, school_morning: datetime
) -> None:
    page = browser_of(cast.board).get(f"/politie/{case}/").content.decode()
    for expected in ("art. 3.39", "vertrouwensinspecteur", f"/zaken/{case}/consult-confidential-inspector/"):
        assert expected in page, expected
    assert "wijkagent" not in page
    for who in (cast.director, cast.teamleider, cast.teacher, cast.hr):
        assert browser_of(who).get(f"/politie/{case}/").status_code == 404


@pytest.mark.article("personeel-9")
def test_papers_go_only_after_those_who_must_know_were_told(
    cast: Cast, case: UUID, school_morning: datetime, tmp_path: Path
) -> None:
    judge(cast, case, school_morning)
    with pytest.raises(cases.Refused, match="are told"):
        actions.make(file_of(cast, case, cast.board), CHOSEN, by=cast.board, at=school_morning)
    tell(cast, case, school_morning)
    pack = actions.make(file_of(cast, case, cast.board), CHOSEN, by=cast.board, at=school_morning)
    text = " ".join(text_of(unpacked(pack, tmp_path) / "rapport.pdf").split())
    assert "Teacher de Vries" in text
    assert "bestuur" in text
    assert "niet bekeken" in text
    assert "Noor" not in text
    assert browser_of(cast.board).get(f"/politie/pakket/{pack}/").status_code == 200
    assert browser_of(cast.director).get(f"/politie/pakket/{pack}/").status_code == 404
    said = {
        "seen_version": str(file_of(cast, case, cast.board).version),
        "to_whom": "Zedenpolitie",
        "how": "op afspraak",
    }
    answer = browser_of(cast.board).post(f"/politie/pakket/{pack}/overdracht/", said)
    assert answer.status_code == 302
    assert Pack.objects.count() == 1
