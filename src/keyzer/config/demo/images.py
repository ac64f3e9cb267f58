"""Consent to pictures in one class of the demo school, one picture on the school's site, and somebody who withdraws."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from keyzer.consent import actions, queries
from keyzer.consent.actions.published import PictureDraft
from keyzer.kit.clock import local
from keyzer.people import queries as people
from keyzer.protocol import ImagePurpose, ImageSaid, Role

YESTERDAY = timedelta(days=1)
ONE_IN = 5
"""Of so many families one says no, and of as many one has not answered."""
PLACE = "Website, verslag van de sportdag"


def choose(pupil: UUID, now: datetime) -> int:
    """Let the families of a pupil's class choose, but that of the pupil; answers how many choices there are."""
    on = local(now).date()
    ((_pupil, _name, _layer, school_class),) = people.seats((pupil,), on)
    classmates = [one.id for one in people.pupils_in(school_class, on) if one.id != pupil]
    made = sum(_family(one, now) for one in classmates if one.int % ONE_IN != 1)
    _publish(school_class, now)
    return made


def _family(pupil: UUID, now: datetime) -> int:
    """What every adult with authority says; a picture in the newspaper is too much for many."""
    usual = ImageSaid.NO if pupil.int % ONE_IN == 0 else ImageSaid.YES
    said = dict.fromkeys(ImagePurpose, usual) | {ImagePurpose.PERS: ImageSaid.NO if pupil.int % 2 else usual}
    deciding = list(_deciding(pupil, now))
    for adult in deciding:
        actions.answer_all(pupil, said, by=adult, at=now - YESTERDAY)
    return len(said) * len(deciding)


def _deciding(pupil: UUID, now: datetime) -> Iterator[UUID]:
    return (one.id for one in people.guardians_of(pupil, local(now).date()) if one.authority)


def _publish(school_class: UUID, now: datetime) -> None:
    """The mentor puts a picture of three pupils on the site, and one of them wants to be seen there no more."""
    on = local(now).date()
    mentor = next(
        one
        for one in people.holders(Role.MENTOR, on)
        if queries.class_for(people.viewer_of(one, on), school_class, ImagePurpose.SITE, on)
    )
    seen = queries.class_for(people.viewer_of(mentor, on), school_class, ImagePurpose.SITE, on)
    shown = [one.id for one in seen.shown[:3]] if seen else []
    if shown:
        draft = PictureDraft(PLACE, ImagePurpose.SITE, on - YESTERDAY, frozenset(shown))
        actions.publish(draft, by=mentor, at=now - YESTERDAY / 2)
        actions.answer(shown[0], ImagePurpose.SITE, ImageSaid.NO, by=shown[0], at=now)
