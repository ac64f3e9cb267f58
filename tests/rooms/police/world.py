"""What the tests of this room share: a case of stalking with two subjects, evidence with it, and a decided report."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile

from keyzer.cases import actions as cases
from keyzer.cases import queries as case_queries
from keyzer.intake import actions as intake
from keyzer.intake import queries as reports
from keyzer.intake.actions import IncidentDraft
from keyzer.police import queries
from keyzer.police.events import Choices, Shown
from keyzer.protocol import Part
from tests.cast import Cast, browser_of
from tests.rooms.cases.world import do
from tests.rooms.intake.conftest import report_fields, report_id
from tests.rooms.intake.samples import PNG

FACTS = "Op 16 november stuurde Daan 140 berichten aan Noor, ook nadat zij vroeg om te stoppen."
CHAT = b"16-11 19:04 laat me met rust\n16-11 19:05 nee\n"
FILES = {"chat.txt": CHAT, "groep.png": PNG}

Evidence = Mapping[str, bytes]


class Stalking(NamedTuple):
    """The case about the subject; the pupil of the third year is another subject of the same incident."""

    report: UUID
    incident: UUID
    case: UUID
    files: dict[str, UUID]


def stalking(
    cast: Cast, at: datetime, *, conduct: Sequence[str] = ("belaging",), evidence: Evidence = FILES
) -> Stalking:
    """Noor was affected, Sem saw it, Lena reported it; Daan and Fleur are each a subject."""
    report = told(cast, evidence)
    persons = [
        (cast.reporter, Part.MELDER),
        (cast.affected, Part.BETROKKENE),
        (cast.bystander, Part.GETUIGE),
        (cast.subject, Part.ONDERWERP),
        (cast.third_year, Part.ONDERWERP),
    ]
    draft = IncidentDraft(FACTS, date(2026, 11, 16), "online", persons, list(conduct))
    incident = intake.open_incident(report, draft, seen=len(evidence) + 1, by=cast.coordinator, at=at)
    case = cases.open_case(incident, cast.subject, by=cast.coordinator, at=at)
    files = {one.file.name: one.file.file for one in reports.files_of(incident)}
    return Stalking(report, incident, case, files)


def told(cast: Cast, evidence: Evidence) -> UUID:
    """The report, with its files, as a browser sends it."""
    sent = [SimpleUploadedFile(name, content) for name, content in evidence.items()]
    answer = browser_of(cast.reporter).post("/melden/nieuw/melding/", report_fields(evidence=sent))
    assert answer.status_code == 302, answer.content.decode()
    return report_id(answer.headers["Location"])


def decide_to_report(cast: Cast, case: UUID, at: datetime) -> None:
    """The coordinator writes down what was established; the director decides to report."""
    do(cast, case, "establish-facts", at, text=FACTS, happened_on="2026-11-16", place="thuis", channel="Snapchat")
    do(cast, case, "decide-police", at, by=cast.director, choice="report", reason="Het hield niet op.")


def file_of(cast: Cast, case: UUID, by: UUID | None = None) -> case_queries.CaseFile:
    """The case as the director, or somebody else, sees it."""
    file = queries.case_for(cast.viewer(by or cast.director), case)
    assert file is not None
    return file


def choices(cast: Cast, world: Stalking, **changed: object) -> Choices:
    """What a careful director chooses: the affected person, the chat without anybody else, not the group's picture."""
    said: dict[str, object] = {
        "facts": FACTS,
        "when": "maandag 16 november 2026",
        "where": "thuis, Snapchat",
        "persons": (cast.affected,),
        "moments": (1, 2),
        "evidence": dict.fromkeys(world.files.values(), Shown.OTHERS) | {world.files["chat.txt"]: Shown.NOBODY},
        **changed,
    }
    return Choices(**said)  # type: ignore[arg-type]  # a test names what it changes
