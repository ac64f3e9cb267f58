"""The school grows, the number of queries does not, and none of them reads a table it need not."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from keyzer import protocol
from keyzer.acknowledgements import actions, queries
from keyzer.acknowledgements.actions import Asked, How, ListedRow
from keyzer.acknowledgements.models import Signature
from keyzer.protocol import Audience
from tests.cast import NOW, TODAY, Cast
from tests.rooms.acknowledgements.big_school import PUPILS, STAFF, big_id, enter_big_school

EDITION = protocol.current().id
BUDGET = 9


@pytest.fixture
def big_school(cast: Cast) -> Cast:
    """The cast among 1,200 pupils, half of whom signed."""
    enter_big_school()
    half = [big_id("pupil", number) for number in range(0, PUPILS, 2)]
    listed = [ListedRow(Asked(pupil, pupil, Audience.LEERLING), EDITION, "nl", NOW) for pupil in half]
    actions.record_many(listed, how=How.IMPORT, by=None, at=NOW)
    return cast


def test_coverage_of_a_big_school_is_a_handful_of_queries(big_school: Cast) -> None:
    with CaptureQueriesContext(connection) as asked:
        found = queries.coverage(TODAY)
    assert len(asked) <= 8 < BUDGET
    assert found.audiences[Audience.LEERLING].signed == PUPILS / 2
    assert found.audiences[Audience.PERSONEEL].people > STAFF
    assert len(found.classes) == 48 + 4
    assert list(found.locations) == ["Dependance", "Hoofdgebouw", ""]
    assert found.audiences_in[""][Audience.PERSONEEL].people > STAFF


def test_other_reads_stay_within_their_budget(big_school: Cast) -> None:
    cast = big_school
    director = cast.viewer(cast.director)
    for most, read in (
        (BUDGET, lambda: queries.asked_of(cast.guardian, TODAY)),
        (BUDGET, lambda: queries.missing(director, big_id("class", 3), TODAY)),
        (BUDGET, lambda: queries.not_bound_yet(TODAY)),
        (BUDGET, lambda: queries.forecast(protocol.current(), TODAY)),
        (1, lambda: queries.standing_of(cast.subject, TODAY)),
    ):
        with CaptureQueriesContext(connection) as asked:
            read()
        assert len(asked) <= most, "\n".join(query["sql"] for query in asked)


def test_what_stands_is_found_by_index(big_school: Cast) -> None:
    if connection.vendor == "postgresql":  # it reads a small table whole, unless there is no other way
        connection.cursor().execute("SET LOCAL enable_seqscan = off")
    standing = Signature.objects.filter(ended_at=None)
    for rows in (
        standing.filter(edition__in=[EDITION]).values_list("signer_id", "on_behalf_of_id", "audience", "state"),
        standing.filter(on_behalf_of_id=big_school.subject, signer_id=big_school.subject),
        Signature.objects.filter(signer_id=big_school.subject),
    ):
        plan = rows.explain().lower()
        assert "index" in plan
        assert "scan acknowledgements" not in plan
        assert "seq scan" not in plan
