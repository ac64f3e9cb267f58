"""What can be done with one device on a page of its own: by the word in the address, its form and its words."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from keyzer import protocol
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.protocol import Role

from . import actions, pages, words
from .forms import ClaimForm, DeviceForm, LongerForm, Offered, ReturnForm, SettleForm, TellForm
from .queries import Record


class Doing(NamedTuple):
    """One act: its form, who can be named in it, and what its page says."""

    form: type[DeviceForm]
    people: Callable[[Record, datetime], Offered]
    title: Promise
    action: Promise
    saved: Promise
    template: str = "custody/do.html"

    def done(self) -> str:
        """What is said once it was done."""
        return str(self.saved)


DOINGS = {
    "teruggeven": Doing(
        ReturnForm, pages.persons, _("Give it back"), _("Give it back"), _("It was given back."), "custody/return.html"
    ),
    "langer": Doing(LongerForm, pages.adults, _("Keep it longer"), _("Keep it longer"), _("It stays longer.")),
    "ouders": Doing(TellForm, pages.adults, _("A parent was told"), _("Record it"), _("It is on the record.")),
    "schade": Doing(
        ClaimForm, pages.persons, _("Lost or damaged"), _("Report it"), _("It was reported to the director.")
    ),
    "afhandelen": Doing(SettleForm, pages.persons, _("Settle loss or damage"), _("Settle it"), _("It is dealt with.")),
}


def send(record: Record, form: DeviceForm, *, by: UUID, at: datetime) -> int:
    """Do what the valid form says; answers the new version. Raises what actions.act raises."""
    command = form.command(_director(by, at))
    return actions.act(record.line.id, command, seen=form.cleaned_data["seen_version"], by=by, at=at)


def reasons(found: Sequence[protocol.Reason]) -> pages.Reasons:
    """Reasons in the reader's words, with their articles."""
    return [(reason.text.read(words.language()), reason.grounds) for reason in found]


def _director(by: UUID, at: datetime) -> UUID:
    """Who settles loss and damage: a director, or whoever reports it while there is none."""
    return next(iter(people.holders(Role.DIRECTEUR, clock.local(at).date())), by)
