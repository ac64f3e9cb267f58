"""Who can be recognised in the pictures, and their place in the register of pictures once they are approved."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from keyzer.channels.words import platform_name
from keyzer.consent import actions as consent
from keyzer.consent.actions.published import PictureDraft
from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.people import queries as people
from keyzer.protocol import ConsultAct, ConsultShows, ImagePurpose, Viewer, approval_code

from .rows import Held, hold, record, require

LONGEST_PLACE = 160
"""Leaves room beside it for the name of a platform and a code."""


def tell_who(consult: UUID, told: ConsultShows, *, seen: int, by: Viewer, at: datetime) -> None:
    """Say who can be recognised in the pictures; of what is approved already, who comes along is registered at once.

    Nobody goes who was told when it was approved. Raises NotAllowed, Refused, Moved, and consent's Refused for who
    may not be shown.
    """
    with writing():
        held = hold(consult)
        require(held, ConsultAct.TELL_WHO, UUID(by.id))
        answered, was = held.state.answered, held.state.shows
        if answered and was:
            told = ConsultShows(persons=tuple(sorted({*was.persons, *told.persons})), purpose=was.purpose)
        record(held, told, seen=seen, by=UUID(by.id), at=at)
        if answered:
            fresh = set(told.persons).difference(was.persons if was else ())
            register(held, told.purpose, fresh, answered.digest, by=by, at=at)


def register(
    held: Held, purpose: ImagePurpose, persons: Iterable[str], digest: str, *, by: Viewer, at: datetime
) -> None:
    """Write in the register of pictures that these people may be seen where the consult says. Raises consent's Refused.

    Who asked takes it down when somebody withdraws; who has no post at the school leaves that to who wrote it.
    """
    shown = frozenset(map(UUID, persons))
    if not shown:
        return
    on, asker, wanted = clock.local(at).date(), held.row.asker_id, held.state.wanted
    where = " · ".join(one for one in (platform_name(wanted.platform), wanted.place[:LONGEST_PLACE]) if one)
    draft = PictureDraft(f"{where} ({approval_code(digest)})", purpose, on, shown, consult=held.row.id)
    is_staff = people.viewer_of(asker, on).holds(*people.STAFF)
    consent.publish(draft, by=asker if is_staff else UUID(by.id), at=at)
