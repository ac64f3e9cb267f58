"""The page of one letter: what it says, what it lacks, who may approve it, how it went out."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from keyzer import protocol
from keyzer.cases.pages import wording_for
from keyzer.cases.wording import Wording
from keyzer.design.moments import in_full
from keyzer.design.timeline import Moment
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.printing.typesetting import RenderingProblem

from . import composing, events, listing, reading
from .composing import Content
from .forms import LANGUAGES, TO_A_BODY, TO_A_PERSON, ApproveForm
from .phases import DRAFT
from .queries import LetterFile
from .standing import works_on
from .stream import Happened

ISSUE = protocol.IssueLetter.named()
BECAME: dict[type[events.AnyEvent], tuple[str, Callable[[], str]]] = {
    events.Drafted: ("pen", lambda: pgettext("a letter", "Begun")),
    events.Rewritten: ("pen", lambda: pgettext("a letter", "Texts changed")),
    events.Approved: ("seal", lambda: pgettext("a letter", "Approved")),
    events.Sent: ("out", lambda: pgettext("a letter", "Sent")),
    events.Withdrawn: ("cross", lambda: pgettext("a letter", "Withdrawn")),
    events.Opened: ("eye", lambda: pgettext("a letter", "Opened by the addressee")),
}


@dataclass(kw_only=True)
class LetterPage:
    """Everything on the page."""

    found: LetterFile
    wording: Wording
    label: str
    to: str
    state: tuple[str, str, datetime | None]
    can_work: bool
    text: str = ""
    lacking: list[listing.ReasonLine] = field(default_factory=list)
    paper: list[tuple[str, Any]] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    approving: ApproveForm | None = None
    barred: list[listing.ReasonLine] = field(default_factory=list)
    refused: list[listing.ReasonLine] = field(default_factory=list)

    @property
    def id(self) -> UUID:
        """The letter."""
        return self.found.line.id

    @property
    def case(self) -> UUID:
        """Its case."""
        return self.found.file.id

    @property
    def phase(self) -> str:
        """How far it is."""
        return self.found.line.phase

    @property
    def language(self) -> str:
        """In which language it is written."""
        return self.found.line.language

    @property
    def following(self) -> str:
        """To whom the next letter about the same goes; empty when there is none."""
        line = self.found.following
        return listing.addressee_name(line.body or str(line.addressee), self.wording) if line else ""

    @property
    def history(self) -> list[Moment]:
        """What was done with it, newest first."""
        return [_moment(one, self.wording) for one in reversed(self.found.history.happened)]

    def since(self, seen: int) -> list[Moment]:
        """What was done with it after version `seen`."""
        return [_moment(one, self.wording) for one in self.found.history.happened[seen:]]

    def refuse(self, reasons: tuple[protocol.Reason, ...]) -> None:
        """Show why it was not done."""
        self.refused = listing.reason_lines(self.found.file, reasons, self.wording)


def page(found: LetterFile, viewer: protocol.Viewer, now: datetime, language: str) -> LetterPage:
    """The page of a letter, for who sees its case."""
    line, file = found.line, found.file
    writers = [one.by for one in found.history.happened if one.by]
    addressees = [one.addressee for one in (line, found.following) if one and one.addressee]
    wording = wording_for(file, language, [*writers, *addressees])
    shown = LetterPage(
        found=found,
        wording=wording,
        label=listing.label_of(file, line.kind, line.about, wording),
        to=listing.addressee_name(line.body or str(line.addressee), wording),
        state=listing.how_far(line),
        can_work=works_on(viewer, file),
    )
    (_show_draft if line.phase == DRAFT else _show_approved)(shown, now)
    return shown


def _show_draft(shown: LetterPage, now: datetime) -> None:
    made = draft_of(shown.found, now)
    if isinstance(made, protocol.Refusal):
        shown.lacking = listing.reason_lines(shown.found.file, made.reasons, shown.wording)
        return
    try:
        shown.text = mark_safe(reading.text(made))  # noqa: S308 -- `reading.safe` wrote every tag of it
    except RenderingProblem as problem:
        shown.lacking = [listing.ReasonLine(str(problem), (), "")]
        return
    shown.paper = _paper(made)
    shown.named = _others_named(made, shown.found, now)
    shown.barred = _who_may(shown, now)
    if shown.can_work and not shown.barred:
        read = {"seen_version": shown.found.line.version, "digest": made.digest}
        shown.approving = ApproveForm(None, initial=read)


def draft_of(found: LetterFile, now: datetime) -> Content | protocol.Refusal:
    """The letter as it would be now, marked as a draft."""
    return composing.compose(found.file, found.line.place, found.history.free, at=now, is_draft=True)


def _show_approved(shown: LetterPage, _now: datetime) -> None:
    history = shown.found.history
    approved, sent = history.last(events.Approved), history.last(events.Sent)
    if approved is None:
        return
    happened, frozen = approved
    shown.text = mark_safe(frozen.text)  # noqa: S308 -- `reading.safe` wrote every tag of it when it was approved
    shown.paper = [
        (_("Language"), dict(LANGUAGES)[shown.language]),
        (pgettext("a letter", "Approved"), _by(happened, shown.wording)),
        (_("Fingerprint (SHA-256)"), " ".join(re.findall(".{8}", frozen.digest))),
    ]
    if sent:
        happened, way = sent
        known = {**TO_A_BODY, **TO_A_PERSON}[protocol.Channel(way.channel)]
        shown.paper += [(pgettext("a letter", "Sent"), _by(happened, shown.wording)), (_("How"), known)]
        shown.paper += [(_("Proof"), way.proof)] if way.proof else []
        opened = shown.found.line.opened_at
        shown.paper += [(_("Opened"), in_full(opened) if opened else _("not that we know"))]


def _paper(made: Content) -> list[tuple[str, Any]]:
    """What stands above the letter on paper."""
    addressee = made.data["addressee"]
    lines = ", ".join(addressee.get("address_lines", ())) or _("no address known")
    language = dict(LANGUAGES)[made.data["language"]]
    told = [(_("To"), addressee["name"]), (_("Address"), lines), (_("Language"), language)]
    return [*told, (_("Reference"), made.data["reference"])]


def _others_named(made: Content, found: LetterFile, now: datetime) -> list[str]:
    """Who takes part in what happened and is named in the letter by the first name, though it is not about them."""
    state = found.file.state
    family = {state.subject, *(guardian.person for guardian in state.guardians), str(found.line.addressee)}
    others = {UUID(party.person) for party in state.parties if party.person not in family}
    said = json.dumps({name: made.data[name] for name in ("parts", "free")}, ensure_ascii=False)
    known = people.correspondents(others, clock.local(now).date()).values()
    return [one.name for one in known if re.search(rf"\b{re.escape(one.given_name)}\b", said)]


def _who_may(shown: LetterPage, now: datetime) -> list[listing.ReasonLine]:
    """Why this reader can't approve the letter; nothing for who can."""
    file = shown.found.file
    offered = protocol.options(file.edition, file.state, file.actor, now)
    meant = [one for one in offered if one.kind == ISSUE and one.preset.get("slot") in {None, shown.found.line.slot}]
    reasons = [reason for one in meant for reason in one.barred]
    return listing.reason_lines(file, reasons, shown.wording)


def _by(happened: Happened, wording: Wording) -> str:
    name = wording.name(happened.by) if happened.by else ""
    return _("%(moment)s, by %(name)s") % {"moment": in_full(happened.at), "name": name}


def _moment(happened: Happened, wording: Wording) -> Moment:
    icon, title = BECAME[type(happened.event)]
    said = happened.event.reason if isinstance(happened.event, events.Withdrawn) else ""
    by = wording.name(happened.by) if happened.by else ""
    return Moment(at=happened.at, title=title(), body=said, icon=icon, articles=(), by=by)
