"""How long somebody has to answer a written intention: from the day it was given, or the letter went out if later."""

from datetime import datetime, timedelta

from keyzer.protocol.case.events.measures import IntentionRecorded
from keyzer.protocol.case.letters.matters import intention_id
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.terms import end_of, local_day


def defence_ends(state: CaseState, intention: IntentionRecorded) -> datetime | None:
    """The end of the term; None where the school has set none. What the letter promises, the clock keeps."""
    about = intention_id(state, intention)
    sent = (letter.at for letter in state.letters_sent if letter.slot.split("/")[1] == about)
    return defence_from(state, max((intention.given_at, *sent)))


def defence_from(state: CaseState, given: datetime) -> datetime | None:
    """The end of the term when the intention is given at `given`."""
    days = state.settings.defence_days
    return None if days is None else end_of(local_day(given) + timedelta(days=days))
