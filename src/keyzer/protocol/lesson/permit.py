"""Leave in a lesson: the teacher of that lesson, beforehand, for pupils of that class, until the bell at the latest."""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from keyzer.protocol.access import Viewer
from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.edition import Edition
from keyzer.protocol.rule import implements
from keyzer.protocol.situation import Device
from keyzer.protocol.vocabulary import Role

from .words import Basis, LessonPurpose

PROCEDURE, LEAVE = "telefoon-in-de-les", "toestemming"
ARTICLE = "leerlingen-7"
LONGEST_WORDS = 200
SAID = frozenset({Basis.GEEFT_LES, Basis.VERVANGT})


class Lesson(Struct, frozen=True, kw_only=True):
    """A lesson of a class; `teachers` are those in the timetable, empty where it says nothing of that hour."""

    class_id: str
    starts: datetime
    ends: datetime
    teachers: frozenset[str] = frozenset()


class AskedPermit(Struct, frozen=True, kw_only=True):
    """The leave that somebody wants to give. No `pupils`: the whole class. `says_so`: the giver says to teach it.

    `members` are the pupils of the class on that day.
    """

    lesson: Lesson
    until: datetime
    kinds: frozenset[Device]
    purpose: LessonPurpose
    words: str = ""
    pupils: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
    says_so: bool = False


def basis_of(viewer: Viewer, lesson: Lesson) -> Basis:
    """By what the viewer would be the teacher of this lesson; for some it takes the viewer's own word."""
    if viewer.id in lesson.teachers:
        return Basis.ROOSTER
    if lesson.teachers:
        return Basis.VERVANGT
    teaches = (held.role in {Role.DOCENT, Role.MENTOR} and held.class_id == lesson.class_id for held in viewer.roles)
    return Basis.KLAS if any(teaches) else Basis.GEEFT_LES


def may_say_so(edition: Edition, viewer: Viewer) -> bool:
    """Whether the viewer teaches at all, and so can say to teach a class."""
    return viewer.holds(*edition.step(PROCEDURE, LEAVE).by)


@implements("leerlingen-7", "reikwijdte-2")
def permit_barred(edition: Edition, viewer: Viewer, asked: AskedPermit, at: datetime) -> tuple[Reason, ...]:
    """Every reason why this leave can't be given at `at`; none when it can."""
    return (*_who(edition, viewer, asked), *_when(asked, at), *_for_whom(asked), *_what(asked))


@implements("leerlingen-7")
def withdrawal_barred(edition: Edition, viewer: Viewer, giver: str, lesson: Lesson) -> tuple[Reason, ...]:
    """Who gave the leave, or teaches that lesson, takes it back at any time; others do not."""
    if viewer.id == giver or (may_say_so(edition, viewer) and basis_of(viewer, lesson) not in SAID):
        return ()
    return (
        reason(
            "Alleen wie de toestemming gaf, of de docent van de les, trekt haar in.",
            "Only who gave the leave, or the teacher of the lesson, takes it back.",
            ARTICLE,
        ),
    )


def _who(edition: Edition, viewer: Viewer, asked: AskedPermit) -> Iterator[Reason]:
    roles = edition.step(PROCEDURE, LEAVE).by
    if not viewer.holds(*roles):
        nl, en = "Alleen een docent geeft toestemming voor een les.", "Only a teacher gives leave for a lesson."
        yield reason(nl, en, ARTICLE, who=roles)
    elif basis_of(viewer, asked.lesson) is Basis.VERVANGT and not asked.says_so:
        yield reason(
            "In het rooster staat een andere docent voor deze les. Val je in? Zeg dat erbij.",
            "The timetable has another teacher for this lesson. Do you stand in? Then say so.",
            ARTICLE,
        )
    elif basis_of(viewer, asked.lesson) is Basis.GEEFT_LES and not asked.says_so:
        yield reason(
            "Dit is niet jouw klas. Geef je dan les aan deze klas? Zeg dat erbij.",
            "This is not your class. Do you teach this class then? Then say so.",
            ARTICLE,
        )


def _when(asked: AskedPermit, at: datetime) -> Iterator[Reason]:
    if asked.lesson.ends <= at:
        yield reason(
            "Deze les is voorbij. Toestemming geef je vooraf, niet achteraf.",
            "This lesson is over. Leave is given beforehand, not afterwards.",
            ARTICLE,
        )
    elif asked.until <= max(at, asked.lesson.starts):
        yield reason(
            "Deze tijd is al voorbij, of ligt voor het begin van de les.",
            "This time is past, or before the lesson begins.",
            ARTICLE,
        )
    elif asked.until > asked.lesson.ends:
        yield reason(
            "Toestemming duurt niet langer dan de les.", "Leave does not last longer than the lesson.", ARTICLE
        )


def _for_whom(asked: AskedPermit) -> Iterator[Reason]:
    if not asked.pupils <= asked.members:
        yield reason(
            "Een van deze leerlingen zit niet in deze klas.", "One of these pupils is not in this class.", ARTICLE
        )


def _what(asked: AskedPermit) -> Iterator[Reason]:
    if not asked.kinds:
        yield reason("Kies welk apparaat mag.", "Choose which device is allowed.", "reikwijdte-2")
    if asked.purpose is LessonPurpose.ANDERS and not asked.words.strip():
        yield reason("Schrijf in een paar woorden waarvoor.", "Write in a few words what for.", ARTICLE)
    if len(asked.words) > LONGEST_WORDS:
        nl = f"Houd het kort: hoogstens {LONGEST_WORDS} tekens."
        yield reason(nl, f"Keep it short: {LONGEST_WORDS} characters at most.", ARTICLE)
