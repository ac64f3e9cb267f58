"""The page on which somebody reads and signs, and what comes of its button."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import get_language

from keyzer import protocol
from keyzer.design.moments import day_of, in_full
from keyzer.design.rows import Row
from keyzer.kit.addresses import address_of
from keyzer.protocol import Article, Audience, Edition, Role, Viewer

from . import decided, queries
from .actions import How, Refused, State, answering
from .decided import DecisionCard
from .editions import shelf
from .forms import AnswerForm, RefusalForm
from .queries import AskedLine
from .speaking import Speech, state_pill

LOOK_AFTER = (
    Role.MENTOR,
    Role.COORDINATOR,
    Role.TEAMLEIDER,
    Role.VEILIGHEIDSCOORDINATOR,
    Role.DIRECTEUR,
    Role.BESTUUR,
)
"""Who sees how far the school is."""


class Answer(Enum):
    """What a page lets its reader say; the value is the template."""

    SIGN = "acknowledgements/sign.html"
    REFUSE = "acknowledgements/refuse.html"


@dataclass(frozen=True)
class Signer:
    """Who signs, by which way, and where the pages of that way lie. Without an account there are no receipts."""

    person: UUID
    how: How
    home: str
    refuse_url: str
    frame: str


class ArticleLine(NamedTuple):
    """An article as the page folds it."""

    id: str
    title: str
    text: str
    url: str


@dataclass(frozen=True)
class Page:
    """What somebody is asked to sign, with the text in the language that is signed."""

    signer: Signer
    speech: Speech
    lines: Sequence[AskedLine]
    edition: Edition
    language: str
    form: AnswerForm | None

    @property
    def owed(self) -> list[AskedLine]:
        """What is not answered yet."""
        return [line for line in self.lines if line.is_owed]

    @property
    def chapters(self) -> list[tuple[str, list[ArticleLine]]]:
        """The articles that bind whom is signed for, by chapter, in the order of the paper."""
        bound = {line.asked.audience for line in self.lines}
        found: dict[str, list[ArticleLine]] = {}
        for article in self.edition.articles.values():
            if bound & set(article.binds):
                found.setdefault(article.chapter, []).append(_article(article, self.language))
        return list(found.items())

    @property
    def other_languages(self) -> bool:
        """Whether the text stands in another language than the page."""
        return not (get_language() or "nl").startswith(self.language)

    @property
    def document(self) -> queries.Document | None:
        """The adopted document."""
        return queries.document()

    @property
    def signed_before(self) -> bool:
        """Whether an older edition was signed, so that there is something to compare with."""
        return any(line.read_before and line.read_before != self.edition.id for line in self.lines)

    @cached_property
    def decisions(self) -> list[DecisionCard]:
        """What the school decided about what this person refused."""
        refused = {line.signature: self.speech.for_whom(line) for line in self.lines if line.state is State.REFUSED}
        found = queries.decisions_about({one for one in refused if one})
        return decided.cards((each, refused[one]) for one, several in found.items() for each in several)

    @property
    def rows(self) -> list[Row]:
        """What was answered, each with its receipt where there is one."""
        return [_row(line, self) for line in self.lines if line.signature and line.state is not State.WITHDRAWN]

    def send(self, answer: Answer, at: datetime) -> bool:
        """Record what the form says; False when it is not filled in well, or refused, with the reasons."""
        if self.form is None or not self.form.is_valid():
            return False
        clean, by = self.form.cleaned_data, self.signer.person
        said = {"edition": clean["edition"], "language": clean["language"]}
        try:
            if answer is Answer.REFUSE:
                answering.refuse_each(
                    self.form.chosen(), **said, reason=clean["reason"], how=self.signer.how, by=by, at=at
                )
            else:
                answering.sign_each(self.form.chosen(), **said, how=self.signer.how, by=by, at=at)
        except Refused as refused:
            self.form.add_error(None, refused.said)
            self.form.show_again(self.edition.id, self.language)
            return False
        return True


def page(signer: Signer, answer: Answer, data: QueryDict | None, now: datetime) -> Page:
    """What this person is asked to sign now."""
    today = day_of(now)
    held, lines = shelf(today), queries.asked_of(signer.person, today)
    speech = Speech(to_pupil=any(one.asked.on_behalf_of == signer.person and is_pupil(one) for one in lines))
    language = text_language(held.in_force)
    unsigned = [line for line in lines if line.state is not State.SIGNED]
    if answer is Answer.REFUSE:
        unsigned = [line for line in unsigned if line.is_owed]
    made = RefusalForm if answer is Answer.REFUSE else AnswerForm
    labels = [speech.for_whom(line) for line in unsigned]
    initial = {"edition": held.in_force.id, "language": language}
    form = made(data, lines=unsigned, labels=labels, initial=initial) if unsigned else None
    return Page(signer, speech, lines, held.in_force, language, form)


def may_see_standing(viewer: Viewer) -> bool:
    """Whether this viewer looks after who has signed."""
    return viewer.holds(*LOOK_AFTER)


def is_pupil(line: AskedLine) -> bool:
    """Whether it is a signature on behalf of a pupil."""
    return line.asked.audience is Audience.LEERLING


def text_language(edition: Edition) -> str:
    """The language in use, or the first in which the edition has a text."""
    known = protocol.languages(edition)
    return next((one for one in known if (get_language() or "nl").startswith(one)), known[0])


def _article(article: Article, language: str) -> ArticleLine:
    url = reverse("handbook:article", args=[article.chapter, article.number])
    return ArticleLine(article.id, article.title.read(language), article.text.read(language), url)


def _row(line: AskedLine, shown: Page) -> Row:
    kind, label = state_pill(line.state)
    return Row(
        sentence=shown.speech.for_whom(line),
        url=address_of("acknowledgements:receipt", line.signature)
        if line.signature and shown.signer.how is How.SCREEN
        else "",
        icon="pen",
        detail=in_full(line.at) if line.at else "",
        kind=kind,
        label=label,
    )
