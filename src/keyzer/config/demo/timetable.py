"""Bells and lessons of the demo school: each class has a lesson in each hour, each with a teacher of its own."""

from datetime import date, datetime
from uuid import UUID

from keyzer.people.roster import Roster
from keyzer.protocol import Role
from keyzer.timetable.actions import enter_lessons
from keyzer.timetable.roster import NewLesson

DAYS, PERIODS = range(1, 6), range(1, 8)
SUBJECTS = ("Nederlands", "wiskunde", "Engels", "biologie", "geschiedenis", "aardrijkskunde", "gymnastiek", "mentoruur")
FIRST_ROOM = 101
BELLS = {
    "bells_normal": [
        ["08:30:00", "09:20:00"], ["09:20:00", "10:10:00"], ["10:30:00", "11:20:00"], ["11:20:00", "12:10:00"],
        ["12:40:00", "13:30:00"], ["13:30:00", "14:20:00"], ["14:35:00", "15:25:00"],
    ],
    "bells_other": [
        ["40-minutenrooster", [
            ["08:30:00", "09:10:00"], ["09:10:00", "09:50:00"], ["10:05:00", "10:45:00"], ["10:45:00", "11:25:00"],
            ["11:50:00", "12:30:00"], ["12:30:00", "13:10:00"], ["13:20:00", "14:00:00"],
        ]],
        ["Toetsweek", [["08:45:00", "10:15:00"], ["10:45:00", "12:15:00"], ["13:00:00", "14:30:00"]]],
    ],
    "phone_in_breaks": "mag",
}  # fmt: skip
"""What the demo school filled in about its bells."""


def enter(roster: Roster, since: date, at: datetime) -> int:
    """Enter the week of every class; answers how many lessons it has."""
    lessons = demo_lessons(roster)
    enter_lessons(lessons, since=since, by=None, at=at)
    return len(lessons)


def demo_lessons(roster: Roster) -> list[NewLesson]:
    """Teachers pass along the classes, so that nobody stands in two rooms at once."""
    teachers = [held.person for held in roster.roles if held.role is Role.DOCENT]
    return [
        _lesson(number, one.id, teachers, day, period)
        for number, one in enumerate(roster.classes)
        for day in DAYS
        for period in PERIODS
    ]


def _lesson(number: int, school_class: UUID, teachers: list[UUID], day: int, period: int) -> NewLesson:
    turn = (number + 7 * period + 11 * day) % len(teachers)
    subject = SUBJECTS[(number + period + day) % len(SUBJECTS)]
    return NewLesson(teachers[turn], school_class, day, period, str(FIRST_ROOM + number), subject)
