"""What the pages show, worded in the reader's language."""

from collections.abc import Iterable
from typing import NamedTuple

from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.design.rows import Row
from keyzer.protocol import Audience, Text

from . import queries
from .lesson import Lesson, Link, Screen
from .queries import ClassResults, Finished, LessonState


class Place(NamedTuple):
    """Somewhere to go on."""

    label: str
    url: str


class Drawn(NamedTuple):
    """A drawing, and what it shows."""

    drawing: SafeString
    shows: str


class Answer(NamedTuple):
    """An answer to a question, with what is said to whoever chooses it."""

    label: str
    feedback: str
    right: bool


class Part(NamedTuple):
    """One part of the way through a lesson."""

    label: str
    done: bool
    current: bool


class ScreenPage(NamedTuple):
    """One screen in one language."""

    title: str
    heading: str
    text: list[str]
    points: list[str]
    picture: Drawn | None
    links: list[Place]
    answers: list[Answer]
    steps: list[Part]
    back: str
    is_last: bool
    leave_quickly: bool


class IndexPage(NamedTuple):
    """The lessons for this reader, the others, and what to do next."""

    next: Row | None
    mine: list[Row]
    others: list[Row]
    done: int


class FinishedLine(NamedTuple):
    """A lesson of a class: how many finished it, and who."""

    title: str
    tally: str
    names: list[str]


class ClassPage(NamedTuple):
    """A class with its lessons."""

    name: str
    lines: list[FinishedLine]


class LessonDoor(NamedTuple):
    """A lesson as another room leads to it; how long it takes is in minutes."""

    title: str
    minutes: int
    url: str


class LessonPage(NamedTuple):
    """A lesson before it begins, or after it."""

    lesson_id: str
    title: str
    summary: str
    about: str
    articles: tuple[str, ...]
    for_pupils: bool
    state: LessonState
    now: list[Place]
    next: Row | None
    leave_quickly: bool


def lessons_about(article: str, viewer: protocol.Viewer | None) -> list[LessonDoor]:
    """The lessons on an article that are written for this reader; a visitor has none, for lessons ask to sign in."""
    found = queries.lessons_about(article, viewer) if viewer else []
    return [LessonDoor(_read(one.title), one.minutes(_language()), _home(one)) for one in found]


def index_page(viewer: protocol.Viewer, states: list[LessonState]) -> IndexPage:
    """All lessons, those for this reader first."""
    mine = [state for state in states if queries.audiences_of(viewer) & set(state.lesson.audiences)]
    others = [state for state in states if state not in mine]
    following = queries.next_for(viewer, states)
    return IndexPage(
        next=_row(following) if following else None,
        mine=[_row(state) for state in mine],
        others=[_row(state) for state in others],
        done=sum(state.is_finished for state in mine),
    )


def lesson_page(viewer: protocol.Viewer, state: LessonState, states: list[LessonState]) -> LessonPage:
    """What a lesson is about and, when it is finished, what comes after it."""
    lesson = state.lesson
    following = queries.next_for(viewer, [one for one in states if one.lesson.id != lesson.id])
    return LessonPage(
        lesson_id=lesson.id,
        title=_read(lesson.title),
        summary=_read(lesson.summary),
        about=_about(lesson),
        articles=lesson.articles,
        for_pupils=Audience.LEERLING in lesson.audiences,
        state=state,
        now=_places(lesson.now),
        next=_row(following) if following else None,
        leave_quickly=lesson.leave_quickly,
    )


def screen_page(lesson: Lesson, number: int) -> ScreenPage:
    """Screen `number` of a lesson, counted from 1."""
    screen = lesson.screens[number - 1]
    return ScreenPage(
        title=_read(lesson.title),
        heading=_read(screen.heading),
        text=_read(screen.text).split("\n\n") if screen.text else [],
        points=[_read(point) for point in screen.points],
        picture=_picture(screen),
        links=_places(screen.links),
        answers=[Answer(_read(one.label), _read(one.feedback), one.right) for one in screen.choices],
        steps=[Part(_read(one.heading), n < number, n == number) for n, one in enumerate(lesson.screens, start=1)],
        back=reverse("learning:screen", args=[lesson.id, number - 1]) if number > 1 else _home(lesson),
        is_last=number == len(lesson.screens),
        leave_quickly=lesson.leave_quickly,
    )


def classes_page(results: Iterable[ClassResults]) -> list[ClassPage]:
    """Each class of a mentor with who finished what."""
    return [ClassPage(one.name, [_line(finished, one.pupils) for finished in one.lessons]) for one in results]


def _line(finished: Finished, pupils: int) -> FinishedLine:
    tally = _("%(done)s of %(all)s done") % {"done": len(finished.names), "all": pupils}
    return FinishedLine(_read(finished.lesson.title), tally, finished.names)


def _row(state: LessonState) -> Row:
    """A lesson as a sentence, with how far the reader is."""
    kind, label, icon = "", "", "learn"
    if state.is_begun:
        kind, label = "waits", _("Begun")
    elif state.changed:
        kind, label = "info", _("Changed since")
    elif state.is_finished:
        kind, label, icon = "done", _("Done"), "check"
    detail = f"{_read(state.lesson.summary)} {_about(state.lesson)}"
    return Row(
        sentence=_read(state.lesson.title), url=_home(state.lesson), icon=icon, detail=detail, kind=kind, label=label
    )


def _about(lesson: Lesson) -> str:
    minutes = lesson.minutes(_language())
    return ngettext("About %(minutes)s minute.", "About %(minutes)s minutes.", minutes) % {"minutes": minutes}


def _picture(screen: Screen) -> Drawn | None:
    if screen.picture is None:
        return None
    # The drawing was read shape by shape; nothing but shapes is left in it.
    return Drawn(SafeString(queries.drawing(screen.picture.name)), _read(screen.picture.shows))


def _places(links: Iterable[Link]) -> list[Place]:
    """Where the links lead; a page that is not there leads nowhere, and is left out."""
    found = ((link, _address(link)) for link in links)
    return [Place(_read(link.label), url) for link, url in found if url]


def _address(link: Link) -> str:
    if link.is_elsewhere:
        return link.to
    view, *parts = link.to.split()
    try:
        return reverse(view, args=parts)
    except NoReverseMatch:
        return ""


def _home(lesson: Lesson) -> str:
    return reverse("learning:lesson", args=[lesson.id])


def _read(text: Text) -> str:
    return text.read(_language())


def _language() -> str:
    return get_language() or "nl"
