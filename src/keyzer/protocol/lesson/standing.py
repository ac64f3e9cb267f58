"""What holds now: whether a pupil, or a class, may use a device at this moment, until when and why."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from keyzer.protocol.ask import ask
from keyzer.protocol.edition import Edition
from keyzer.protocol.rule import implements
from keyzer.protocol.situation import Act, Device, Leave, Situation, Where
from keyzer.protocol.verdict import Permitted
from keyzer.protocol.vocabulary import Audience, Text

ARTICLE = "leerlingen-7"
IN_CUSTODY = Text(
    nl="Je apparaat ligt in bewaring op school. Zolang geldt toestemming niet voor jou.",
    en="Your device is kept at school. Until it is back, leave does not count for you.",
)
NOT_IN_BREAKS = Text(
    nl="Op deze school mag het ook in de pauze niet. Dat is een huisregel, naast het protocol.",
    en="At this school it is not allowed in breaks either. That is a house rule, beside the protocol.",
)


class BreakRule(StrEnum):
    """The house rule about breaks: the paper speaks of lessons alone."""

    MAG = "mag"
    MAG_NIET = "mag-niet"
    EIGEN = "eigen"


class Span(Struct, frozen=True):
    """From a moment up to another, which is no longer part of it."""

    starts: datetime
    ends: datetime

    def holds(self, at: datetime) -> bool:
        """Whether `at` lies in it."""
        return self.starts <= at < self.ends


class GivenLeave(Struct, frozen=True, kw_only=True):
    """Leave that was given and not taken back; no `pupils`: the whole class."""

    span: Span
    kinds: frozenset[Device]
    pupils: frozenset[str] = frozenset()

    def is_for(self, pupil: str | None) -> bool:
        """Whether it is for this pupil; without one, whether it is for the whole class."""
        return not self.pupils or pupil in self.pupils


class KnownNow(Struct, frozen=True, kw_only=True):
    """What is known of a day: the lessons of the class, the school day, and what was agreed. `pupil` None: a class."""

    day: date
    lessons: tuple[Span, ...]
    school_day: Span | None
    leave: tuple[GivenLeave, ...] = ()
    pupil: str | None = None
    exempt: frozenset[Device] = frozenset()
    in_custody: bool = False
    breaks: BreakRule = BreakRule.MAG
    break_words: str = ""


class Standing(Struct, frozen=True, kw_only=True):
    """The answer. `until` is when it can change, None when nothing is known to change it today.

    `also` names other devices that are allowed where the one that was asked about is not. `is_agreed`: it is allowed
    by a standing agreement alone, which is nobody else's business.
    """

    allowed: bool
    until: datetime | None
    why: Text
    articles: tuple[str, ...]
    in_lesson: bool
    is_agreed: bool = False
    also: frozenset[Device] = frozenset()


@implements("leerlingen-7", "reikwijdte-2")
def standing(edition: Edition, known: KnownNow, at: datetime, device: Device = Device.PHONE) -> Standing:
    """Whether the device may be used at `at`; the edition answers, from the leave and the exemption of that moment."""
    leave = [one for one in known.leave if one.span.holds(at) and one.is_for(known.pupil)]
    in_lesson = any(one.holds(at) for one in known.lessons)
    verdict = ask(edition, _situation(known, leave, device, in_lesson=in_lesson), known.day)
    answer = Standing(
        allowed=isinstance(verdict, Permitted),
        until=_changes(known, at),
        why=verdict.why,
        articles=verdict.articles,
        in_lesson=in_lesson,
    )
    if known.in_custody:
        return replace(answer, why=IN_CUSTODY, articles=(ARTICLE, "leerlingen-9"), allowed=False)
    if not in_lesson:
        return _by_house_rule(known, answer, at)
    if answer.allowed and not any(device in one.kinds for one in leave):
        return replace(answer, is_agreed=True)
    others = frozenset().union(known.exempt, *(one.kinds for one in leave)) - {device}
    return answer if answer.allowed else replace(answer, also=others)


def _situation(known: KnownNow, leave: list[GivenLeave], device: Device, *, in_lesson: bool) -> Situation:
    return Situation(
        who=Audience.LEERLING,
        act=Act.USE_DEVICE,
        place=Where.SCHOOL,
        device=device,
        in_lesson=in_lesson,
        teacher_leave=Leave.GIVEN if any(device in one.kinds for one in leave) else Leave.NOT_ASKED,
        exemption=device in known.exempt,
    )


def _by_house_rule(known: KnownNow, answer: Standing, at: datetime) -> Standing:
    """Between the first bell and the last the school has a say of its own."""
    if known.school_day is None or not known.school_day.holds(at):
        return answer
    match known.breaks:
        case BreakRule.MAG:
            return answer
        case BreakRule.MAG_NIET:
            return replace(answer, allowed=False, why=NOT_IN_BREAKS)
        case BreakRule.EIGEN:
            return replace(answer, why=Text(nl=known.break_words, en=known.break_words))


def _changes(known: KnownNow, at: datetime) -> datetime | None:
    """The next moment today at which a lesson or leave begins or ends."""
    mine = [one.span for one in known.leave if one.is_for(known.pupil)]
    day = [known.school_day] if known.school_day else []
    moments = (moment for span in (*known.lessons, *mine, *day) for moment in (span.starts, span.ends))
    return min((moment for moment in moments if moment > at), default=None)
