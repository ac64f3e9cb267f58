"""What is owed changes by time alone, and the lists follow it."""

from datetime import timedelta

import pytest

from keyzer import protocol
from keyzer.cases import actions, queries
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.models import Person
from tests.cast import NOW, TODAY, Cast
from tests.rooms.cases import world

pytestmark = pytest.mark.django_db


@pytest.mark.article("leerlingen-9")
def test_a_pupil_who_turns_18_takes_the_guardians_place_on_the_desk(cast: Cast) -> None:
    Person.objects.filter(id=cast.subject).update(born=TODAY.replace(year=TODAY.year - 18) + timedelta(days=1))
    case = world.open_case(cast, NOW)
    assert _owed(cast) >= {f"contact:{cast.guardian}", "hear"}
    assert actions.let_time_pass(NOW) == 0, "the tables are of today"
    assert actions.let_time_pass(NOW + timedelta(days=1)) == 1
    assert actions.let_time_pass(NOW + timedelta(days=1)) == 0
    assert _owed(cast) >= {f"contact:{cast.subject}", "hear"}
    assert f"contact:{cast.guardian}" not in _owed(cast)
    assert queries.version(case) == 1, "time is no act: nothing is written in the case"


@pytest.mark.article("leerlingen-5")
def test_who_was_affected_stays_on_the_desk_after_the_case_was_closed_until_asked_again(cast: Cast) -> None:
    case = world.open_case(cast, NOW)
    for guardian in (cast.guardian, cast.second_guardian):
        said = {"channel": "telefoon", "contacted_at": NOW, "reached": True, "answer": "We praten thuis."}
        command = protocol.parse_command("record-contact", {"guardian": str(guardian), **said})
        actions.act(case, command, seen=queries.version(case), by=cast.coordinator, at=NOW)
    today = clock.local(NOW).date()
    world.do(cast, case, "plan-aftercare", NOW, person=str(cast.reporter), planned_on=today, purpose="Hoe gaat het?")
    world.do(cast, case, "record-aftercare", NOW, person=str(cast.reporter), account="Beter.")
    world.do(cast, case, "end-without-measure", NOW, ground="solved", reason="Opgelost.")
    world.do(cast, case, "close", NOW, summary="Klaar.")
    assert _owed(cast) == {f"aftercare-again:{cast.reporter}"}
    world.do(cast, case, "record-aftercare", NOW + timedelta(days=28), person=str(cast.reporter), account="Goed.")
    assert _owed(cast) == set()


def _owed(cast: Cast) -> set[str]:
    viewer = people.viewer_of(cast.coordinator, TODAY)
    return {one.duty for one in queries.duties_for(viewer, 50)}
