"""Events about letters: what was issued, given, and taken back before it went out."""

from typing import ClassVar

from keyzer.protocol.case.events.base import Event, told
from keyzer.protocol.case.values import Channel, Code
from keyzer.protocol.vocabulary import Text


class LetterIssued(Event, tag="letter-issued", frozen=True, kw_only=True):
    """A letter was fixed as it is: `digest` is the SHA-256 of what is sent, `letter` its id where it is kept."""

    slot: Code
    letter_kind: Code
    addressee: str
    letter: Code
    language: Code
    digest: Code
    line: ClassVar[Text] = told(
        "Brief klaar voor {addressee}: {letter_kind}", "Letter ready for {addressee}: {letter_kind}"
    )


class LetterSent(Event, tag="letter-sent", frozen=True, kw_only=True):
    """A letter was given or sent; `proof` says how that can be shown later."""

    slot: Code
    letter_kind: Code
    addressee: str
    letter: Code
    channel: Channel
    proof: str
    line: ClassVar[Text] = told(
        "Brief gegeven aan {addressee}: {letter_kind} ({channel})",
        "Letter given to {addressee}: {letter_kind} ({channel})",
    )


class LetterWithdrawn(Event, tag="letter-withdrawn", frozen=True, kw_only=True):
    slot: Code
    letter_kind: Code
    addressee: str
    letter: Code
    reason: str
    line: ClassVar[Text] = told(
        "Brief voor {addressee} ingetrokken: {letter_kind}", "Letter to {addressee} withdrawn: {letter_kind}"
    )
