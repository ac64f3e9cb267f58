"""Letters as their addressee has them: in a list, and open with what can be done next."""

from typing import NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.cases.queries import OwnFile
from keyzer.design.moments import in_full
from keyzer.design.rows import Row
from keyzer.kit.addresses import address_of
from keyzer.kit.clock import local
from keyzer.letters import queries
from keyzer.letters.queries import SentLetter

from .opening import Linked
from .pages import words_for
from .words import Words


class LetterPage(NamedTuple):
    """A letter lying open. An address is empty where there is nothing to do."""

    label: str
    sent: str
    text: SafeString
    language: str
    words: Words
    file_url: str
    view_url: str
    object_url: str
    defend_url: str
    close_url: str


def of_case(viewer: protocol.Viewer, case: UUID) -> list[SentLetter]:
    """The letters of one case that were sent to this person, newest first."""
    return [one for one in queries.for_person(viewer) if one.case == case]


def rows(sent: list[SentLetter], language: str) -> list[Row]:
    """Letters as sentences."""
    return [
        Row(
            sentence=one.label.read(language),
            url=address_of("own:letter", one.id),
            icon="letter",
            detail=in_full(local(one.sent_at).date()),
            kind="done" if one.opened_at else "open",
            label="" if one.opened_at else _("Not opened yet"),
        )
        for one in sent
    ]


def signed_in(letter: SentLetter, file: OwnFile, language: str) -> LetterPage:
    """A letter for who has signed in; its answers are on the page of the case."""
    return LetterPage(
        label=letter.label.read(language),
        sent=in_full(local(letter.sent_at).date()),
        text=SafeString(queries.text(letter.id)),
        language=letter.language,
        words=words_for(file),
        file_url=reverse("own:letter-file", args=[letter.id]),
        view_url="",
        object_url="",
        defend_url="",
        close_url="",
    )


def by_link(found: Linked, language: str) -> LetterPage:
    """A letter for who came by its link, with the answers that belong to this letter alone."""
    told = found.file.told
    objects = any(one.remedy.is_open for one in told.decisions if one.decision == found.letter.about)
    defends = told.reader is protocol.Reader.STAFF and any(
        not one.answer and not one.is_decided for one in told.intentions if one.measure.id == intended_in(found)
    )

    def at(view: str) -> str:
        return reverse(f"own:{view}", args=[found.token])

    return signed_in(found.letter, found.file, language)._replace(
        file_url=at("link-file"),
        view_url=at("link-statement"),
        object_url=at("link-objection") if objects else "",
        defend_url=at("link-defence") if defends else "",
        close_url=at("link-close"),
    )


def intended_in(found: Linked) -> str:
    """The measure of the intention that a letter tells; empty for a letter about something else."""
    number = found.letter.about.removeprefix("v")
    intentions = found.file.told.intentions
    if number == found.letter.about or not number.isdecimal() or int(number) > len(intentions):
        return ""
    return intentions[int(number) - 1].measure.id
