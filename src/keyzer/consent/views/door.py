"""The two ways by which somebody chooses, signed in or by a link, and the page of one person that both lead to."""

from http import HTTPStatus
from typing import NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from keyzer.consent import actions, pages, queries
from keyzer.consent.forms import AnswersForm
from keyzer.consent.queries import ConsentPage
from keyzer.consent.words import How, Refused
from keyzer.kit import clock
from keyzer.protocol import ImagePurpose, ImageSaid, Viewer

WHO = "wie"
"""Names a person in the address behind a link."""


class Door(NamedTuple):
    """Who chooses; `token` is that of the link by which somebody without an account came in."""

    viewer: Viewer
    token: str = ""

    @property
    def how(self) -> How:
        """As an answer given here is recorded."""
        return How.LINK if self.token else How.SCREEN

    @property
    def base(self) -> str:
        """The frame of the pages: behind a link there is nothing else to go to."""
        return "design/plain.html" if self.token else "design/base.html"

    def home(self) -> str:
        """Where everybody stands whom this person has a say about."""
        return reverse("consent:link", args=[self.token]) if self.token else reverse("consent:index")

    def page_of(self, person: UUID) -> str:
        """Where is chosen about one person."""
        return f"{self.home()}?{WHO}={person}" if self.token else reverse("consent:person", args=[person])

    def said_at(self, person: UUID, purpose: ImagePurpose) -> str:
        """Where one answer in one tap goes."""
        if self.token:
            return f"{self.page_of(person)}&doel={purpose}"
        return reverse("consent:say", args=[person, purpose])


def chosen(request: HttpRequest, door: Door, page: ConsentPage) -> HttpResponse:
    """Each purpose for one person: what is to be chosen, and what was."""
    purposes, who = [line.purpose for line in page.lines if line.is_asked], UUID(page.known.person)
    form = AnswersForm(request.POST if request.method == "POST" else None, purposes, get_language() or "nl")
    if request.method != "POST" or not form.is_valid():
        return _shown(request, door, page, form)
    actions.answer_all(who, form.answers(), how=door.how, by=UUID(door.viewer.id), at=clock.now())
    messages.success(request, _("This is kept. It can be changed at any time."))
    return redirect(door.page_of(who))


def said(request: HttpRequest, door: Door, person: UUID, purpose: ImagePurpose, word: ImageSaid) -> HttpResponse:
    """One answer in one tap."""
    try:
        actions.answer(person, purpose, word, how=door.how, by=UUID(door.viewer.id), at=clock.now())
    except Refused as refused:
        messages.error(request, refused.reasons[0].text.read(get_language() or "nl"))
    else:
        messages.success(request, _("This is kept. It can be changed at any time."))
    return redirect(door.page_of(person))


def word_of(purpose: str, word: str) -> tuple[ImagePurpose, ImageSaid] | None:
    """What was sent as one answer; None for what is none."""
    if purpose not in set(ImagePurpose) or word not in set(ImageSaid):
        return None
    return ImagePurpose(purpose), ImageSaid(word)


def _shown(request: HttpRequest, door: Door, page: ConsentPage, form: AnswersForm) -> HttpResponse:
    who, is_told = UUID(page.known.person), page.decides or page.is_own
    context = {
        "base": door.base,
        "home": door.home(),
        "has_more": bool(door.token) and len(door.viewer.guardian_of) > 1,
        "page": page,
        "cards": pages.cards(page, lambda purpose: door.said_at(who, purpose)),
        "differs": pages.differs(page),
        "form": form if form.fields else None,
        "pictures": pages.picture_lines(queries.showing(who)) if is_told else [],
        **pages.told(who, clock.today()),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "consent/person.html", context, status=status)
