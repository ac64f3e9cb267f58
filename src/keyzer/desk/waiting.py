"""What waits for somebody, in the order in which to see to it: too late, today, within a week, later."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.cases import queries as cases
from keyzer.cases.wording import Wording, persons_in
from keyzer.design.moments import is_past
from keyzer.design.rows import Row
from keyzer.intake import queries as intake
from keyzer.intake.events import IntakeLane
from keyzer.kit.addresses import address_of
from keyzer.kit.clock import local
from keyzer.people import queries as people

MOST = 50
WEEK = timedelta(days=7)
Waiting = intake.WaitingRow | intake.WaitingTalk | cases.WaitingDuty


@dataclass(frozen=True)
class Group:
    """Rows that are due in the same stretch of time."""

    title: str
    rows: list[Row]


def groups(viewer: protocol.Viewer, now: datetime, language: str) -> list[Group]:
    """At most MOST things, the soonest first; a stretch of time in which nothing is due is left out."""
    talks = intake.talks_waiting_for(viewer, MOST)
    waiting: list[Waiting] = [*talks, *intake.waiting_for(viewer, MOST), *cases.duties_for(viewer, MOST)]
    soonest = sorted(waiting, key=lambda each: (_due(each, now) is None, _due(each, now) or now))[:MOST]
    titles = (_("Too late"), _("Today"), _("Within a week"), _("Later"))
    found: list[list[Row]] = [[] for _title in titles]
    for each, row in zip(soonest, _rows(soonest, language), strict=True):
        found[_stretch(_due(each, now), now)].append(row)
    return [Group(title, rows) for title, rows in zip(titles, found, strict=True) if rows]


def _stretch(due: datetime | None, now: datetime) -> int:
    """The place in the row of titles: 0 is too late, 3 is later or without a term."""
    if due is None:
        return 3
    if is_past(due, now):
        return 0
    day, today = local(due).date(), local(now).date()
    if day == today:
        return 1
    return 2 if day <= today + WEEK else 3


def _due(waiting: Waiting, now: datetime) -> datetime | None:
    """When it is due; who talks to the adviser has no term, and is not left waiting until tomorrow."""
    if isinstance(waiting, intake.WaitingTalk):
        return now
    return waiting.due_at if isinstance(waiting, intake.WaitingRow) else waiting.due


def _talk_row(talk: intake.WaitingTalk, label: str) -> Row:
    sentence = _("Somebody waits for you in confidence")
    return Row(sentence=sentence, url=address_of("intake:talk", talk.id), icon="chat", kind="waits", label=label)


def _persons(waiting: Sequence[Waiting]) -> set[UUID]:
    """Everybody whose name the rows say."""
    duties = [each for each in waiting if isinstance(each, cases.WaitingDuty)]
    reporters = {each.reporter for each in waiting if isinstance(each, intake.WaitingRow) and each.reporter}
    return reporters | {duty.subject for duty in duties} | persons_in(duty.label for duty in duties)


def _rows(waiting: Sequence[Waiting], language: str) -> Iterable[Row]:
    """Words and names are looked up once for all rows."""
    names = people.names(_persons(waiting))
    wording = Wording(language, names)
    asks, about, still_to_do = _("%(name)s waits for your answer"), _("Case about %(name)s"), _("Still to do")
    lanes = {IntakeLane.TWIJFEL: ("doubt", _("A doubt")), IntakeLane.MELDING: ("report", _("A report"))}

    def report_row(report: intake.WaitingRow) -> Row:
        icon, lane = lanes[report.lane]
        url = address_of("intake:show", report.id)
        reporter = names.get(report.reporter, "") if report.reporter else report.unnamed
        return Row(sentence=asks % {"name": reporter}, url=url, icon=icon, detail=lane, due=report.due_at)

    def duty_row(duty: cases.WaitingDuty) -> Row:
        return Row(
            sentence=wording.say(duty.label),
            url=address_of("cases:show", duty.case),
            icon="clock",
            detail=about % {"name": names[duty.subject]},
            due=duty.due,
            kind="" if duty.due else "open",
            label="" if duty.due else still_to_do,
        )

    def row(each: Waiting) -> Row:
        if isinstance(each, intake.WaitingTalk):
            return _talk_row(each, still_to_do)
        return report_row(each) if isinstance(each, intake.WaitingRow) else duty_row(each)

    return [row(each) for each in waiting]
