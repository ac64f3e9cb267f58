"""The register of published pictures: what was published where, and that it is gone."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from keyzer.consent.events import PICTURE, Published, TakenDown, entries
from keyzer.consent.models import PublishedPicture, Shown, TakeDown
from keyzer.consent.queries.standing import not_among
from keyzer.consent.words import NotThere, Refused
from keyzer.kit.clock import local
from keyzer.kit.ids import new_id
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.ledger import queries as history
from keyzer.people import queries as people
from keyzer.protocol import ImagePurpose, Reason, Role, Text


class PictureDraft(NamedTuple):
    """A picture that was published: `place` is where to find it, `persons` who can be recognised.

    With `consult` its answer approved the picture: it may be published from that day on.
    """

    place: str
    purpose: ImagePurpose
    published_on: date
    persons: frozenset[UUID]
    consult: UUID | None = None


def publish(draft: PictureDraft, *, by: UUID, at: datetime) -> UUID:
    """Keep where a picture was published, so that it can be found when somebody withdraws; answers its id.

    Raises Refused, with the names of those who may not be shown there, and NotThere for who is no staff.
    """
    on = local(at).date()
    with writing():
        if not people.viewer_of(by, on).holds(*people.STAFF):
            raise NotThere
        if unshown := not_among(draft.purpose, sorted(draft.persons), on):
            raise Refused((_no_consent(unshown),))
        row = PublishedPicture(
            id=new_id(), place=draft.place, purpose=draft.purpose, published_on=draft.published_on,
            by_id=by, recorded_at=at, consult=draft.consult, stream=new_id(),
        )  # fmt: skip
        told = Published(
            place=draft.place, purpose=draft.purpose, published_on=draft.published_on,
            persons=tuple(sorted(draft.persons)), consult=draft.consult,
        )  # fmt: skip
        ledger.begin_stream(PICTURE, entries([told]), by=by, at=at, stream=row.stream)
        row.save(force_insert=True)
        Shown.objects.bulk_create(Shown(picture=row, person_id=person) for person in sorted(draft.persons))
    return row.id


def take_down(picture: UUID, *, by: UUID, at: datetime) -> None:
    """Record that a picture is gone from where it was; that ends every task about it. Again does nothing.

    Raises NotThere for who neither published it, nor has a task about it, nor leads the school.
    """
    with writing():
        row = PublishedPicture.objects.select_for_update().filter(id=picture).first()
        if row is None or not _sees_to(row, by, local(at).date()):
            raise NotThere
        if row.taken_down_at is not None:
            return
        row.taken_down_at = at
        row.save(update_fields=["taken_down_at"])
        TakeDown.objects.filter(picture=row, done_at=None).update(done_at=at, done_by=by)
        ledger.append(row.stream, entries([TakenDown()]), seen=history.version(row.stream), by=by, at=at)


def _sees_to(row: PublishedPicture, by: UUID, on: date) -> bool:
    if not people.viewer_of(by, on).roles:
        return False
    owes = TakeDown.objects.filter(picture=row, owed_by_id=by).exists()
    return row.by_id == by or owes or people.viewer_of(by, on).holds(Role.DIRECTEUR)


def _no_consent(persons: list[UUID]) -> Reason:
    names = ", ".join(sorted(people.names(persons).values()))
    return Reason(
        text=Text(
            nl=f"Voor dit doel is er geen toestemming van: {names}.", en=f"There is no consent for this from: {names}."
        ),
        grounds=("leerlingen-6", "reikwijdte-4"),
    )
