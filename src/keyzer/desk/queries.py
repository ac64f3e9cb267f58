"""What the front page and search show, gathered from the rooms below."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.cases import queries as cases
from keyzer.cases import told
from keyzer.cases.wording import Wording, persons_in
from keyzer.design.rows import Row
from keyzer.intake import pages as reports
from keyzer.intake import queries as intake
from keyzer.intake.events import IntakeLane
from keyzer.kit.addresses import address, address_of
from keyzer.kit.clock import local
from keyzer.ledger import queries as ledger
from keyzer.people import queries as people

MOST_ROWS = 50
MOST_FOUND = 20
MOST_TOLD = 5
Waiting = intake.WaitingRow | cases.WaitingDuty


@dataclass(frozen=True)
class Listing:
    """A list of the front page, with what stands there when it is empty and where the rest is."""

    title: str
    rows: list[Row]
    drawing: str = "check"
    nothing: str = ""
    hint: str = ""
    more: str = ""
    more_url: str = ""


def mark(person: UUID, language: str, now: datetime) -> str:
    """An entity tag: it changes with every event in the ledger, and every minute because times are told in words."""
    minute = local(now).strftime("%Y-%m-%dT%H:%M")
    content = f"{person} {language} {ledger.position()} {minute}"
    return f'"{hashlib.sha256(content.encode()).hexdigest()[:32]}"'


def has_work(viewer: protocol.Viewer) -> bool:
    """True for who handles reports or cases, or decides in them."""
    return viewer.holds(*_deciders())


def reads_first(viewer: protocol.Viewer) -> bool:
    """True for whom what waits comes before the doors: who has work, and a parent whom the school told something."""
    return has_work(viewer) or viewer.holds(protocol.Role.OUDER)


def lists(viewer: protocol.Viewer, now: datetime, language: str) -> list[Listing]:
    """What waits first; then what this person told; then what was decided about him or his child."""
    found = [_about_own(viewer, now), _told(viewer)]
    if viewer.holds(*people.STAFF):
        found.insert(0, _waiting(viewer, now, language))
    return [each for each in found if each.rows or (each.nothing and has_work(viewer))]


def found(viewer: protocol.Viewer, text: str) -> list[Row]:
    """Persons by name, number or class; nothing for who may not search."""
    return [
        Row(
            sentence=person.name,
            url=address_of("dossier:file", person.id),
            icon="person",
            detail=_("Class %(name)s") % {"name": person.class_name} if person.class_name else _("Works here"),
        )
        for person in people.search(viewer, text, MOST_FOUND)
    ]


def _waiting(viewer: protocol.Viewer, now: datetime, language: str) -> Listing:
    waiting: list[Waiting] = [*intake.waiting_for(viewer, MOST_ROWS), *cases.duties_for(viewer, MOST_ROWS)]
    soonest = sorted(waiting, key=lambda each: (_due(each) is None, _due(each) or now))[:MOST_ROWS]
    return Listing(
        title=_("What waits for you"),
        rows=_rows(soonest, language),
        nothing=_("Nothing waits for you"),
        hint=_("New reports and duties appear here, the most urgent first."),
        more=_("All cases"),
        more_url=address("cases:index"),
    )


def _due(waiting: Waiting) -> datetime | None:
    return waiting.due_at if isinstance(waiting, intake.WaitingRow) else waiting.due


def _rows(waiting: Sequence[Waiting], language: str) -> list[Row]:
    """Words are looked up once for all rows."""
    labels = [each.label for each in waiting if isinstance(each, cases.WaitingDuty)]
    wording = Wording(language, people.names(persons_in(labels)))
    asks, about, still_to_do = _("%(name)s waits for your answer"), _("Case about %(name)s"), _("Still to do")
    lanes = {IntakeLane.TWIJFEL: ("doubt", _("A doubt")), IntakeLane.MELDING: ("report", _("A report"))}

    def report_row(report: intake.WaitingRow) -> Row:
        icon, lane = lanes[report.lane]
        url = address_of("intake:show", report.id)
        return Row(sentence=asks % {"name": report.reporter}, url=url, icon=icon, detail=lane, due=report.due_at)

    def duty_row(duty: cases.WaitingDuty) -> Row:
        return Row(
            sentence=wording.say(duty.label),
            url=address_of("cases:show", duty.case),
            icon="clock",
            detail=about % {"name": duty.subject_name},
            due=duty.due,
            kind="" if duty.due else "open",
            label="" if duty.due else still_to_do,
        )

    return [report_row(each) if isinstance(each, intake.WaitingRow) else duty_row(each) for each in waiting]


def _about_own(viewer: protocol.Viewer, now: datetime) -> Listing:
    """What the school told this person about himself or a child."""
    rows = told.rows(cases.own_cases(viewer, now), now)
    return Listing(title=_("From school, about you or your child"), rows=rows)


def _told(viewer: protocol.Viewer) -> Listing:
    return Listing(
        title=_("What you told us"),
        rows=[reports.row(report, own=True) for report in intake.own_reports(viewer)[:MOST_TOLD]],
        more=_("All your reports"),
        more_url=address("intake:mine"),
    )


@cache
def _deciders() -> tuple[protocol.Role, ...]:
    """Who decides a measure, by the edition in force."""
    measures = protocol.current().measures.values()
    return tuple({role for measure in measures for role in measure.decided_by})
