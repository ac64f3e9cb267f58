"""To whom a letter may go at this moment: by authority, by age, and by who must be left alone."""

from datetime import datetime

from keyzer.protocol.case import facts
from keyzer.protocol.case.letters.page import BODIES, Page
from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.edition import Edition


def against(page: Page) -> list[Reason]:
    """The reason why this letter can't go to this addressee, if there is one (WVO 2020, 1.1, 8.1, 8.14(2), 8.15(6))."""
    state, person = page.state, page.addressee
    may_have = person in page.matter.addressees
    if may_have and (person in BODIES or person in facts.recipients(state, page.now)):
        return []
    return [_why_not(state, person, page.now, page.kind.grounds[:1])]


def left_out(edition: Edition, state: CaseState, now: datetime) -> tuple[tuple[str, Reason], ...]:
    """The guardians to whom no letter goes at `now`, each with the reason."""
    told = facts.recipients(state, now)
    without = [guardian.person for guardian in state.guardians if guardian.person not in told]
    if not without:
        return ()
    grounds = edition.procedures["zaak-leerling"].step("bekendmaken").grounds
    return tuple((person, _why_not(state, person, now, grounds)) for person in without)


def _why_not(state: CaseState, person: str, now: datetime, grounds: tuple[str, ...]) -> Reason:
    guardians = {guardian.person for guardian in state.guardians}
    if person in guardians and person not in facts.with_authority(state):
        nl = "Deze ouder heeft geen gezag. De brief gaat alleen naar ouders met gezag."
        en = "This guardian has no authority. The letter goes to guardians with authority alone."
        return reason(nl, en, *grounds)
    if person in guardians and facts.is_adult(state, now):
        nl = "De leerling is 18 of ouder. De brief gaat naar de leerling zelf, niet naar de ouders."
        return reason(nl, "The pupil is 18 or older. The letter goes to the pupil, not to the guardians.", *grounds)
    if person in guardians and facts.is_excepted(state, person):
        nl = "Voor deze ouder is goedgekeurd dat de school geen contact zoekt."
        return reason(nl, "It was approved that the school does not contact this guardian.", *grounds)
    return reason("Deze brief is niet voor deze persoon.", "This letter is not for this person.", *grounds)
