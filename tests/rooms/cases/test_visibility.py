"""Who sees a case: the filter of the room and the rule of the protocol are one, and everybody else finds nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keyzer import protocol
from keyzer.cases import queries
from keyzer.cases.models import Case, DutyRow, Party
from keyzer.incidents import queries as incidents
from keyzer.incidents.models import Incident
from keyzer.incidents.models import Party as IncidentParty
from keyzer.kit.ids import new_id
from keyzer.ledger.queries import access_to
from keyzer.protocol import Lane, Role
from tests.cast import NOW, Cast, browser_of
from tests.rooms.cases.world import TOLD, do, open_case

CAST = Cast()
PEOPLE = (CAST.coordinator, CAST.other_coordinator, CAST.teamleider, CAST.charlie)


class World(NamedTuple):
    """What access turns on, at random."""

    lane: Lane
    handler: UUID
    layer: int | None
    sealed: bool
    parties: frozenset[UUID]

    @property
    def handled(self) -> protocol.Handled:
        return protocol.Handled(
            lane=self.lane,
            handler=str(self.handler),
            layer=self.layer,
            sealed=self.sealed,
            parties=frozenset(map(str, self.parties)),
        )


layers = st.none() | st.integers(1, 3)
worlds = st.builds(
    World,
    lane=st.sampled_from(Lane),
    handler=st.sampled_from(PEOPLE),
    layer=layers,
    sealed=st.booleans(),
    parties=st.frozensets(st.sampled_from(PEOPLE), max_size=2),
)
roles = st.builds(protocol.RoleHeld, role=st.sampled_from(Role), layer=layers, class_id=st.none() | st.just("2A"))
viewers = st.builds(protocol.Viewer, id=st.sampled_from(PEOPLE).map(str), roles=st.lists(roles, max_size=3).map(tuple))


@contextmanager
def thrown_away() -> Iterator[None]:
    """What is written inside is undone."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def made(world: World) -> tuple[Incident, Case]:
    """An incident and a case about which access turns on the same."""
    common = {
        "lane": world.lane.value,
        "handler_id": world.handler,
        "layer": world.layer,
        "sealed": world.sealed,
        "opened_at": NOW,
        "version": 1,
    }
    incident = Incident.objects.create(opened_by=CAST.coordinator, **common)
    case = Case.objects.create(
        id=new_id(), incident=incident, subject_id=CAST.subject, edition="", edition_digest="", phase="open",
        as_of=NOW.date(), **common,
    )  # fmt: skip
    Party.objects.bulk_create(Party(case=case, person_id=person) for person in world.parties)
    IncidentParty.objects.bulk_create(IncidentParty(incident=incident, person_id=person) for person in world.parties)
    DutyRow.objects.create(case=case, duty="x", owed_person_id=PEOPLE[0], due=NOW, label_nl="", label_en="", grounds="")
    return incident, case


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(worlds, min_size=1, max_size=4), viewers)
def test_the_filter_is_the_rule(cast: Cast, some: list[World], viewer: protocol.Viewer) -> None:
    with thrown_away():
        rows = [(world, *made(world)) for world in some]
        visible = set(queries.visible_to(viewer).values_list("id", flat=True))
        assert visible == {case.id for world, _, case in rows if protocol.may_see_case(viewer, world.handled)}
        seen = set(incidents.visible_to(viewer).values_list("id", flat=True))
        assert seen == {one.id for world, one, _ in rows if protocol.may_see_incident(viewer, world.handled)}
        assert {duty.case for duty in queries.duties_for(viewer, 50)} <= visible


@pytest.fixture
def case(cast: Cast, school_morning: datetime) -> UUID:
    """A case that was opened just now."""
    return open_case(cast, school_morning)


OUTSIDERS = (
    "charlie", "teacher", "mentor", "other_coordinator", "zorgcoordinator", "fg", "beheerder", "vertrouwenspersoon",
    "hr", "subject", "reporter", "bystander", "guardian", "reporters_guardian",
)  # fmt: skip


@pytest.mark.article("leerlingen-9")
@pytest.mark.parametrize("outsider", OUTSIDERS)
def test_it_is_for_nobody_else(cast: Cast, case: UUID, outsider: str) -> None:
    browser = browser_of(getattr(cast, outsider))
    incident = queries.incident_of(case)
    addresses = [
        f"/zaken/{case}/", f"/zaken/{case}/maatregelen/", f"/zaken/{case}/weigh/", f"/mijn/{case}/",
        f"/incidenten/{incident}/", f"/incidenten/{incident}/feit/", f"/zaken/gebeurtenis/{incident}/persoon/",
    ]  # fmt: skip
    for address in addresses:
        answer = browser.get(address)
        assert answer.status_code == 404, address
        assert TOLD not in answer.content.decode()
    traces = [trace.outcome for trace in access_to("case", str(case))]
    assert set(traces) == {"refused"}
    for page in ("/zaken/", "/incidenten/"):
        assert str(case) not in browser.get(page).content.decode()


def test_who_sees_it_leaves_a_trace(cast: Cast, case: UUID) -> None:
    assert browser_of(cast.director).get(f"/zaken/{case}/").status_code == 200
    assert [(trace.by, trace.outcome) for trace in access_to("case", str(case))] == [(cast.director, "seen")]


def test_who_may_see_it_but_not_work_on_it_can_add_nothing(cast: Cast, case: UUID) -> None:
    browser = browser_of(cast.safety)
    incident = queries.incident_of(case)
    assert browser.get(f"/incidenten/{incident}/").status_code == 200
    assert browser.get(f"/incidenten/{incident}/feit/").status_code == 404
    assert browser.post(f"/zaken/openen/{incident}/{cast.subject}/").status_code == 404


@pytest.mark.article("leerlingen-3")
def test_a_guardian_reads_only_what_the_guardian_was_told(cast: Cast, case: UUID, school_morning: datetime) -> None:
    planned: dict[str, Any] = {"planned_at": school_morning.isoformat(), "place": "Kamer 4"}
    do(cast, case, "invite-hearing", school_morning, person=str(cast.guardian), **planned)
    do(cast, case, "claim-urgency", school_morning, reason="Dit leest alleen de school.")
    page = browser_of(cast.guardian).get(f"/mijn/{case}/").content.decode()
    assert "Kamer 4" in page
    assert "Dit leest alleen de school." not in page
    for other in (cast.second_guardian, cast.guardian_without_authority, cast.reporters_guardian, cast.subject):
        assert browser_of(other).get(f"/mijn/{case}/").status_code == 404


@pytest.mark.article("leerlingen-3")
def test_an_own_view_is_kept_in_the_file(cast: Cast, case: UUID, school_morning: datetime) -> None:
    planned: dict[str, Any] = {"planned_at": school_morning.isoformat(), "place": "Kamer 4"}
    do(cast, case, "invite-hearing", school_morning, person=str(cast.subject), **planned)
    said = {"seen_version": "1", "account": "Ik was niet de eerste."}
    browser = browser_of(cast.subject)
    for _sent in range(2):
        assert browser.post(f"/mijn/{case}/verklaring/", said).status_code == 302
    assert browser.get(f"/mijn/{case}/").content.decode().count("Ik was niet de eerste.") == 1
    assert "Ik was niet de eerste." in browser_of(cast.coordinator).get(f"/zaken/{case}/").content.decode()
