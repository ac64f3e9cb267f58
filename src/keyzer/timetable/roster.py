"""Lessons that can be entered, as plain records: an import, a demo and a test speak the same language."""

from typing import NamedTuple
from uuid import UUID


class NewLesson(NamedTuple):
    """A weekly lesson; `weekday` 1 is Monday, `period` counts from 1."""

    teacher: UUID
    school_class: UUID
    weekday: int
    period: int
    room: str = ""
    subject: str = ""
