"""The page of one own case, put into words before the template: where it stands, what comes next, what was told."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.cases.queries import OwnFile
from keyzer.cases.told import about
from keyzer.design.moments import in_full
from keyzer.design.rows import Row
from keyzer.design.timeline import Moment
from keyzer.kit import clock
from keyzer.people import queries as people

from .words import Words

Facts = list[tuple[str, str]]


class Step(NamedTuple):
    """One of the few steps that every case takes, as `design/steps.html` draws it."""

    label: str
    done: bool
    current: bool


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


class OwnPage(NamedTuple):
    """Everything on the page of one own case."""

    id: UUID
    heading: str
    words: Words
    standing: str
    steps: list[Step]
    ahead: list[Row]
    happened: Facts
    account: str
    is_established: bool
    conduct: list[str]
    decisions: list[DecisionCard]
    intentions: list[IntentionCard]
    talked: list[Moment]
    agreements: list[tuple[str, Facts]]
    letters: list[Row]
    ended: str
    told: protocol.OwnCase


def words_for(file: OwnFile) -> Words:
    """How the reader of this case is spoken to."""
    subject = UUID(file.told.subject)
    return Words(file.told.reader, people.names([subject]).get(subject, ""))


def page(file: OwnFile, letters: list[Row], now: datetime, language: str) -> OwnPage:
    """The reader's page about one case."""
    told, words = file.told, words_for(file)
    return OwnPage(
        id=file.id,
        heading=about(told, words.name),
        words=words,
        standing=words.standing(told),
        steps=_steps(told),
        ahead=sorted(_ahead(file, words, now, language), key=_soonest),
        happened=_happened(told),
        account=told.facts.text if told.facts else "",
        is_established=bool(told.decisions),
        conduct=[one.label.read(language) for one in told.conduct],
        decisions=[_decision(file, one, words, language) for one in told.decisions],
        intentions=[_intention(file, one, language) for one in told.intentions if not one.is_decided],
        talked=sorted(_talked(told, words, now, language), key=lambda one: one.at),
        agreements=[
            (one.terms, [(_("Until"), in_full(one.until))]) for one in told.stop_contacts if one.until >= _day(now)
        ],
        letters=letters,
        ended=told.ended.reason if told.ended else "",
        told=told,
    )


def _steps(told: protocol.OwnCase) -> list[Step]:
    """Talked, decided, over: no more than what the reader was told."""
    decided = bool(told.decisions) or not told.is_open
    done = [(_("Talked"), told.talked or decided), (_("Decided"), decided), (_("Over"), not told.is_open)]
    current = next((number for number, (_label, is_done) in enumerate(done) if not is_done), None)
    return [Step(label, is_done, number == current) for number, (label, is_done) in enumerate(done)]


def _ahead(file: OwnFile, words: Words, now: datetime, language: str) -> Iterator[Row]:
    """What lies ahead for the reader, each with its day."""
    told = file.told
    for talk in told.invitations:
        if talk.planned_at >= now:
            detail = f"{talk.place}. {words.come_along()}"
            yield Row(sentence=_("A talk"), icon="calendar", detail=detail, due=talk.planned_at)
    for intention in told.intentions:
        if (url := _defence_url(file, intention)) and intention.answer_until:
            sentence = _("Answer what the school intends: %(measure)s") % {"measure": _label(intention, language)}
            yield Row(sentence=sentence, url=url, icon="pen", due=_day(intention.answer_until))
    for decision in told.decisions:
        yield from _ahead_of(file, decision, now, language)
    for plan in told.aftercare:
        if plan.planned_on >= _day(now):
            yield Row(sentence=_("The school asks how things are"), icon="chat", due=plan.planned_on)


def _ahead_of(file: OwnFile, one: protocol.OwnDecision, now: datetime, language: str) -> Iterator[Row]:
    """What lies ahead because of a decision."""
    label = _label(one, language)
    for moment, sentence in ((one.starts, _("%(measure)s begins")), (one.ends, _("%(measure)s ends"))):
        if moment and moment > now and not one.lifted:
            yield Row(sentence=sentence % {"measure": label}, icon="clock", due=moment)
    until = one.remedy.until
    if one.remedy.is_open and until and until > now:
        sentence = _("You can object to: %(measure)s") % {"measure": label}
        yield Row(sentence=sentence, url=_object_url(file, one), icon="scale", due=_day(until))
    elif one.remedy.kind is protocol.RemedyKind.APPEAL and until and until > now:
        yield Row(sentence=_("You can appeal: %(measure)s") % {"measure": label}, icon="scale", due=_day(until))
    if one.objection and not one.objection.answer and one.objection.decide_by:
        sentence = _("The board answers the objection")
        yield Row(sentence=sentence, icon="letter", due=_day(one.objection.decide_by))


def _happened(told: protocol.OwnCase) -> Facts:
    if told.facts is None:
        return []
    found = [
        (_("When"), in_full(told.facts.happened_on)),
        (_("Where"), told.facts.place),
        (_("How"), told.facts.channel),
    ]
    return [(term, value) for term, value in found if value]


def _decision(file: OwnFile, one: protocol.OwnDecision, words: Words, language: str) -> DecisionCard:
    dates = ((_("Made known"), one.told_at), (_("Begins"), one.starts), (_("Ends"), one.ends))
    facts = [(term, in_full(moment)) for term, moment in dates if moment]
    if one.school_work:
        facts.append((_("School work"), one.school_work))
    return DecisionCard(
        measure=_label(one, language),
        explain=words.explain(one.measure, language),
        facts=facts,
        reason=one.reason,
        articles=one.grounds,
        remedy="" if one.objection else words.remedy(one.remedy.kind),
        remedy_facts=_objection(one.objection, language) if one.objection else _remedy(one.remedy, language),
        object_url=_object_url(file, one) if one.remedy.is_open else "",
        lifted=in_full(clock.local(one.lifted.at).date()) if one.lifted else "",
    )


def _remedy(remedy: protocol.Remedy, language: str) -> Facts:
    """With whom, and until when."""
    body = remedy.body.read(language) if remedy.body else ""
    until = in_full(_day(remedy.until)) if remedy.until else ""
    found = ((_("Possible until"), until), (_("With"), body), (_("Write to"), remedy.address))
    return [(term, value) for term, value in found if value]


def _objection(one: protocol.OwnObjection, language: str) -> Facts:
    """An objection that was made, and its answer."""
    facts = [(_("Objection received"), in_full(one.lodged.received_on))]
    if one.lodged.late:
        facts.append((_("In time"), _("It came late. The board decides whether it counts.")))
    if one.answer:
        answer = protocol.WORDS[one.answer.outcome].read(language)
        return [*facts, (_("Answer"), answer), (_("Why"), one.answer.reason)]
    waits = in_full(_day(one.decide_by)) if one.decide_by else _("The term stands still while a committee judges it.")
    return [*facts, (_("Answer by"), waits)]


def _intention(file: OwnFile, one: protocol.OwnIntention, language: str) -> IntentionCard:
    until = [(_("Answer until"), in_full(_day(one.answer_until)))] if one.answer_until else []
    return IntentionCard(
        measure=_label(one, language),
        facts=[(_("Given"), in_full(_day(one.given.given_at))), *until],
        happened=one.given.facts,
        reason=one.given.reason,
        articles=one.given.grounds,
        answer=one.answer.account if one.answer else "",
        answer_url=_defence_url(file, one),
    )


def _talked(told: protocol.OwnCase, words: Words, now: datetime, language: str) -> Iterator[Moment]:
    """The reader's own invitations, talks and calls so far, with what was written down of them."""
    for invitation in told.invitations:
        if invitation.planned_at < now:
            yield Moment(at=invitation.planned_at, title=words.invited(), body=invitation.place, icon="calendar")
    for talk in told.hearings:
        title = _("Talk: %(outcome)s") % {"outcome": protocol.WORDS[talk.outcome].read(language)}
        yield Moment(at=talk.held_at, title=title, body=talk.account, icon="chat")
    for call in told.contacts:
        channel = protocol.WORDS[call.channel].read(language)
        yield Moment(at=call.contacted_at, title=words.spoken_with(channel), body=call.answer, icon="call")


def _object_url(file: OwnFile, one: protocol.OwnDecision) -> str:
    return reverse("own:objection", args=[file.id, one.decision])


def _defence_url(file: OwnFile, one: protocol.OwnIntention) -> str:
    """Where staff answer an intention; empty for others, and once it was answered."""
    is_open = file.told.reader is protocol.Reader.STAFF and not one.answer and not one.is_decided
    return reverse("own:defence", args=[file.id, one.measure.id]) if is_open else ""


def _label(one: protocol.OwnDecision | protocol.OwnIntention, language: str) -> str:
    return one.measure.label.read(language)


def _day(moment: datetime) -> date:
    return clock.local(moment).date()


def _soonest(row: Row) -> date:
    return _day(row.due) if isinstance(row.due, datetime) else row.due or date.max
