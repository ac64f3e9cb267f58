"""A decision or an intention as a card: what it is, why, and what the reader can do about it."""

from datetime import datetime
from typing import NamedTuple

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.cases.queries import OwnFile
from keyzer.design.moments import day_of, in_full

from .words import Words

Facts = list[tuple[str, str]]


class DecisionCard(NamedTuple):
    """A decision in words, with what the reader can do about it."""

    measure: str
    explain: str
    facts: Facts
    reason: str
    articles: tuple[str, ...]
    remedy: str
    remedy_facts: Facts
    object_url: str
    lifted: str


class IntentionCard(NamedTuple):
    """What the school intends, in words."""

    measure: str
    facts: Facts
    happened: str
    reason: str
    articles: tuple[str, ...]
    answer: str
    answer_url: str


def decision_card(file: OwnFile, one: protocol.OwnDecision, words: Words, now: datetime, language: str) -> DecisionCard:
    """A decision that was made known to the reader."""
    dates = ((_("Made known"), one.told_at), (_("Begins"), one.starts), (_("Ends"), one.ends))
    facts = [(term, in_full(moment)) for term, moment in dates if moment]
    if one.school_work:
        facts.append((_("School work"), one.school_work))
    return DecisionCard(
        measure=label_of(one, language),
        explain=words.explain(one.measure, language),
        facts=facts,
        reason=one.reason,
        articles=one.grounds,
        remedy=_can_be_done(one, words, now),
        remedy_facts=_done_about(one, language) or _remedy(one.remedy, language),
        object_url=object_url(file, one) if one.remedy.is_open else "",
        lifted=in_full(day_of(one.lifted.at)) if one.lifted else "",
    )


def _can_be_done(one: protocol.OwnDecision, words: Words, now: datetime) -> str:
    """What the reader can still do against the decision, and that an objection would be late."""
    if one.objection or one.appeal:
        return ""
    if one.remedy.is_open and one.remedy.until and now > one.remedy.until:
        return words.late_objection()
    return words.remedy(one.remedy.kind)


def _remedy(remedy: protocol.Remedy, language: str) -> Facts:
    """With whom, and until when."""
    body = remedy.body.read(language) if remedy.body else ""
    until = in_full(day_of(remedy.until)) if remedy.until else ""
    found = ((_("Possible until"), until), (_("With"), body), (_("Write to"), remedy.address))
    return [(term, value) for term, value in found if value]


def _done_about(one: protocol.OwnDecision, language: str) -> Facts:
    """What was done against the decision; empty while nothing was."""
    if one.objection:
        return _objection(one.objection, language)
    return _appeal(one.appeal, language) if one.appeal else []


def _appeal(one: protocol.OwnAppeal, language: str) -> Facts:
    """An appeal, and what the committee judged."""
    facts = [(_("Appeal received"), in_full(one.lodged.received_on))]
    if one.lodged.late:
        facts.append((_("In time"), _("It came late. The committee decides whether it counts.")))
    if one.judgment is None:
        return facts
    outcome = protocol.WORDS[one.judgment.outcome].read(language)
    return [*facts, (_("Judgment"), outcome), (_("Why"), one.judgment.judgment)]


def _objection(one: protocol.OwnObjection, language: str) -> Facts:
    """An objection that was made, and its answer."""
    facts = [(_("Objection received"), in_full(one.lodged.received_on))]
    if one.lodged.late:
        facts.append((_("In time"), _("It came late. The board decides whether it counts.")))
    if one.answer:
        answer = protocol.WORDS[one.answer.outcome].read(language)
        return [*facts, (_("Answer"), capfirst(answer)), (_("Why"), one.answer.reason)]
    waits = in_full(day_of(one.decide_by)) if one.decide_by else _("The term stands still while a committee judges it.")
    return [*facts, (_("Answer by"), waits)]


def intention_card(file: OwnFile, one: protocol.OwnIntention, language: str) -> IntentionCard:
    """What the school intends, before it decides."""
    until = [(_("Answer until"), in_full(day_of(one.answer_until)))] if one.answer_until else []
    return IntentionCard(
        measure=label_of(one, language),
        facts=[(_("Given"), in_full(day_of(one.given.given_at))), *until],
        happened=one.given.facts,
        reason=one.given.reason,
        articles=one.given.grounds,
        answer=one.answer.account if one.answer else "",
        answer_url=defence_url(file, one),
    )


def object_url(file: OwnFile, one: protocol.OwnDecision) -> str:
    """Where the reader objects to a decision."""
    return reverse("own:objection", args=[file.id, one.decision])


def defence_url(file: OwnFile, one: protocol.OwnIntention) -> str:
    """Where staff answer an intention; empty for others, and once it was answered."""
    is_open = file.told.reader is protocol.Reader.STAFF and not one.answer and not one.is_decided
    return reverse("own:defence", args=[file.id, one.measure.id]) if is_open else ""


def label_of(one: protocol.OwnDecision | protocol.OwnIntention, language: str) -> str:
    """What the measure is called."""
    return one.measure.label.read(language)
