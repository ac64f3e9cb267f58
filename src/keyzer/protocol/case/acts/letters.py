"""Acts about letters: who may issue which, what a sent one makes known, and that a sent one stays."""

import re

from keyzer.protocol.case.act import Act
from keyzer.protocol.case.commands import letters as commands
from keyzer.protocol.case.effects import Effect
from keyzer.protocol.case.events import letters as events
from keyzer.protocol.case.events import measures
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.letters.addressees import against
from keyzer.protocol.case.letters.compose import lacking
from keyzer.protocol.case.letters.page import BODIES, Page
from keyzer.protocol.case.letters.signing import deciders
from keyzer.protocol.case.letters.slots import pages
from keyzer.protocol.case.moment import Moment, record
from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.case.values import PROVABLE, SPOKEN
from keyzer.protocol.case.who import anyone, handles, lacks_role
from keyzer.protocol.rule import implements
from keyzer.protocol.vocabulary import LetterAbout, LetterApprover, LetterTo, Text

SHA256 = re.compile(r"[0-9a-f]{64}")


def _page(moment: Moment, slot: str) -> Page:
    """The page of a slot that the case has."""
    return next(page for page in pages(moment.edition, moment.state, moment.at) if page.slot == slot)


def _letter(moment: Moment, slot: str) -> str:
    """The letter that was issued last for a slot."""
    return next(one.letter for one in reversed(moment.state.letters_issued) if one.slot == slot)


@implements("leerlingen-9", "personeel-8")
def against_issuing(moment: Moment, slot: str) -> list[Reason]:
    """A letter is issued whole, once, and by who may decide what it tells, or else by who handles the case."""
    page = _page(moment, slot)
    if page.kind.approved_by is LetterApprover.DECIDER:
        return lacks_role(moment, deciders(page), *page.kind.grounds) + lacking(page)
    return handles(moment) + lacking(page)


def _fixed(moment: Moment, command: commands.IssueLetter) -> list[Reason]:
    if SHA256.fullmatch(command.digest) and command.language in {"nl", "en"}:
        return []
    return [
        reason("Het controlegetal of de taal klopt niet.", "The digest or the language is not right.", moment.ground)
    ]


def _issue(moment: Moment, command: commands.IssueLetter) -> list[Event]:
    said = {"letter": command.letter, "language": command.language, "digest": command.digest}
    return [record(moment, events.LetterIssued, _grounds(moment, command.slot), **_named(command.slot), **said)]


def _named(slot: str) -> dict[str, str]:
    kind, _about, addressee = slot.split("/", 2)
    return {"slot": slot, "letter_kind": kind, "addressee": addressee}


def _grounds(moment: Moment, slot: str) -> tuple[str, ...]:
    return moment.edition.letters[slot.partition("/")[0]].grounds


def _may_go(moment: Moment, slot: str) -> list[Reason]:
    """Who may have the letter is asked again at the moment it goes: a pupil may have turned 18 since."""
    return against(_page(moment, slot))


def _channel(moment: Moment, command: commands.SendLetter) -> list[Reason]:
    page, against_it = _page(moment, command.slot), []
    if command.channel in SPOKEN:
        against_it += [reason("Een brief geef je op schrift.", "A letter is given in writing.", moment.ground)]
    if _is_summary_dismissal(page) and command.channel not in PROVABLE:
        nl = "Geef deze brief aangetekend of tegen een handtekening."
        against_it += [reason(nl, "Give this letter registered or against a signature.", moment.ground)]
    if (command.channel in PROVABLE or page.addressee in BODIES) and not command.proof.strip():
        nl = "Vul in hoe te bewijzen is dat de brief is gegeven: het nummer of het kenmerk, of wie tekende."
        against_it += [
            reason(nl, "Fill in how it can be proven: the number or reference, or who signed.", moment.ground)
        ]
    return against_it


def _is_summary_dismissal(page: Page) -> bool:
    decision = page.matter.decision
    return decision is not None and decision.effect is Effect.SUMMARY_DISMISSAL


@implements("leerlingen-9", "personeel-8")
def send(moment: Moment, command: commands.SendLetter) -> list[Event]:
    """The letter goes out; a decision in it is made known, a notice in it was given, in the same act."""
    grounds = _grounds(moment, command.slot)
    said = {"letter": _letter(moment, command.slot), "channel": command.channel, "proof": command.proof}
    return [
        record(moment, events.LetterSent, grounds, **_named(command.slot), **said),
        *_made_known(moment, _page(moment, command.slot), command),
    ]


def _made_known(moment: Moment, page: Page, command: commands.SendLetter) -> list[Event]:
    decision, state = page.matter.decision, moment.state
    if decision is None:
        return []
    if page.kind.about is LetterAbout.DECISION:
        pair = (decision.decision, page.addressee)
        if pair in {(told.decision, told.person) for told in state.announcements}:
            return []
        told = {"decision": decision.decision, "person": page.addressee, "channel": command.channel}
        return [record(moment, measures.DecisionAnnounced, decision.grounds, **told)]
    notices = NOTICES.get(page.kind.to)
    if notices is None or any(one.decision == decision.decision for one in getattr(state, notices[1])):
        return []
    return [record(moment, notices[0], page.kind.grounds, decision=decision.decision, reference=command.proof)]


NOTICES: dict[LetterTo, tuple[type[Event], str]] = {
    LetterTo.INSPECTORATE: (measures.InspectorateNotified, "inspectorate_notices"),
    LetterTo.MUNICIPALITY: (measures.MunicipalityNotified, "municipality_notices"),
}


def _withdraw(moment: Moment, command: commands.WithdrawLetter) -> list[Event]:
    said = {"letter": _letter(moment, command.slot), "reason": command.reason}
    return [record(moment, events.LetterWithdrawn, _grounds(moment, command.slot), **_named(command.slot), **said)]


ACTS = (
    Act(
        command=commands.IssueLetter,
        label=Text(nl="Brief vaststellen", en="Issue a letter"),
        do=_issue,
        who=anyone,
        choice="slot",
        when_closed=True,
        of_choice=against_issuing,
        check=_fixed,
    ),
    Act(
        command=commands.SendLetter,
        label=Text(nl="Brief geven of versturen", en="Give or send a letter"),
        do=send,
        choice="slot",
        when_closed=True,
        of_choice=_may_go,
        check=_channel,
    ),
    Act(
        command=commands.WithdrawLetter,
        label=Text(nl="Brief intrekken", en="Withdraw a letter"),
        do=_withdraw,
        choice="slot",
        when_closed=True,
    ),
)
