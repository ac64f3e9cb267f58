"""The demo's way in opens in a demo school that is served as one, and nowhere else."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from pytest_django import Settings

from keyzer.ledger.actions import open_stream
from keyzer.people import actions
from keyzer.people.actions import SchoolExists
from keyzer.people.models import School
from keyzer.people.roster import NewAccount, NewPerson, NewRole, Roster
from keyzer.protocol import Role
from tests.cast import NOW, SINCE

EVERY_WAY = [(False, False), (False, True), (True, False), (True, True)]
SECOND_SCHOOL = (
    "INSERT INTO people_school (id, name, place, demo, edition, settings, stream)"
    " SELECT 2, name, place, NOT demo, edition, settings, stream FROM people_school"
)


def found(*, demo: bool) -> UUID:
    person = uuid4()
    actions.found_school(name="X", place="", edition="e", demo=demo, settings={}, by=None, at=NOW)
    people = (NewPerson(person, "Dirk", "Maas"),)
    accounts = (NewAccount(person, "dirk"),)
    roles = (NewRole(person, Role.DIRECTEUR, SINCE),)
    actions.enter(Roster(people=people, accounts=accounts, roles=roles), by=None, at=NOW)
    return person


@pytest.mark.django_db
@pytest.mark.parametrize(("made_as_demo", "served_as_demo"), EVERY_WAY)
def test_all_locks_must_be_open(
    client: Client,
    settings: Settings,
    *,
    made_as_demo: bool,
    served_as_demo: bool,
) -> None:
    person = found(demo=made_as_demo)
    settings.KEYZER_DEMO = served_as_demo
    both = made_as_demo and served_as_demo
    page = client.get("/demo/")
    assert page.status_code == (200 if both else 404)
    assert ("Dirk Maas" in page.content.decode()) is both
    assert client.post(f"/demo/{person}/").status_code == (302 if both else 404)
    assert ("_auth_user_id" in client.session) is both


@contextmanager
def without_triggers() -> Iterator[None]:
    """As somebody with the database in hands."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'people_school'")
            triggers = dict(cursor.fetchall())
            for name in triggers:
                cursor.execute(f"DROP TRIGGER {name}")
            yield
            for again in triggers.values():
                cursor.execute(again)
        else:
            cursor.execute("SET LOCAL session_replication_role = replica")
            yield
            cursor.execute("SET LOCAL session_replication_role = origin")


@pytest.mark.django_db
@pytest.mark.parametrize("stream", ["its own", "none", "another"])
def test_who_writes_demo_into_the_database_opens_nothing(client: Client, settings: Settings, stream: str) -> None:
    person = found(demo=False)
    settings.KEYZER_DEMO = True
    other = {"none": uuid4(), "another": open_stream("case", at=NOW)}.get(stream, School.objects.get().stream)
    with without_triggers():
        School.objects.update(demo=True, stream=other)
    assert client.get("/demo/").status_code == 404
    assert client.post(f"/demo/{person}/").status_code == 404
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_without_a_school_there_is_no_demo(client: Client, settings: Settings) -> None:
    settings.KEYZER_DEMO = True
    assert client.get("/demo/").status_code == 404


@pytest.mark.django_db
def test_signing_in_takes_a_post_and_an_existing_person(client: Client, settings: Settings) -> None:
    person = found(demo=True)
    settings.KEYZER_DEMO = True
    assert client.get(f"/demo/{person}/").status_code == 405
    assert client.post(f"/demo/{uuid4()}/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    "act",
    [
        "UPDATE people_school SET demo = NOT demo",
        "DELETE FROM people_school",
        SECOND_SCHOOL,
    ],
)
@pytest.mark.parametrize("demo", [True, False])
def test_the_database_refuses_to_turn_one_into_the_other(act: str, *, demo: bool) -> None:
    found(demo=demo)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(act)


@pytest.mark.django_db
def test_other_things_about_a_school_may_change() -> None:
    found(demo=False)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_school SET name = 'Y', demo = demo")


@pytest.mark.django_db
def test_a_database_serves_one_school() -> None:
    found(demo=True)
    with pytest.raises(SchoolExists):
        found(demo=False)
