"""The lines by which the person concerned finds the own cases; what stands behind them is the room `own`."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from keyzer import protocol
from keyzer.design.rows import Row
from keyzer.kit.addresses import address_of
from keyzer.people import queries as people

from .queries import OwnFile


def rows(cases: Sequence[OwnFile], now: datetime) -> list[Row]:
    """The reader's cases as sentences."""
    names = people.names(UUID(one.told.subject) for one in cases)
    return [
        Row(
            sentence=about(one.told, names[UUID(one.told.subject)]),
            url=address_of("own:case", one.id),
            icon="letter" if one.told.decisions else "calendar",
            detail=_last_told(one.told, now),
            kind="open" if one.told.is_open else "done",
            label=_("Not finished yet") if one.told.is_open else _("Dealt with"),
        )
        for one in cases
    ]


def about(told: protocol.OwnCase, name: str) -> str:
    """Whom it is about, as the reader is spoken to."""
    if told.reader is protocol.Reader.GUARDIAN:
        return _("About %(name)s") % {"name": name}
    if told.reader is protocol.Reader.PUPIL:
        return pgettext("to a pupil", "About you")
    return pgettext("to an adult", "About you")


def _last_told(told: protocol.OwnCase, now: datetime) -> str:
    if told.decisions:
        return _("A decision was made")
    if any(one.planned_at > now for one in told.invitations):
        return _("An invitation to talk")
    return _("An intention") if told.intentions else _("The school looks into it")
