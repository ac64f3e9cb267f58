"""The page `Letters of this case`: each letter once, with who gets it, how far it is, and what it still lacks."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from keyzer import protocol
from keyzer.cases.doing import command_url
from keyzer.cases.pages import wording_for
from keyzer.cases.queries import CaseFile
from keyzer.cases.wording import Wording
from keyzer.design.moments import spoken
from keyzer.design.rows import Row
from keyzer.kit import clock
from keyzer.kit.addresses import address_of
from keyzer.people import queries as people

from . import letterhead
from .composing import BODIES
from .phases import APPROVED, DRAFT, SENT
from .queries import CaseLetters, LetterLine
from .standing import works_on

BEGUN = frozenset({"waits", "info"})
"""The states of a letter with which somebody must go on."""


class ReasonLine(NamedTuple):
    """Why a letter can't be had yet; `url` leads to what settles it."""

    text: str
    articles: tuple[str, ...]
    url: str


class Group(NamedTuple):
    """One letter with a row for each addressee. `to_make` are the slots in which there is none yet."""

    label: str
    articles: tuple[str, ...]
    rows: list[Row]
    to_make: list[str]
    lacking: list[ReasonLine]
    required: bool

    @property
    def waits(self) -> bool:
        """Whether something must be done with it."""
        begun = any(row.url and row.kind in BEGUN for row in self.rows)
        return begun or (self.required and bool(self.to_make))

    @property
    def is_done(self) -> bool:
        """Whether every addressee has it."""
        return all(row.kind == "done" for row in self.rows)


class CasePage(NamedTuple):
    """Everything on the page."""

    case: UUID
    subject: str
    can_work: bool
    letterhead: list[ReasonLine]
    waiting: list[Group]
    possible: list[Group]
    sent: list[Group]
    left_over: list[Row]
    left_out: list[tuple[str, str]]


def page(found: CaseLetters, viewer: protocol.Viewer, language: str) -> CasePage:
    """The letters of a case, for who sees it."""
    file = found.file
    wording = wording_for(file, language, [one.addressee for one in found.letters if one.addressee])
    matters = groupby(found.slots, key=attrgetter("kind", "about"))
    groups = [_group(found, list(slots), wording) for _matter, slots in matters]
    gaps = letterhead.lacking(people.school().settings, to_a_body=False)
    return CasePage(
        case=file.id,
        subject=wording.name(file.state.subject),
        can_work=works_on(viewer, file),
        letterhead=reason_lines(file, gaps, wording),
        waiting=[one for one in groups if one.waits],
        possible=[one for one in groups if not one.waits and not one.is_done],
        sent=[one for one in groups if one.is_done],
        left_over=[_begun(file, one, wording) for one in found.letters if _is_left_over(found, one)],
        left_out=[(wording.name(person), wording.say(why.text)) for person, why in found.left_out] if groups else [],
    )


def reason_lines(file: CaseFile, reasons: Iterable[protocol.Reason], wording: Wording) -> list[ReasonLine]:
    """Reasons in words, each once, with a link to the page of the case that settles it."""
    return [
        ReasonLine(wording.say(reason.text), reason.grounds, _settled_at(file, reason))
        for reason in dict.fromkeys(reasons)
    ]


def _settled_at(file: CaseFile, reason: protocol.Reason) -> str:
    """The page on which this reason is settled; empty when there is none, or none for this reader."""
    if reason.command:
        return command_url(file, reason.command, {})
    is_gap = reason.who == letterhead.FILLED_IN_BY and reason.who & file.actor.roles
    return reverse("settings_part", args=[letterhead.PAGE]) if is_gap else ""


def label_of(file: CaseFile, kind: str, about: str, wording: Wording) -> str:
    """What a letter is called; when it tells a decision, with the measure, unless that says nothing more."""
    label = wording.say(file.edition.letters[kind].label)
    measures = (one.measure for one in file.state.decisions if one.decision == about)
    named = (wording.say(file.edition.measures[measure].label) for measure in measures)
    return ": ".join((label, *(name for name in named if name.casefold() not in label.casefold())))


def addressee_name(addressee: str, wording: Wording) -> str:
    """Who gets it: a person, or an authority."""
    return wording.say(BODIES[addressee]) if addressee in BODIES else wording.name(addressee)


def _group(found: CaseLetters, slots: Sequence[protocol.Slot], wording: Wording) -> Group:
    first = slots[0]
    letters = [(slot, found.letter_in(slot.id)) for slot in slots]
    return Group(
        label=label_of(found.file, first.kind, first.about, wording),
        articles=found.file.edition.letters[first.kind].grounds,
        rows=[_row(slot, letter, wording) for slot, letter in letters],
        to_make=[slot.id for slot, letter in letters if letter is None],
        lacking=reason_lines(found.file, (one for slot in slots for one in slot.lacking), wording),
        required=any(slot.required for slot in slots),
    )


def _row(slot: protocol.Slot, letter: LetterLine | None, wording: Wording) -> Row:
    name = addressee_name(slot.addressee, wording)
    if letter is None:
        return Row(sentence=name, icon="letter", kind="open", label=_("Not made yet"))
    kind, word, at = how_far(letter)
    since = spoken(at, clock.now()) if at else ""
    url = address_of("letters:show", letter.id)
    return Row(sentence=name, url=url, icon="letter", detail=since, kind=kind, label=word)


def _is_left_over(found: CaseLetters, letter: LetterLine) -> bool:
    """Whether it was begun and can't go out any more: its measure was ended, or the pupil turned 18."""
    return letter.phase == DRAFT and letter.slot not in {slot.id for slot in found.slots}


def _begun(file: CaseFile, letter: LetterLine, wording: Wording) -> Row:
    name = addressee_name(letter.body or str(letter.addressee), wording)
    label = label_of(file, letter.kind, letter.about, wording)
    return Row(sentence=name, url=address_of("letters:show", letter.id), icon="letter", detail=label)


def how_far(letter: LetterLine) -> tuple[str, str, datetime | None]:
    """How far a letter is: kind of state, word, and since when."""
    said = {
        DRAFT: ("waits", pgettext("a letter", "Draft"), letter.drafted_at),
        APPROVED: ("info", pgettext("a letter", "Approved, not sent yet"), letter.approved_at),
        SENT: ("done", pgettext("a letter", "Sent"), letter.sent_at),
    }
    return said.get(letter.phase, ("excepted", pgettext("a letter", "Withdrawn"), None))
