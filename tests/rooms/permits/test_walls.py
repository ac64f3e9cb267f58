"""The pages for wall and door: for everybody with the address, about nobody, until somebody takes them down."""

from datetime import datetime
from uuid import UUID

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from keyzer.ledger import queries as ledger
from keyzer.live import queries as live
from keyzer.permits import actions as permits
from keyzer.permits.actions import walls as actions
from keyzer.permits.models import WallLink
from keyzer.permits.queries import walls as queries
from tests.cast import NOW, Cast, browser_of
from tests.rooms.permits.world import give, ring

pytestmark = pytest.mark.article("leerlingen-7")
ROOM = "114"


@pytest.fixture
def lessons(cast: Cast, school_morning: datetime) -> Cast:
    """Ten o'clock on Monday: 2A has a lesson in room 114 until half past ten."""
    ring(cast)
    return cast


def of_class(cast: Cast) -> str:
    return address(actions.hang(school_class=cast.class_2a, room="", by=cast.mentor, at=NOW))


def of_room(cast: Cast, room: str = ROOM) -> str:
    return address(actions.hang(school_class=None, room=room, by=cast.mentor, at=NOW))


def address(wall: UUID) -> str:
    found = queries.wall_by_id(wall)
    assert found is not None
    return reverse("permits:wall-class" if found.school_class else "permits:wall-room", args=[found.token])


def part_of(page: str) -> str:
    return reverse("permits:wall-now", args=[page.rstrip("/").rpartition("/")[2]])


def test_everybody_sees_yes_or_no_and_no_person(lessons: Cast) -> None:
    visitor = Client()
    for page in (of_class(lessons), of_room(lessons)):
        words = visitor.get(page).content.decode()
        assert "Nee" in words
        assert '<noscript><meta http-equiv="refresh" content="30"></noscript>' in words
    give(lessons)
    for page in (of_class(lessons), of_room(lessons)):
        words = visitor.get(page).content.decode()
        assert "Ja" in words
        assert "tot 10:30" in words
        for _name, person in lessons.people():
            assert str(person) not in words
        assert "Lena" not in words
        assert str(lessons.class_2a) not in words


def test_the_part_is_sent_again_only_when_the_answer_is_another(lessons: Cast) -> None:
    visitor, part = Client(), part_of(of_class(lessons))
    first = visitor.get(part)
    assert first["Keyzer-Again"] == "1801"
    assert visitor.get(part, headers={"If-None-Match": first["ETag"]}).status_code == 304
    permit = give(lessons)
    second = visitor.get(part, headers={"If-None-Match": first["ETag"]})
    assert second.status_code == 200
    permits.withdraw(permit, by=lessons.teacher, at=NOW)
    assert visitor.get(part)["ETag"] == first["ETag"] != second["ETag"]


def test_what_hangs_already_stays_and_each_gets_an_address_of_its_own(lessons: Cast) -> None:
    page = of_class(lessons)
    assert of_class(lessons) == page
    assert of_room(lessons) != of_room(lessons, "116")
    assert WallLink.objects.count() == 3
    row = WallLink.objects.get(room=ROOM)
    row.id, row.token = row.stream, "another"
    with pytest.raises(IntegrityError):
        row.save(force_insert=True)


def test_a_page_that_is_taken_down_is_gone_for_everybody_and_a_new_one_has_a_new_address(lessons: Cast) -> None:
    page = of_class(lessons)
    row = WallLink.objects.get()
    before = live.number_of([f"class:{lessons.class_2a}"])
    for _twice in range(2):
        actions.take_down(row.id, by=lessons.director, at=NOW)
    assert {Client().get(path).status_code for path in (page, part_of(page))} == {404}
    assert live.number_of([f"class:{lessons.class_2a}"]) == before + 1
    assert [(one.kind, one.by) for one in ledger.read(row.stream)] == [
        ("wall-put-up", lessons.mentor),
        ("wall-taken-down", lessons.director),
    ]
    assert of_class(lessons) != page


def test_a_word_that_was_never_made_leads_nowhere_and_neither_does_the_other_kind(lessons: Cast) -> None:
    token = of_class(lessons).rstrip("/").rpartition("/")[2]
    for name, word in (("wall-class", "geen"), ("wall-room", "geen"), ("wall-now", "geen"), ("wall-room", token)):
        assert Client().get(reverse(f"permits:{name}", args=[word])).status_code == 404, name


def test_staff_put_up_a_page_of_what_there_is_and_only_some_take_it_down(lessons: Cast) -> None:
    teacher, director = browser_of(lessons.teacher), browser_of(lessons.director)
    assert teacher.post("/telefoon/borden/ophangen/", {"room": ROOM}).status_code == 302
    assert teacher.post("/telefoon/borden/ophangen/", {"room": "nergens"}).status_code == 404
    assert teacher.post("/telefoon/borden/ophangen/", {"school_class": str(lessons.teacher)}).status_code == 404
    row = WallLink.objects.get()
    assert row.room == ROOM
    down = reverse("permits:wall-take-down", args=[row.id])
    assert down not in teacher.get("/telefoon/borden/").content.decode()
    assert teacher.post(down).status_code == 404
    assert browser_of(lessons.subject).get("/telefoon/borden/").status_code == 404
    assert down in director.get("/telefoon/borden/").content.decode()
    assert director.post(down).status_code == 302
    assert queries.wall_by_id(row.id) is None


def test_the_sheet_for_the_door_is_a_paper_with_the_address_as_a_code(lessons: Cast) -> None:
    of_room(lessons)
    teacher = browser_of(lessons.teacher)
    paper = teacher.get(reverse("permits:wall-sheet", args=[WallLink.objects.get().id]))
    assert paper["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")
    assert teacher.get(reverse("permits:wall-sheet", args=[lessons.teacher])).status_code == 404
