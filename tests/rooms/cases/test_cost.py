"""What pages and lists cost: a fixed number of queries, and an order that an index gives, however long the history."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from keyzer.cases import queries
from keyzer.cases.models import Case, DutyRow
from keyzer.incidents import queries as incidents
from keyzer.incidents.models import Incident
from keyzer.kit.ids import new_id
from keyzer.protocol import Lane
from tests.cast import NOW, Cast, browser_of
from tests.rooms.cases.world import open_case

CASE_PAGE = 17  # two of them set the trace of access apart, inside the test's own transaction
LIST_PAGE = 11
LIST_READ = 3


@pytest.fixture
def history(cast: Cast, school_morning: datetime) -> UUID:
    """Sixty cases, each with duties that wait; answers the last."""
    case = open_case(cast, school_morning)
    rows = [_another(cast, number) for number in range(60)]
    Incident.objects.bulk_create(incident for incident, _case in rows)
    Case.objects.bulk_create(one for _incident, one in rows)
    DutyRow.objects.bulk_create(_duty(cast, one, number) for number, (_incident, one) in enumerate(rows))
    return case


def _another(cast: Cast, number: int) -> tuple[Incident, Case]:
    common = {"lane": "leerling", "handler_id": cast.coordinator, "layer": 2, "opened_at": NOW, "version": 1}
    incident = Incident(opened_by=cast.coordinator, **common)
    case = Case(
        id=new_id(), incident=incident, subject_id=cast.subject, edition="", edition_digest="", phase="open",
        as_of=NOW.date(), next_due=NOW + timedelta(hours=number), **common,
    )  # fmt: skip
    return incident, case


def _duty(cast: Cast, case: Case, number: int) -> DutyRow:
    due = NOW + timedelta(hours=number)
    return DutyRow(
        case=case, duty="x", owed_person_id=cast.coordinator, due=due, label_nl="Bellen", label_en="Call", grounds=""
    )


def test_a_case_page_costs_a_fixed_number_of_queries(
    cast: Cast, history: UUID, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    browser = browser_of(cast.coordinator)
    browser.get(f"/zaken/{history}/")
    with django_assert_max_num_queries(CASE_PAGE):
        browser.get(f"/zaken/{history}/")


@pytest.mark.parametrize("address", ["/zaken/", "/incidenten/"])
def test_lists_cost_a_fixed_number_of_queries(
    cast: Cast, history: UUID, address: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    browser = browser_of(cast.coordinator)
    browser.get(address)
    with django_assert_max_num_queries(LIST_PAGE):
        browser.get(address)


def test_reading_a_list_costs_few_queries(
    cast: Cast, history: UUID, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    viewer = cast.viewer(cast.coordinator)
    for read in (
        lambda: queries.page_of(viewer, lane=Lane.LEERLING, phase="open"),
        lambda: queries.duties_for(viewer, 10),
        lambda: incidents.page_of(viewer, lane=Lane.LEERLING),
    ):
        with django_assert_max_num_queries(LIST_READ):
            assert read()


def test_the_next_page_goes_on_where_this_one_ended(cast: Cast, history: UUID) -> None:
    viewer = cast.viewer(cast.coordinator)
    first = queries.page_of(viewer, lane=Lane.LEERLING, phase="open")
    second = queries.page_of(viewer, lane=Lane.LEERLING, phase="open", older_than=first[-1].id)
    assert len(first) == queries.PAGE
    assert min(line.id for line in first) > max(line.id for line in second)


@pytest.mark.parametrize("person", ["coordinator", "director", "teamleider"])
def test_what_waits_comes_in_the_order_of_an_index(cast: Cast, history: UUID, person: str) -> None:
    """Nothing is sorted and no table is walked through, so the length of the history does not count."""
    with CaptureQueriesContext(connection) as asked:
        queries.duties_for(cast.viewer(getattr(cast, person)), 10)
    reads = [one["sql"] for one in asked if "cases_dutyrow" in one["sql"]]
    assert reads
    for sql in reads:
        assert not _steps(sql), sql


def _steps(sql: str) -> list[str]:
    """The words in the database's plan that would mean walking through a table or sorting it."""
    with connection.cursor() as cursor:
        if (
            connection.vendor == "postgresql"
        ):  # with some rows it would rather walk; what counts is whether it could not
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
        cursor.execute(("EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN ") + sql)
        words = " ".join(str(column) for row in cursor.fetchall() for column in row)
    return [word for word in ("TEMP B-TREE", "SCAN cases", "Sort", "Seq Scan") if word in words]


def test_what_waits_is_soonest_first(cast: Cast, history: UUID) -> None:
    waiting = [duty.due for duty in queries.duties_for(cast.viewer(cast.coordinator), 20)]
    assert waiting == sorted(waiting, key=lambda due: due or NOW)
    assert len(waiting) == 20
