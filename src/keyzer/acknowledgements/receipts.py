"""A receipt in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from keyzer.design.moments import in_full
from keyzer.kit import clock
from keyzer.protocol import Audience

from .decided import DecisionCard, cards
from .editions import shelf
from .queries import decisions_about
from .queries.receipts import Receipt
from .speaking import Speech, state_pill
from .words import How, State

DIGITS = 12
"""Of a digest: enough to compare two papers by eye."""


@dataclass(frozen=True)
class ReceiptPage:
    """What a receipt shows."""

    receipt: Receipt
    speech: Speech
    heading: str
    pill: tuple[str, str]
    facts: list[tuple[str, str]]

    @property
    def decisions(self) -> list[DecisionCard]:
        """What the school decided about a refusal."""
        if self.receipt.state is not State.REFUSED:
            return []
        return cards((one, "") for one in decisions_about({self.receipt.id}).get(self.receipt.id, ()))

    @property
    def can_take_back(self) -> bool:
        """Whether it is a signature that stands."""
        return self.receipt.stands and self.receipt.state is State.SIGNED


def receipt_page(found: Receipt) -> ReceiptPage:
    """The receipt of a signature, a refusal or a withdrawal."""
    own_as_pupil = found.asked.audience is Audience.LEERLING and found.asked.signer == found.asked.on_behalf_of
    speech = Speech(to_pupil=own_as_pupil)
    document = [(_("Adopted document"), short(found.document_digest))] if found.document_digest else []
    facts = [
        (pgettext("a signature", "By"), found.signer_name),
        (pgettext("a signature", "For"), found.name),
        (pgettext("a signature", "On"), in_full(found.at)),
        (_("Edition"), _edition(found.edition)),
        (_("Seal of the text"), short(found.edition_digest)),
        *document,
        (_("Read in"), {"nl": "Nederlands", "en": "English"}.get(found.language, found.language)),
        (_("How"), _how(found.how)),
    ]
    return ReceiptPage(found, speech, _heading(found.state), state_pill(found.state), facts)


def short(digest: str) -> str:
    """The first digits of a digest, in groups of four."""
    return " ".join(digest[start : start + 4] for start in range(0, DIGITS, 4))


def _edition(edition: str) -> str:
    """From which day it holds; its id when it is no longer at hand."""
    known = shelf(clock.today()).editions.get(edition)
    return _("in force from %(day)s") % {"day": in_full(known.in_force_from)} if known else edition


def _heading(state: State) -> str:
    return {
        State.SIGNED: _("Proof of signing"),
        State.REFUSED: _("Not signed"),
        State.WITHDRAWN: _("Signature taken back"),
    }[state]


def _how(how: How) -> str:
    return {
        How.SCREEN: _("On screen, after signing in"),
        How.LINK: _("On screen, by a link from an e-mail"),
        How.PAPER: _("On paper"),
        How.IMPORT: _("Taken over from another system"),
    }[how]
