"""Setting a report aside: because another tells the same, or because it is false. Each can be undone."""

from datetime import datetime
from uuid import UUID

from keyzer.incidents import actions as incidents
from keyzer.intake import events, terms
from keyzer.intake.events import Aside, IntakeLane, State
from keyzer.intake.models import Report
from keyzer.kit.writing import writing

from .rows import NotPossible, append, unchanged


def join(report: UUID, into: UUID, reason: str, *, seen: int, by: UUID, at: datetime) -> None:
    """It tells what `into` tells: from now on it goes with that one, its files too. Nothing of it is lost.

    Raises NotPossible for a report with an incident, for a doubt, for itself, and for one that was set aside;
    Conflict when words were added since `seen`.
    """
    with writing():
        row, other = unchanged(report, seen), Report.objects.select_for_update().get(id=into)
        _require_loose(row)
        if into == report or other.state == State.ASIDE or {row.lane, other.lane} != {IntakeLane.MELDING.value}:
            raise NotPossible("a report joins another report that stands by itself")
        together = [report, *Report.objects.filter(part_of=row).order_by("id").values_list("id", flat=True)]
        Report.objects.filter(part_of=row).update(part_of=other, incident=other.incident)
        if other.incident is not None:
            for one in together:
                incidents.add_report(other.incident, one, by=by, at=at)
        row.part_of, row.incident = other, other.incident
        _set_aside(row, events.SetAside(why=Aside.DUBBEL, reason=reason, into=into), by, at)


def set_aside(report: UUID, reason: str, *, seen: int, by: UUID, at: datetime) -> None:
    """What it tells did not happen: nothing follows from it. Raises NotPossible, Conflict."""
    with writing():
        row = unchanged(report, seen)
        _require_loose(row)
        _set_aside(row, events.SetAside(why=Aside.ONJUIST, reason=reason), by, at)


def bring_back(report: UUID, reason: str, *, seen: int, by: UUID, at: datetime) -> None:
    """Undo that it was set aside: an answer is owed again. Raises NotPossible when it was not, Conflict."""
    with writing():
        row = unchanged(report, seen)
        if row.state != State.ASIDE:
            raise NotPossible("this report was not set aside")
        if row.incident is not None:
            incidents.take_out_report(row.incident, report, by=by, at=at)
        row.part_of, row.incident, row.state = None, None, State.READ
        row.due_at = terms.answer_due(IntakeLane(row.lane), at)
        append(row, [events.BroughtBack(reason=reason)], by=by, at=at)


def _require_loose(row: Report) -> None:
    if row.incident is not None or row.state == State.ASIDE:
        raise NotPossible("this report has an incident or was set aside already")


def _set_aside(row: Report, event: events.SetAside, by: UUID, at: datetime) -> None:
    row.state, row.due_at = State.ASIDE, None
    append(row, [event], by=by, at=at)
