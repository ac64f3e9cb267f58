"""The steps towards the police, each with what is done or owed and the page that does it; nothing goes silently."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from keyzer import protocol
from keyzer.cases.doing import command_url
from keyzer.cases.pages import DutyLine
from keyzer.cases.queries import CaseFile
from keyzer.cases.wording import Wording
from keyzer.design.moments import spoken

from .queries import HAND_OVER

DECIDE = "decide-police"


class Step(NamedTuple):
    """A command, the event that shows it was done, and what it is called here."""

    command: str
    event: str
    label: Promise
    follows_report: bool = False
    is_obliged: bool = True


STEPS = (
    Step(
        "consult-community-officer",
        "community-officer-consulted",
        _("Talk it over with the community police officer"),
        is_obliged=False,
    ),
    Step(DECIDE, "police-decided", _("The director decides: report, or not and why")),
    Step(HAND_OVER, "pack-handed-over", _("Put the pack together and hand it over"), follows_report=True),
    Step("file-police-report", "police-report-filed", _("Record the number of the report"), follows_report=True),
    Step("record-police-outcome", "police-outcome-recorded", _("Record what became of it"), follows_report=True),
)
TASK_OFFENCE_STEPS = (
    Step("consult-confidential-inspector", "confidential-inspector-consulted", _("Consult the confidential inspector")),
    Step("judge-suspicion", "suspicion-judged", _("The board judges whether the suspicion is reasonable")),
    Step("inform-before-report", "informed-before-report", _("Tell the parents and the person before the report")),
    Step(HAND_OVER, "pack-handed-over", _("Put the pack together and hand it over")),
    Step("report-offence-to-police", "offence-reported-to-police", _("Record the number of the report")),
    Step("inform-confidential-inspector", "confidential-inspector-informed", _("Tell the confidential inspector")),
    Step("record-police-outcome", "police-outcome-recorded", _("Record what became of it")),
)


def steps(file: CaseFile, wording: Wording, now: datetime) -> list[DutyLine]:
    """The steps of this case: those of WVO 2020, 3.39 when somebody with a task at the school is suspected."""
    options = protocol.options(file.edition, file.state, file.actor, now)
    owed = [one for one in protocol.open_duties(file.edition, file.state, now) if one.command]
    chosen = TASK_OFFENCE_STEPS if file.state.task_offence else STEPS
    known = {one.kind for one in options}
    return [_line(file, step, options, owed, wording, now) for step in chosen if step.command in known]


def _line(
    file: CaseFile,
    step: Step,
    options: Sequence[protocol.Option],
    owed: Sequence[protocol.Duty],
    wording: Wording,
    now: datetime,
) -> DutyLine:
    mine = [one for one in options if one.kind == step.command]
    duties = [one for one in owed if one.command == step.command]
    done = [event for event in file.replayed.events if event.named() == step.event]
    status = _status(file, step, duties, now, is_done=bool(done))
    is_open = status in {"open", "late"}
    return DutyLine(
        label=str(step.label),
        status=status,
        due=min((one.due for one in duties if one.due), default=None) if is_open else None,
        note=_happened(file, done[-1], wording, now) if done else _in_the_way(step, mine, wording) if is_open else "",
        articles=duties[0].grounds if duties else (),
        url=_page(file, mine, duties) if is_open else "",
    )


def _status(file: CaseFile, step: Step, duties: Sequence[protocol.Duty], now: datetime, *, is_done: bool) -> str:
    """A step is open again when something is owed anew, such as a decision about conduct that was named later."""
    if any(one.is_late(now) for one in duties):
        return "late"
    if is_done and not duties:
        return "done"
    return "excepted" if step.follows_report and _not_reported(file) else "open"


def _not_reported(file: CaseFile) -> bool:
    """Whether the last word was not to report."""
    decisions = file.state.police_decisions
    return bool(decisions) and decisions[-1].choice.value == "no-report"


def _page(file: CaseFile, options: Sequence[protocol.Option], duties: Sequence[protocol.Duty]) -> str:
    able = [one for one in options if one.allowed]
    if not able:
        return ""
    if able[0].kind == HAND_OVER:
        return reverse("police:compose", args=[file.id])
    return command_url(file, able[0].kind, duties[0].preset if duties else able[0].preset)


def _in_the_way(step: Step, options: Sequence[protocol.Option], wording: Wording) -> str:
    """The first reason why this person can't do it now, or that it can be left undone."""
    if any(one.allowed for one in options):
        return "" if step.is_obliged else str(_("This is a help; it can be left out."))
    return next((wording.say(reason.text) for one in options for reason in one.barred), "")


def _happened(file: CaseFile, event: protocol.Event, wording: Wording, now: datetime) -> str:
    said = wording.say(protocol.summarise(file.edition, event))
    return f"{said} · {spoken(event.at, now)} · {wording.name(event.by)}"
