"""Every write about people. Who was given which role, and by whom, is kept in the ledger, without names."""

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth.hashers import make_password

from keyzer.kit.writing import writing
from keyzer.ledger import queries as history
from keyzer.ledger.actions import Conflict, Entry, append, open_stream

from . import queries
from .models import Absence, Employment, Enrolment, Guardianship, Person, RoleHeld, School, SchoolClass, User
from .roster import NewAccount, NewEmployment, NewEnrolment, NewGuardianship, NewRole, Roster

BATCH = 500


class SchoolExists(Exception):
    """The database already serves a school."""


def found_school(
    *, name: str, place: str, edition: str, demo: bool, settings: Mapping[str, Any], by: UUID | None, at: datetime
) -> None:
    """Make the one school of this database. `demo` is decided here and never again. Raises SchoolExists."""
    with writing():
        if School.objects.exists():
            raise SchoolExists("this database already serves a school: use another data folder")
        stream = open_stream("school", at=at)
        School.objects.create(
            name=name, place=place, edition=edition, demo=demo, settings=dict(settings), stream=stream
        )
        _record("school-founded", {"edition": edition, "demo": demo}, by=by, at=at)


def enter(roster: Roster, *, by: UUID | None, at: datetime) -> None:
    """Enter people with their ties, all or nothing. Raises IntegrityError when a number or username is taken."""
    with writing():
        Person.objects.bulk_create([Person(**new._asdict()) for new in roster.people], BATCH)
        User.objects.bulk_create([_account(new) for new in roster.accounts], BATCH)
        SchoolClass.objects.bulk_create([SchoolClass(**new._asdict()) for new in roster.classes], BATCH)
        Enrolment.objects.bulk_create([_enrolment(new) for new in roster.enrolments], BATCH)
        RoleHeld.objects.bulk_create([_role(new) for new in roster.roles], BATCH)
        Employment.objects.bulk_create([_employment(new) for new in roster.employments], BATCH)
        Guardianship.objects.bulk_create([_guardianship(new) for new in roster.guardianships], BATCH)
        _record("people-entered", _summary(roster), by=by, at=at)


def adopt_settings(part: str, values: Mapping[str, Any], *, seen: int, by: UUID, at: datetime) -> None:
    """Fill in a part of what the school decides for itself; what stays as it was is not written, empty is left out.

    `seen` is the version of the school's history that the writer saw. Raises ledger.actions.Conflict when somebody
    filled in this part since.
    """
    with writing():
        row = School.objects.select_for_update().get()
        given = {name: value or None for name, value in values.items()}
        changed = {name: value for name, value in given.items() if row.settings.get(name) != value}
        if not changed:
            return
        if any(change.part == part for change in queries.settings_changes(after=seen)):
            raise Conflict(seen, history.version(row.stream))
        merged = {**row.settings, **changed}
        row.settings = {name: value for name, value in merged.items() if value is not None}
        row.save(update_fields=["settings"])
        _record(queries.ADOPTED, {"part": part, "values": changed}, by=by, at=at)


def note_absence(person: UUID, deputy: UUID, *, since: date, until: date | None, by: UUID, at: datetime) -> None:
    """Somebody is away from `since` to `until`, the last day; `deputy` takes what comes in then (leerlingen-8).

    Raises ValueError for a deputy who is the person, and for an end before the beginning.
    """
    if deputy == person or (until and until < since):
        raise ValueError("an absence needs another person as deputy, and ends on its first day or later")
    with writing():
        Absence.objects.create(person_id=person, deputy_id=deputy, since=since, until=until)
        told = {"person": str(person), "deputy": str(deputy), "since": since.isoformat()}
        told |= {"until": until.isoformat()} if until else {}
        _record("absence-noted", told, by=by, at=at)


def end_absence(absence: int, *, person: UUID, on: date, by: UUID, at: datetime) -> None:
    """The person is back: the day before `on` was the last; one that had not begun goes. Unknown: nothing happens."""
    with writing():
        row = Absence.objects.select_for_update().filter(id=absence, person_id=person).first()
        if row is None:
            return
        if row.since >= on:
            row.delete()
        else:
            row.until = on - timedelta(days=1)
            row.save(update_fields=["until"])
        _record("absence-ended", {"person": str(person), "on": on.isoformat()}, by=by, at=at)


def _account(new: NewAccount) -> User:
    password = make_password(new.password)
    return User(person_id=new.person, username=new.username, email=new.email, password=password)


def _enrolment(new: NewEnrolment) -> Enrolment:
    return Enrolment(pupil_id=new.pupil, school_class_id=new.school_class, since=new.since, until=new.until)


def _role(new: NewRole) -> RoleHeld:
    return RoleHeld(
        person_id=new.person,
        role=new.role.value,
        layer=new.layer,
        school_class_id=new.school_class,
        since=new.since,
        until=new.until,
    )


def _employment(new: NewEmployment) -> Employment:
    return Employment(
        person_id=new.person, function=new.function, since=new.since, until=new.until, manager_id=new.manager
    )


def _guardianship(new: NewGuardianship) -> Guardianship:
    return Guardianship(
        guardian_id=new.guardian,
        child_id=new.child,
        since=new.since,
        until=new.until,
        authority=new.authority,
        lives_with=new.lives_with,
    )


def _summary(roster: Roster) -> dict[str, Any]:
    """How much was entered, and every role by name: who may do what must be traceable."""
    roles = [[str(new.person), new.role.value, str(new.since), str(new.until or ""), new.layer] for new in roster.roles]
    counts = {part: len(records) for part, records in roster._asdict().items()}
    return {"counts": counts, "roles": roles}


def _record(kind: str, content: dict[str, Any], *, by: UUID | None, at: datetime) -> None:
    """Add to the school's history; writers wait for each other on the school's row."""
    stream = School.objects.select_for_update().values_list("stream", flat=True).get()
    append(stream, [Entry(kind, json.dumps(content).encode())], seen=history.version(stream), by=by, at=at)
