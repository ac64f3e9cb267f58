"""Who owes something is told by mail before it is due and when it is late; nobody learns whom it is about."""

import threading
from datetime import datetime, timedelta
from uuid import UUID

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from keyzer.cases import queries as cases
from keyzer.desk import actions
from keyzer.desk.models import Told
from keyzer.people.actions import enter
from keyzer.people.roster import NewRole, Roster
from keyzer.post.models import Outgoing
from keyzer.protocol import Role
from tests.cast import NOW, SINCE, Cast
from tests.rooms.cases.world import do, open_case
from tests.rooms.desk.conftest import Telling
from tests.safety.world import tell_board

DAY = timedelta(days=1)
MORNING = NOW + DAY - timedelta(hours=2)  # Tuesday, eight o'clock
MOST_QUERIES_A_PERSON = 25


def mails(person: UUID | None = None) -> list[tuple[str, int, str]]:
    """Kind, number of things and page of each mail, in the order in which they were queued."""
    rows = Outgoing.objects.all() if person is None else Outgoing.objects.filter(to_id=person)
    return list(rows.order_by("queued_at", "id").values_list("kind", "count", "path"))


@pytest.fixture
def case(cast: Cast) -> UUID:
    """Opened on Monday: contact with two guardians by Tuesday, the talk by Thursday."""
    return open_case(cast, NOW)


def test_a_coordinator_gets_one_reminder_a_morning_with_the_count(cast: Cast, case: UUID) -> None:
    viewer = cast.viewer(cast.coordinator)
    tomorrow = MORNING + DAY
    due = [duty for duty in cases.duties_for(viewer, 50) if duty.due and duty.due < tomorrow.replace(hour=23)]
    assert due
    actions.remind(MORNING)
    actions.remind(MORNING + timedelta(minutes=1))
    assert mails(cast.coordinator) == [("reminder", len(due), "/")]


def test_what_arises_and_is_due_on_the_same_day_is_told_at_once(cast: Cast, tell: Telling, case: UUID) -> None:
    actions.remind(NOW)
    Outgoing.objects.all().delete()
    do(cast, case, "reassign", NOW, by=cast.director, handler=str(cast.safety), reason="Zij kent de klas.")
    at = NOW + timedelta(hours=1)
    actions.remind(at)
    assert [kind for kind, _count, _path in mails(cast.safety)] == ["reminder"]


def test_a_report_that_waits_for_an_answer_is_told_too(cast: Cast, tell: Telling) -> None:
    tell(cast.reporter)
    actions.remind(NOW)
    assert [kind for kind, _count, _path in mails(cast.coordinator)] == ["reminder"]


def test_what_is_late_is_told_to_who_owes_it_and_a_day_later_to_the_team_leader(cast: Cast, case: UUID) -> None:
    actions.remind(MORNING)
    actions.remind(MORNING + timedelta(hours=9))
    assert mails(cast.teamleider) == []
    late = [mail for mail in mails(cast.coordinator) if mail[0] == "late"]
    assert len(late) == 1
    actions.remind(MORNING + DAY)
    assert mails(cast.teamleider)[0] == ("late-at-colleague", late[0][1], f"/zaken/{case}/")
    actions.remind(MORNING + DAY + timedelta(minutes=5))
    assert len(mails(cast.teamleider)) == 1


def test_for_several_cases_who_can_help_is_sent_to_the_list(cast: Cast, case: UUID) -> None:
    open_case(cast, NOW)
    for hours in (0, 9, 24):
        actions.remind(MORNING + timedelta(hours=hours))
    ((_kind, count, path),) = [mail for mail in mails(cast.teamleider) if mail[0] == "late-at-colleague"]
    assert count > 1
    assert path == "/zaken/"


def test_who_owes_it_is_not_asked_to_help(cast: Cast, case: UUID) -> None:
    """The team leader handles it, so the director is told."""
    do(cast, case, "reassign", NOW, by=cast.director, handler=str(cast.teamleider), reason="Ziek.")
    for hours in (0, 9, 24):
        actions.remind(MORNING + timedelta(hours=hours))
    assert "late-at-colleague" in [kind for kind, _count, _path in mails(cast.director)]
    assert "late-at-colleague" not in [kind for kind, _count, _path in mails(cast.teamleider)]


def test_who_may_not_see_the_case_is_told_nothing(cast: Cast, case: UUID) -> None:
    for hours in range(0, 72, 3):
        actions.remind(MORNING + timedelta(hours=hours))
    for person in (cast.other_coordinator, cast.mentor, cast.charlie, cast.fg, cast.beheerder, cast.subject):
        assert mails(person) == []


def test_what_is_done_is_not_told(cast: Cast, case: UUID) -> None:
    for guardian in (cast.guardian, cast.second_guardian):
        do(
            cast,
            case,
            "record-contact",
            NOW,
            guardian=str(guardian),
            channel="telefoon",
            contacted_at=NOW.isoformat(),
            reached=True,
            answer="Ze schrok.",
        )
    actions.remind(MORNING)
    assert "reminder" not in [kind for kind, _count, _path in mails(cast.coordinator)]


def test_no_mail_holds_a_path_to_a_person(cast: Cast, case: UUID, tell: Telling) -> None:
    tell(cast.reporter)
    for hours in range(0, 72, 3):
        actions.remind(MORNING + timedelta(hours=hours))
    people = [str(person) for _name, person in cast.people()]
    assert [path for _kind, _count, path in mails() for person in people if person in path] == []


@pytest.mark.parametrize("now", [NOW + timedelta(days=5), NOW + timedelta(hours=11)])
def test_outside_working_hours_only_what_cannot_wait_is_told(cast: Cast, case: UUID, now: datetime) -> None:
    actions.remind(now)
    assert {kind for kind, _count, _path in mails()} <= {"pressing"}


@pytest.mark.article("personeel-9")
def test_what_the_board_must_do_at_once_is_told_on_a_saturday_night(cast: Cast) -> None:
    saturday_night = NOW + timedelta(days=5, hours=13)
    with time_machine.travel(saturday_night, tick=False):
        tell_board(cast)
    Outgoing.objects.all().delete()
    actions.remind(saturday_night + timedelta(minutes=1))
    assert [(kind, path) for kind, _count, path in mails()] == [("pressing", "/")]
    assert mails(cast.board) == mails()
    actions.remind(saturday_night + timedelta(hours=2))
    assert [kind for kind, _count, _path in mails(cast.board)] == ["pressing", "late"]


def test_a_role_given_today_is_reminded_today(cast: Cast, case: UUID) -> None:
    enter(Roster(roles=(NewRole(cast.charlie, Role.COORDINATOR, SINCE, layer=3),)), by=None, at=NOW)
    actions.remind(MORNING)
    assert mails(cast.charlie) == []


def test_a_round_asks_little_of_the_database(cast: Cast, case: UUID) -> None:
    actions.remind(MORNING)
    with CaptureQueriesContext(connection) as asked:
        actions.remind(MORNING + timedelta(minutes=1))
    assert len(asked) <= MOST_QUERIES_A_PERSON * 10


@pytest.mark.django_db(transaction=True)
def test_two_processes_at_once_tell_everything_once(transactional_db: None, cast: Cast) -> None:
    open_case(cast, NOW)
    start = threading.Barrier(3)

    def deliverer() -> None:
        try:
            start.wait()
            for minutes in (0, 540, 1440):
                actions.remind(MORNING + timedelta(minutes=minutes))
        finally:
            connection.close()

    threads = [threading.Thread(target=deliverer) for _number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told = list(Told.objects.values_list("person", "about", "duty", "due_on", "stage"))
    assert len(told) == len(set(told)) > 3
    mornings = Outgoing.objects.filter(kind="reminder").values_list("to", "queued_at__date")
    assert len(mornings) == len(set(mornings))
    assert sum(Outgoing.objects.values_list("count", flat=True)) == len(told)
