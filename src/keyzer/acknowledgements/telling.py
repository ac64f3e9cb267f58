"""What a case says of its subject's signature, as one phrase behind the name."""

from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from keyzer.kit import clock

from .editions import shelf
from .queries import SignedLine, standing_of
from .words import State


def signed_phrase(person: UUID, on: date) -> str:
    """Whether this person had signed on a day, and which edition. For who may see what it is asked for."""
    own = standing_of(person, on).own
    if own is None:
        return _("had not signed the protocol on %(day)s") % {"day": _in_words(on)}
    words = {"edition": _edition(own), "day": _in_words(clock.local(own.at).date())}
    if own.state is State.REFUSED:
        return _("said on %(day)s not to sign the protocol of %(edition)s") % words
    if own.state is State.WITHDRAWN:
        return _("took back the signature under the protocol of %(edition)s on %(day)s") % words
    if not own.counts:
        return _("had signed the protocol of %(edition)s on %(day)s, not the one that held then") % words
    return _("had signed the protocol of %(edition)s on %(day)s") % words


def _edition(line: SignedLine) -> str:
    """An edition by the day from which it holds, as people know it; by its id when it is not there any more."""
    known = shelf(clock.local(line.at).date()).editions.get(line.edition)
    return _in_words(known.in_force_from) if known else line.edition


def _in_words(day: date) -> str:
    return date_format(day, "j F Y")
