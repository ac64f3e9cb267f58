"""Leave in a lesson: give it, take it back. The class's history keeps both; who listens to the class is told."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from keyzer import protocol
from keyzer.kit.clock import local
from keyzer.kit.ids import new_id
from keyzer.kit.writing import writing
from keyzer.ledger import queries as ledger
from keyzer.ledger.actions import Entry, append, open_stream
from keyzer.live.actions import tell
from keyzer.people import queries as people
from keyzer.permits import queries
from keyzer.permits.devices import joined
from keyzer.permits.drafts import PermitDraft
from keyzer.permits.models import ClassHistory, Permit, PermitPupil
from keyzer.permits.queries import LessonAhead
from keyzer.permits.reasons import NO_SUCH_LESSON, NotThere, Refused
from keyzer.protocol import AskedPermit
from keyzer.timetable.bells import moment


def give(draft: PermitDraft, *, by: UUID, at: datetime) -> UUID:
    """Give leave from now, or from the begin of a lesson to come; the same twice is one. Raises Refused."""
    with writing():
        lesson = queries.lesson_at(draft.school_class, draft.day, draft.period)
        if lesson is None:
            raise Refused([NO_SUCH_LESSON])
        today, asked = local(at).date(), _asked(draft, lesson)
        viewer = people.viewer_of(by, today)
        if reasons := protocol.permit_barred(protocol.in_force(today), viewer, asked, at):
            raise Refused(reasons)
        row = _row(draft, lesson, asked, protocol.basis_of(viewer, asked.lesson), by, at)
        if (same := _same(row, draft.pupils)) is not None:
            return same
        row.save(force_insert=True)
        PermitPupil.objects.bulk_create([PermitPupil(permit=row, pupil_id=one) for one in sorted(draft.pupils)])
        _record(row, "leave-given", {**_told(row), "words": draft.words, "pupils": _ids(draft.pupils)}, by=by, at=at)
        _tell(row, draft.pupils, at)
    return row.id


def withdraw(permit: UUID, *, by: UUID, at: datetime) -> None:
    """Take leave back from now on; once it is over or taken back nothing changes. Raises NotThere, Refused."""
    with writing():
        found = queries.permit(permit)
        if found is None:
            raise NotThere
        running, lesson = found
        today = local(at).date()
        viewer = people.viewer_of(by, today)
        edition = protocol.in_force(today)
        if reasons := protocol.withdrawal_barred(edition, viewer, str(running.by), lesson.as_asked()):
            raise Refused(reasons)
        row = Permit.objects.select_for_update().get(id=permit)
        if row.withdrawn_at is not None or row.ends <= at:
            return
        row.withdrawn_at, row.withdrawn_by_id = at, by
        row.save(update_fields=["withdrawn_at", "withdrawn_by"])
        _record(row, "leave-withdrawn", {"permit": str(permit)}, by=by, at=at)
        _tell(row, row.pupils.values_list("pupil_id", flat=True), at)


def _asked(draft: PermitDraft, lesson: LessonAhead) -> AskedPermit:
    members = people.pupils_in(draft.school_class, draft.day)
    return AskedPermit(
        lesson=lesson.as_asked(),
        until=moment(draft.day, draft.until) if draft.until else lesson.period.ends,
        kinds=draft.kinds,
        purpose=draft.purpose,
        words=draft.words,
        pupils=frozenset(_ids(draft.pupils)),
        members=frozenset(str(one.id) for one in members),
        says_so=draft.says_so,
    )


def _row(
    draft: PermitDraft, lesson: LessonAhead, asked: AskedPermit, basis: protocol.Basis, by: UUID, at: datetime
) -> Permit:
    return Permit(
        id=new_id(),
        school_class_id=draft.school_class,
        lesson_starts=lesson.period.starts,
        lesson_ends=lesson.period.ends,
        starts=max(at, lesson.period.starts),
        ends=asked.until,
        period=draft.period,
        room=lesson.room,
        kinds=joined(draft.kinds),
        purpose=draft.purpose.value,
        basis=basis.value,
        by_id=by,
        given_at=at,
    )


def _same(row: Permit, pupils: frozenset[UUID]) -> UUID | None:
    """What the same teacher gave already: a button that was tapped twice gives leave once."""
    alike = Permit.objects.filter(
        school_class_id=row.school_class_id,
        lesson_starts=row.lesson_starts,
        ends=row.ends,
        kinds=row.kinds,
        purpose=row.purpose,
        by_id=row.by_id,
        withdrawn_at=None,
    )
    return next((one.id for one in alike if set(one.pupils.values_list("pupil_id", flat=True)) == pupils), None)


def _told(row: Permit) -> dict[str, Any]:
    return {
        "permit": str(row.id),
        "lesson": [row.lesson_starts.isoformat(), row.lesson_ends.isoformat()],
        "from": row.starts.isoformat(),
        "until": row.ends.isoformat(),
        "kinds": row.kinds,
        "purpose": row.purpose,
        "basis": row.basis,
    }


def _record(row: Permit, kind: str, content: dict[str, Any], *, by: UUID, at: datetime) -> None:
    """Add to the history of the class; writers wait for each other on its row."""
    history, is_new = ClassHistory.objects.select_for_update().get_or_create(
        school_class_id=row.school_class_id, defaults={"stream": new_id()}
    )
    if is_new:
        open_stream("class-permits", at=at, stream=history.stream)
    entry = Entry(kind, json.dumps(content).encode())
    append(history.stream, [entry], seen=ledger.version(history.stream), by=by, at=at)


def _tell(row: Permit, pupils: Iterable[UUID], at: datetime) -> None:
    rooms = [f"room:{row.room}"] if row.room else []
    tell(f"class:{row.school_class_id}", *rooms, *(f"pupil:{pupil}" for pupil in pupils), at=at)


def _ids(pupils: Iterable[UUID]) -> list[str]:
    return sorted(map(str, pupils))
