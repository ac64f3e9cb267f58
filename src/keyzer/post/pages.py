"""The mails of the demo school as rows: what would have been sent, and where its link leads."""

from datetime import datetime

from django.utils.translation import gettext as _

from keyzer.design.moments import spoken
from keyzer.design.rows import Row
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.protocol import Role

from . import kinds
from .queries import Kept, waiting

MOST = 50


def kept(now: datetime) -> list[Row]:
    """The newest mails that were not sent."""
    return [_row(mail, now) for mail in waiting(MOST)]


def _row(mail: Kept, now: datetime) -> Row:
    to_pupil = people.viewer_of(mail.to, clock.local(now).date()).holds(Role.LEERLING)
    words = kinds.words(mail.kind, mail.things, to_pupil=to_pupil)
    return Row(
        sentence=_("To %(name)s: %(subject)s") % {"name": mail.name, "subject": words.subject},
        url=mail.path,
        icon="letter",
        detail=f"{words.opening} {spoken(mail.queued_at, now)}",
    )
