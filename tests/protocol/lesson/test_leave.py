"""Who gives leave for a lesson and when, without a school: each refusal has its ground, in both languages."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from keyzer import protocol
from keyzer.protocol import AskedPermit, Basis, Device, Lesson, LessonPurpose, Role, RoleHeld, Viewer

EDITION = protocol.current()
STARTS = datetime(2026, 11, 23, 8, 40, tzinfo=UTC)
ENDS = STARTS + timedelta(minutes=50)
IN_ROSTER = Lesson(class_id="2a", starts=STARTS, ends=ENDS, teachers=frozenset({"anna"}))
NOT_IN_ROSTER = replace(IN_ROSTER, teachers=frozenset())
pytestmark = pytest.mark.article("leerlingen-7", "reikwijdte-2")


def teacher(name: str, class_id: str | None = None) -> Viewer:
    return Viewer(id=name, roles=(RoleHeld(role=Role.DOCENT, class_id=class_id),))


def asked(lesson: Lesson = IN_ROSTER, *, says_so: bool = False) -> AskedPermit:
    return AskedPermit(
        lesson=lesson,
        until=lesson.ends,
        kinds=frozenset({Device.PHONE}),
        purpose=LessonPurpose.OPDRACHT,
        members=frozenset({"lena", "daan"}),
        says_so=says_so,
    )


def barred(viewer: Viewer, wanted: AskedPermit, at: datetime = STARTS) -> tuple[protocol.Reason, ...]:
    return protocol.permit_barred(EDITION, viewer, wanted, at)


@pytest.mark.parametrize(
    ("viewer", "lesson", "basis"),
    [
        (teacher("anna"), IN_ROSTER, Basis.ROOSTER),
        (teacher("bob"), IN_ROSTER, Basis.VERVANGT),
        (teacher("bob", "2a"), IN_ROSTER, Basis.VERVANGT),
        (teacher("bob", "2a"), NOT_IN_ROSTER, Basis.KLAS),
        (teacher("bob", "2b"), NOT_IN_ROSTER, Basis.GEEFT_LES),
    ],
)
def test_by_what_somebody_teaches_a_lesson(viewer: Viewer, lesson: Lesson, basis: Basis) -> None:
    assert protocol.basis_of(viewer, lesson) is basis
    takes_a_word = basis in {Basis.VERVANGT, Basis.GEEFT_LES}
    assert bool(barred(viewer, asked(lesson))) is takes_a_word
    assert not barred(viewer, asked(lesson, says_so=True))


def test_who_does_not_teach_can_not_say_so() -> None:
    for role in set(Role) - {Role.DOCENT, Role.MENTOR}:
        viewer = Viewer(id="anna", roles=(RoleHeld(role=role),))
        assert [reason.who for reason in barred(viewer, asked(says_so=True))] == [{Role.DOCENT, Role.MENTOR}]


@pytest.mark.parametrize(
    ("at", "until", "is_given"),
    [
        (STARTS - timedelta(days=1), ENDS, True),
        (STARTS, ENDS, True),
        (ENDS - timedelta(seconds=1), ENDS, True),
        (ENDS, ENDS, False),
        (ENDS + timedelta(days=1), ENDS, False),
        (STARTS, STARTS, False),
        (STARTS + timedelta(minutes=20), STARTS + timedelta(minutes=10), False),
        (STARTS, ENDS + timedelta(seconds=1), False),
    ],
)
def test_leave_is_given_beforehand_and_not_past_the_lesson(at: datetime, until: datetime, *, is_given: bool) -> None:
    assert (not barred(teacher("anna"), replace(asked(), until=until), at)) is is_given


@pytest.mark.parametrize(
    "changed",
    [
        {"pupils": frozenset({"lena", "sem"})},
        {"kinds": frozenset()},
        {"purpose": LessonPurpose.ANDERS, "words": "  "},
        {"words": "x" * 201},
    ],
)
def test_what_is_amiss_is_told_with_its_ground(changed: dict[str, object]) -> None:
    (reason,) = barred(teacher("anna"), replace(asked(), **changed))
    assert reason.text.nl != reason.text.en
    assert set(reason.grounds) <= set(EDITION.articles)


def test_every_reason_is_told_and_not_only_the_first() -> None:
    assert len(barred(teacher("bob"), replace(asked(), kinds=frozenset()), ENDS)) == 3


def test_the_giver_and_the_teacher_of_the_lesson_take_it_back() -> None:
    def refused(viewer: Viewer, giver: str) -> bool:
        return bool(protocol.withdrawal_barred(EDITION, viewer, giver, IN_ROSTER))

    assert not refused(teacher("bob"), "bob")
    assert not refused(teacher("anna"), "bob")
    assert refused(teacher("carl"), "bob")
    assert refused(Viewer(id="anna", roles=(RoleHeld(role=Role.LEERLING),)), "bob")
