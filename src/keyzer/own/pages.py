"""The page of one own case, put into words before the template: where it stands, what comes next, what was told."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.cases.queries import OwnFile
from keyzer.cases.told import about
from keyzer.design.moments import day_of, in_full
from keyzer.design.rows import Row
from keyzer.design.timeline import Moment
from keyzer.people import queries as people

from .ahead import ahead
from .cards import DecisionCard, Facts, IntentionCard, decision_card, intention_card
from .words import Words


class Step(NamedTuple):
    """One of the few steps that every case takes, as `design/steps.html` draws it."""

    label: str
    done: bool
    current: bool


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
        ahead=ahead(file, words, now, language),
        happened=_happened(told),
        account=told.facts.text if told.facts else "",
        is_established=bool(told.decisions),
        conduct=[one.label.read(language) for one in told.conduct],
        decisions=[decision_card(file, one, words, now, language) for one in told.decisions],
        intentions=[intention_card(file, one, language) for one in told.intentions if not one.is_decided],
        talked=sorted(_talked(told, words, now, language), key=lambda one: one.at),
        agreements=[
            (one.terms, [(_("Until"), in_full(one.until))]) for one in told.stop_contacts if one.until >= day_of(now)
        ],
        letters=letters,
        ended=told.ended.reason if told.ended else "",
        told=told,
    )


def _steps(told: protocol.OwnCase) -> list[Step]:
    """A talk, a decision, an end: as far as the reader was told."""
    decided = bool(told.decisions) or not told.is_open
    done = [
        (_("The talk"), told.talked or decided),
        (_("The decision"), decided),
        (_("The end of it"), not told.is_open),
    ]
    current = next((number for number, (_label, is_done) in enumerate(done) if not is_done), None)
    return [Step(label, is_done, number == current) for number, (label, is_done) in enumerate(done)]


def _happened(told: protocol.OwnCase) -> Facts:
    if told.facts is None:
        return []
    found = [
        (_("When"), in_full(told.facts.happened_on)),
        (_("Where"), told.facts.place),
        (_("How"), told.facts.channel),
    ]
    return [(term, value) for term, value in found if value]


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
