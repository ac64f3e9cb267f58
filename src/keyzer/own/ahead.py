"""What lies ahead for the reader: talks, terms in which to answer, and when a measure begins and ends."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from operator import itemgetter

from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.cases.queries import OwnFile
from keyzer.design.moments import day_of, spoken
from keyzer.design.rows import Row

from .cards import defence_url, label_of, object_url
from .words import Words

Dated = tuple[date, Row]


def ahead(file: OwnFile, words: Words, now: datetime, language: str) -> list[Row]:
    """All of it as sentences, the soonest first."""
    return [row for _day, row in sorted(_dated(file, words, now, language), key=itemgetter(0))]


def _dated(file: OwnFile, words: Words, now: datetime, language: str) -> Iterator[Dated]:
    """What lies ahead for the reader, each with its day."""
    told = file.told
    for talk in told.invitations:
        if talk.planned_at >= now:
            detail = f"{talk.place}. {words.come_along()}"
            yield _on(talk.planned_at, Row(sentence=_("A talk"), icon="calendar", detail=detail), now)
    for intention in told.intentions:
        if (url := defence_url(file, intention)) and intention.answer_until:
            sentence = _("Answer what the school intends: %(measure)s") % {"measure": label_of(intention, language)}
            yield _until(day_of(intention.answer_until), Row(sentence=sentence, url=url, icon="pen"))
    for decision in told.decisions:
        yield from _ahead_of(file, decision, now, language)
    yield from _agreed(told, now)


def _agreed(told: protocol.OwnCase, now: datetime) -> Iterator[Dated]:
    """What was agreed with the reader, or with the child."""
    for talk in told.mediations:
        if talk.planned_at >= now:
            yield _on(talk.planned_at, Row(sentence=_("A talk with the other, as both want it"), icon="people"), now)
    for repair in told.repairs:
        yield _until(repair.due_on, Row(sentence=_("Put right what was agreed"), detail=repair.terms, icon="check"))
    for plan in told.aftercare:
        if plan.planned_on >= day_of(now):
            yield _on(plan.planned_on, Row(sentence=_("The school asks how things are"), icon="chat"), now)


def _ahead_of(file: OwnFile, one: protocol.OwnDecision, now: datetime, language: str) -> Iterator[Dated]:
    """What lies ahead because of a decision."""
    label = label_of(one, language)
    for moment, sentence in ((one.starts, _("%(measure)s begins")), (one.ends, _("%(measure)s ends"))):
        if moment and moment > now and not one.lifted:
            yield _on(moment, Row(sentence=sentence % {"measure": label}, icon="clock"), now)
    until = one.remedy.until
    if one.remedy.is_open and until and until > now:
        sentence = _("You can object to: %(measure)s") % {"measure": label}
        yield _until(day_of(until), Row(sentence=sentence, url=object_url(file, one), icon="scale"))
    elif one.remedy.kind is protocol.RemedyKind.APPEAL and not one.appeal and until and until > now:
        yield _until(day_of(until), Row(sentence=_("You can appeal: %(measure)s") % {"measure": label}, icon="scale"))
    elif one.remedy.kind is protocol.RemedyKind.COURT and until and until > now:
        sentence = _("You can go to court: %(measure)s") % {"measure": label}
        yield _until(day_of(until), Row(sentence=sentence, icon="scale"))
    if one.objection and not one.objection.answer:
        yield _answer(one.objection.decide_by)


def _answer(decide_by: datetime | None) -> Dated:
    """That the board answers an objection, and by when; a dispute stops that clock."""
    if decide_by is None:
        sentence = _("A committee judges first. After that the board answers the objection.")
        return date.max, Row(sentence=sentence, icon="scale")
    return _until(day_of(decide_by), Row(sentence=_("The board answers the objection"), icon="letter"))


def _on(moment: date, row: Row, now: datetime) -> Dated:
    """Something that happens at a moment."""
    return day_of(moment), replace(row, kind="open", label=spoken(moment, now))


def _until(day: date, row: Row) -> Dated:
    """Something that can or must be done by a day."""
    return day, replace(row, due=day)
