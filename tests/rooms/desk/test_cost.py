"""The desk asks the same of the database whatever the school's past: no query of it reads a whole table."""

import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW, Cast, browser_of
from tests.rooms.cases.world import open_case
from tests.rooms.desk.conftest import Telling

FULL_SCAN = re.compile(r"^SCAN (\S+)|Seq Scan on (\S+)")
BY_NUMBER, ONE_ROW = "ledger_event", "people_school"
"""Read from its end, one row far; and the table of the one school."""


def test_no_query_of_a_desk_reads_a_whole_table(cast: Cast, tell: Telling) -> None:
    open_case(cast, NOW)
    tell(cast.reporter)
    for person in (cast.coordinator, cast.director, cast.reporter, cast.beheerder):
        browser = browser_of(person)
        with CaptureQueriesContext(connection) as asked:
            assert browser.get("/").status_code == 200
        assert scanned([query["sql"] for query in asked]) <= {BY_NUMBER, ONE_ROW}


def scanned(queries: list[str]) -> set[str]:
    """The tables that can't be read but whole, by the names that the queries give them."""
    plans: list[str] = []
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # it rightly reads a small table whole, unless it is told not to
            cursor.execute("SET LOCAL enable_seqscan = off")
        for sql in (query for query in queries if query.startswith("SELECT")):
            cursor.execute(("EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN ") + sql)
            plans += [str(row[-1]) for row in cursor.fetchall()]
    return {found[1] or found[2] for plan in plans if (found := FULL_SCAN.search(plan))}
