"""How signers are spoken to: `je` to a pupil, `u` to everybody else, and for whom each signature is."""

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from keyzer import protocol

from .queries import AskedLine
from .queries.receipts import Receipt
from .words import State


class Speech:
    """The sentences that differ by who reads."""

    def __init__(self, *, to_pupil: bool) -> None:
        self.to_pupil = to_pupil

    def _to(self, *, pupil: str, adult: str) -> str:
        return pupil if self.to_pupil else adult

    def lead(self) -> str:
        """Above the text."""
        return self._to(
            pupil=pgettext("to a pupil", "These are the agreements that hold for you. Read them, then sign below."),
            adult=pgettext("to an adult", "These are the agreements that hold for you. Read them, then sign below."),
        )

    def all_answered(self) -> str:
        """When nothing is asked any more."""
        return self._to(
            pupil=pgettext("to a pupil", "Thank you. You need not do anything more. Your proof stands below."),
            adult=pgettext("to an adult", "Thank you. You need not do anything more. Your proof stands below."),
        )

    def what_it_means(self) -> str:
        """Beside the button: what a signature says, and what it does not."""
        return self._to(
            pupil=pgettext(
                "to a pupil",
                "With your signature you say: I have read this and I keep to it. Don't you understand something? Ask.",
            ),
            adult=pgettext(
                "to an adult",
                "With your signature you say: I have read this and I keep to it. Is something not clear? Ask.",
            ),
        )

    def refusing(self) -> str:
        """Above the reason: what happens then."""
        return self._to(
            pupil=pgettext(
                "to a pupil",
                "That is allowed. Tell us why. Somebody at school will talk with you about it. "
                "The agreements hold at school for everybody, also for who does not sign.",
            ),
            adult=pgettext(
                "to an adult",
                "That is allowed. Tell us why. Somebody at school will talk with you about it. "
                "The agreements hold at school for everybody, also for who does not sign.",
            ),
        )

    def refused(self) -> str:
        """After a refusal."""
        return self._to(
            pupil=pgettext("to a pupil", "We have written down that you do not sign. Somebody will talk with you."),
            adult=pgettext("to an adult", "We have written down that you do not sign. Somebody will talk with you."),
        )

    def binds_anyway(self) -> str:
        """Above what the school decided about a refusal (reikwijdte-1)."""
        return self._to(
            pupil=pgettext(
                "to a pupil",
                "Not signing is no breach, and you get no measure for it. "
                "The agreements hold for you as for everybody at school. You can always sign after all.",
            ),
            adult=pgettext(
                "to an adult",
                "Not signing is no breach, and no measure follows from it. "
                "The agreements hold for you as for everybody at school. You can always sign after all.",
            ),
        )

    def withdrawing(self) -> str:
        """Above the form that takes a signature back."""
        return self._to(
            pupil=pgettext(
                "to a pupil",
                "Your signature stays readable as it was, with the day on which you took it back. "
                "You will be asked again whether you sign.",
            ),
            adult=pgettext(
                "to an adult",
                "Your signature stays readable as it was, with the day on which you took it back. "
                "You will be asked again whether you sign.",
            ),
        )

    def changed(self) -> str:
        """To who signed an older text."""
        return self._to(
            pupil=pgettext("to a pupil", "See what changed since you signed"),
            adult=pgettext("to an adult", "See what changed since you signed"),
        )

    def for_whom(self, line: AskedLine | Receipt) -> str:
        """`Voor jezelf`, `Voor uzelf, als vrijwilliger`, `Voor Daan Bakker`."""
        asked = line.asked
        if asked.signer != asked.on_behalf_of:
            return _("For %(name)s") % {"name": line.name}
        if self.to_pupil:
            return pgettext("to a pupil", "For yourself")
        return _("For yourself, as one of the %(audience)s") % {"audience": audience(asked.audience)}


def audience(one: protocol.Audience) -> str:
    """The name of an audience, in the language in use."""
    return protocol.AUDIENCES[one].read(get_language() or "nl")


def state_pill(state: State | None) -> tuple[str, str]:
    """The kind and the word of a state."""
    return {
        State.SIGNED: ("done", _("Signed")),
        State.REFUSED: ("info", _("Not signed, answered")),
        State.WITHDRAWN: ("waits", _("Taken back")),
        None: ("waits", _("Not signed yet")),
    }[state]


def thanks(speech: Speech, *, refused: bool) -> str:
    """What somebody is told after answering."""
    return speech.refused() if refused else _("Thank you, the signature is recorded.")
