"""The closed lists of this room, and what is said to who can't sign."""

from enum import StrEnum

from django.utils.translation import gettext as _


class State(StrEnum):
    """What a signer said last."""

    SIGNED = "signed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Outcome(StrEnum):
    """What a school can decide about a refusal; none of them is a measure."""

    TALK = "talk"
    ACCESS = "access"
    EDITION = "edition"
    LET_BE = "let-be"


class How(StrEnum):
    """By which way it was said."""

    SCREEN = "screen"
    LINK = "link"
    PAPER = "paper"
    IMPORT = "import"


class Why(StrEnum):
    """Why a signature is not taken."""

    NO_AUTHORITY = "no-authority"
    LEFT = "left"
    NOT_YET = "not-yet"
    NOT_TIED = "not-tied"
    NOT_ASKED = "not-asked"
    NOT_YOURS = "not-yours"
    OTHER_EDITION = "other-edition"
    NO_TEXT = "no-text"
    NO_REASON = "no-reason"
    NOTHING_SIGNED = "nothing-signed"
    SIGNED_ALREADY = "signed-already"
    LATER_THAN_NOW = "later-than-now"
    NOT_REFUSED = "not-refused"
    OWN_REFUSAL = "own-refusal"


STATES = tuple(state.value for state in State)
HOW = tuple(how.value for how in How)
OWN_HAND = frozenset({How.SCREEN, How.LINK})
"""Ways in which the signer does it himself; in the others somebody at school records it."""


class Refused(Exception):
    """A signature that is not taken; `why` is for programs, the message for logs, `said` for people."""

    def __init__(self, why: Why, message: str) -> None:
        super().__init__(message)
        self.why = why

    @property
    def said(self) -> str:
        """One sentence for who wanted to sign, in the language in use."""
        return sentence(self.why)


class RowsRefused(Exception):
    """A list of which nothing was taken; `problems` holds the place of each row that could not be, from 0, and why."""

    def __init__(self, problems: tuple[tuple[int, Refused], ...]) -> None:
        lines = "; ".join(f"row {place + 1}: {refused}" for place, refused in problems)
        super().__init__(f"nothing was recorded, correct these rows first: {lines}")
        self.problems = problems


def outcome(one: Outcome) -> str:
    """What a decision says, to who decides and to who refused alike."""
    return {
        Outcome.TALK: _("There is a talk about it."),
        Outcome.ACCESS: _("Lessons, devices and the school network stay open as they were."),
        Outcome.EDITION: _("The objection goes to who writes the next edition."),
        Outcome.LET_BE: _("The school leaves it at this."),
    }[one]


def sentence(why: Why) -> str:
    """What people read when a signature is not taken."""
    return {
        Why.NO_AUTHORITY: _("Only a parent or guardian with legal authority signs for this child."),
        Why.LEFT: _("This person has left the school. No signature is needed any more."),
        Why.NOT_YET: _("This person is not at the school yet. Signing is possible from the first day."),
        Why.NOT_TIED: _("This person is not tied to the school in this way."),
        Why.NOT_ASKED: _("This signature is not needed."),
        Why.NOT_YOURS: _("Everybody signs with their own name. Somebody at school can record it from paper."),
        Why.OTHER_EDITION: _("The protocol has changed since this text. Read the text that holds now, and sign that."),
        Why.NO_TEXT: _("The protocol is not written in this language. Choose another one."),
        Why.NO_REASON: _("Tell us in a few words why."),
        Why.NOTHING_SIGNED: _("There is no signature to take back."),
        Why.SIGNED_ALREADY: _("There is a signature already. Take that back first."),
        Why.LATER_THAN_NOW: _("The date of this signature has not come yet."),
        Why.NOT_REFUSED: _("This person has signed since. There is nothing left to decide."),
        Why.OWN_REFUSAL: _("This is about your own answer. Somebody else who leads the school decides."),
    }[why]
