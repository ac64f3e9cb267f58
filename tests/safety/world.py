"""One of everything that an address can name, so that each page can be asked for by each person."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from keyzer.cases import actions as cases
from keyzer.cases import queries as case_queries
from keyzer.incidents import actions as incidents
from keyzer.intake import queries as intake
from keyzer.protocol import Part
from tests.cast import Cast, browser_of
from tests.rooms.cases.world import do, open_case
from tests.rooms.intake.conftest import STORY, report_fields, report_id
from tests.rooms.intake.samples import PNG

STAFF_STORY = "Meester stuurde Waterlelie berichten op zondag"


class World(NamedTuple):
    """Ids of what there is: about a pupil, and about a member of staff."""

    report: UUID
    doubt: UUID
    file: UUID
    incident: UUID
    case: UUID
    staff_incident: UUID
    staff_case: UUID


def tell(by: UUID, lane: str, **more: object) -> UUID:
    """A report or a doubt, sent as a browser sends it."""
    step = "1" if lane == "twijfel" else "2"
    answer = browser_of(by).post(f"/melden/nieuw/{lane}/", report_fields(step=step, **more))
    assert answer.status_code == 302, answer.content.decode()
    return report_id(answer.headers["Location"])


def staff_incident(cast: Cast, at: datetime) -> UUID:
    """An incident about a teacher, opened by the coordinator, who no longer sees it."""
    return incidents.open_incident(
        by=cast.coordinator,
        at=at,
        told=STAFF_STORY,
        happened_on=at.date(),
        place="online",
        persons=[(cast.reporter, Part.MELDER), (cast.affected, Part.BETROKKENE), (cast.teacher, Part.ONDERWERP)],
        conduct=[],
        layer=2,
        report=None,
    )


def build(cast: Cast, at: datetime) -> World:
    """Everything once; the subject and one guardian were invited, so they have a page of their own."""
    report = tell(cast.reporter, "melding", evidence=[SimpleUploadedFile("chat.png", PNG)])
    page = intake.page(cast.viewer(cast.coordinator), report)
    assert page is not None
    assert page.told.words == STORY
    case = open_case(cast, at)
    for person in (cast.subject, cast.guardian):
        do(cast, case, "invite-hearing", at, person=str(person), planned_at=at.isoformat(), place="Kamer 4")
    about_staff = staff_incident(cast, at)
    return World(
        report=report,
        doubt=tell(cast.reporter, "twijfel"),
        file=page.evidence[0].file,
        incident=case_queries.incident_of(case),
        case=case,
        staff_incident=about_staff,
        staff_case=cases.open_case(about_staff, cast.teacher, by=cast.teamleider, at=at),
    )


def nobody() -> UUID:
    """An id that names nothing."""
    return uuid4()
