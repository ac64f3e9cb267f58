"""How leave and what holds now are put on pages, in the language of the reader."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.design.moments import spoken_day
from keyzer.kit.clock import local
from keyzer.live import watching
from keyzer.live.watching import Watched
from keyzer.people.requests import SignedIn
from keyzer.protocol import DEVICES, PURPOSES, Device, Standing
from keyzer.timetable.bells import Period

from . import queries
from .queries import LessonAhead, Running

MOST_ON_FRONT = 3
TEACHING = (protocol.Role.DOCENT, protocol.Role.MENTOR)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Yes or no, as a card."""

    kind: str
    word: str
    why: str
    articles: tuple[str, ...]
    until: datetime | None
    also: str = ""


@dataclass(frozen=True, kw_only=True)
class LessonCard:
    """One lesson ahead, with where leave for it is given, or that it was."""

    title: str
    room: str
    url: str
    is_given: bool


@dataclass(frozen=True, kw_only=True)
class RunningCard:
    """One permit that can be taken back."""

    id: UUID
    title: str
    detail: str


@dataclass(frozen=True, kw_only=True)
class Front:
    """The phone block of somebody's front page."""

    answer: Answer | None = None
    live: Watched | None = None
    teaches: bool = False
    lessons: list[LessonCard] = field(default_factory=list)
    running: list[RunningCard] = field(default_factory=list)


def front(request: SignedIn, at: datetime) -> Front | None:
    """What the front page says of phones: to a pupil the answer of now, to a teacher the lessons ahead."""
    viewer = request.viewer
    if viewer.holds(protocol.Role.LEERLING):
        seen = watching.seen_of(own_topics(viewer))
        told, live = own(request, at, seen)
        return Front(answer=told, live=live)
    return teaching(viewer, at, MOST_ON_FRONT) if viewer.holds(*TEACHING) else None


def teaching(viewer: protocol.Viewer, at: datetime, most: int) -> Front:
    """A teacher's lessons ahead, and the leave that runs."""
    person = UUID(viewer.id)
    given = queries.running(person, at)
    lessons = queries.lessons_ahead(person, at)[:most]
    return Front(
        teaches=True,
        lessons=[_lesson(one, given, at) for one in lessons],
        running=[_running(one, at) for one in given],
    )


def own(request: SignedIn, at: datetime, seen: int = 0) -> tuple[Answer, Watched]:
    """What holds now for the pupil who looks, and what keeps it up to date."""
    seat = _seat(request.viewer)
    told = answer(queries.standing_in(UUID(request.viewer.id), UUID(seat) if seat else None, at))
    topics, fragment = own_topics(request.viewer), reverse("permits:now")
    return told, watching.watch(request, topics, fragment=fragment, seen=seen, until=told.until, at=at)


def own_topics(viewer: protocol.Viewer) -> list[str]:
    """What changes the answer for this pupil."""
    seat = _seat(viewer)
    return [f"pupil:{viewer.id}", *([f"class:{seat}"] if seat else [])]


def _seat(viewer: protocol.Viewer) -> str | None:
    """The class that the pupil sits in today."""
    seats = [held.class_id for held in viewer.roles if held.role is protocol.Role.LEERLING and held.class_id]
    return seats[-1] if seats else None


def answer(standing: Standing) -> Answer:
    """What holds, in words."""
    language = get_language() or "nl"
    until = standing.until
    if standing.allowed:
        word = _("Yes, until %(time)s") % {"time": clock_time(until)} if until else _("Yes")
    else:
        word = _("No, not now")
    return Answer(
        kind="done" if standing.allowed else "barred",
        word=word,
        why=standing.why.read(language),
        articles=standing.articles,
        until=until,
        also=devices(standing.also),
    )


def answer_for_colleague(standing: Standing) -> Answer:
    """The same for who meets the pupil in the corridor: of a standing agreement only that it is allowed."""
    told = answer(standing)
    return replace(told, why=_("For this pupil it is allowed.")) if standing.is_agreed else told


def devices(kinds: Iterable[Device]) -> str:
    """`telefoon, laptop`."""
    chosen, language = set(kinds), get_language() or "nl"
    return ", ".join(DEVICES[kind].read(language) for kind in Device if kind in chosen)


def clock_time(at: datetime) -> str:
    """A time on the wall of the school: `10:20`."""
    return f"{local(at).hour}:{local(at):%M}"


def lesson_title(lesson: LessonAhead, at: datetime) -> str:
    """`Nu: 2A, tot 10:20`, or when it is to come its day and time."""
    begins, ends = clock_time(lesson.period.starts), clock_time(lesson.period.ends)
    if lesson.period.holds(at):
        return _("Now: %(name)s, until %(time)s") % {"name": lesson.class_name, "time": ends}
    day = spoken_day(lesson.day, local(at).date())
    return _("%(day)s %(begin)s: %(name)s") % {"day": day.capitalize(), "begin": begins, "name": lesson.class_name}


def hour_title(day: date, period: Period, today: date) -> str:
    """`Vandaag, 9:20 tot 10:10`."""
    begins, ends = clock_time(period.starts), clock_time(period.ends)
    said = {"day": spoken_day(day, today).capitalize(), "begin": begins, "end": ends}
    return _("%(day)s, %(begin)s to %(end)s") % said


def not_for(count: int) -> str:
    """For how many pupils leave has no effect, for their device is kept at school."""
    words = ngettext(
        "It does not count for %(count)d pupil: the device is kept at school.",
        "It does not count for %(count)d pupils: the devices are kept at school.",
        count,
    )
    return words % {"count": count}


def _lesson(lesson: LessonAhead, given: list[Running], at: datetime) -> LessonCard:
    place = (lesson.school_class, lesson.period.starts)
    return LessonCard(
        title=lesson_title(lesson, at),
        room=lesson.room,
        url=reverse("permits:give", args=[lesson.school_class, lesson.day.isoformat(), lesson.period.number]),
        is_given=any((one.school_class, one.lesson_starts) == place for one in given),
    )


def _running(one: Running, at: datetime) -> RunningCard:
    whom = ngettext("%(count)d pupil", "%(count)d pupils", one.chosen) % {"count": one.chosen}
    parts = (whom if one.chosen else _("the whole class"), devices(one.kinds), _purpose(one.purpose))
    until = {"name": one.class_name, "time": clock_time(one.ends), "begin": clock_time(one.starts)}
    running = _("%(name)s may, until %(time)s") if one.starts <= at else _("%(name)s may, from %(begin)s to %(time)s")
    return RunningCard(id=one.id, title=running % until, detail=", ".join(parts))


def _purpose(purpose: protocol.LessonPurpose) -> str:
    return PURPOSES[purpose].read(get_language() or "nl")


def hours(ahead: Iterable[tuple[date, Period]], at: datetime) -> list[tuple[str, str]]:
    """Lesson hours as choices."""
    today = local(at).date()
    return [(f"{day.isoformat()}/{hour.number}", hour_title(day, hour, today)) for day, hour in ahead]


def school_year(day: date) -> tuple[date, date]:
    """The first and the last day of the school year of a day."""
    last = protocol.school_year_ends(day)
    return date(last.year - 1, last.month + 1, 1), last
