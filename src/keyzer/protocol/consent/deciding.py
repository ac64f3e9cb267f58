"""What may be answered by whom, and what all answers together come to."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.edition import Edition, ImageAge
from keyzer.protocol.rule import implements
from keyzer.protocol.vocabulary import Whose

from .ages import OF_AGE, age_on, image_own_choice_from, rule_at
from .standing import ImageStanding

PUPILS, STAFF = "leerlingen-6", "personeel-6"


class ImageSaid(StrEnum):
    """An answer. `LIFTED`: a pupil takes back a no of his own, so that who decides is asked again."""

    YES = "yes"
    NO = "no"
    LIFTED = "lifted"


class AboutImage(Struct, frozen=True, kw_only=True):
    """Who is in the picture; `guardians` are those with authority today. Who is no pupil decides alone."""

    person: str
    is_pupil: bool
    born: date | None = None
    guardians: frozenset[str] = frozenset()


class ImageAnswer(Struct, frozen=True, kw_only=True):
    """What somebody said last about one purpose, this school year."""

    by: str
    said: ImageSaid
    at: datetime


def image_deciders(edition: Edition, about: AboutImage, on: date) -> frozenset[str]:
    """Each of whom must say yes; nobody for a child without a guardian with authority."""
    return _with(about, frozenset({_rule(edition, about, on).gives}))


def image_withdrawers(edition: Edition, about: AboutImage, on: date) -> frozenset[str]:
    """Each of whom can say no."""
    return _with(about, _rule(edition, about, on).withdraws)


@implements("leerlingen-6", "personeel-6")
def image_barred(edition: Edition, about: AboutImage, said: ImageSaid, by: str, on: date) -> tuple[Reason, ...]:
    """Why somebody can't answer this: privacy is decided by who it belongs to, and for a child by its guardians."""
    if said is ImageSaid.YES:
        return () if by in image_deciders(edition, about, on) else (_no_yes(edition, about, by, on),)
    if by not in image_withdrawers(edition, about, on):
        return (_not_theirs(_ground(about)),)
    if said is ImageSaid.LIFTED and not (by == about.person and _rule(edition, about, on).no_of_self_holds):
        return (reason("Kies ja of nee.", "Choose yes or no.", _ground(about)),)
    return ()


@implements("leerlingen-6", "personeel-6")
def image_standing(edition: Edition, about: AboutImage, answers: Iterable[ImageAnswer], on: date) -> ImageStanding:
    """Respecting privacy: yes only when each who decides said so after the last withdrawal by anybody else."""
    said = {one.by: one for one in answers}
    if _is_ended_for_good(edition, about, said, on):
        return ImageStanding.NO
    counted, was_ended = _counted(edition, about, said, on), _ended_at(edition, about, said, on) is not None
    return _together([one.said for one in counted], len(image_deciders(edition, about, on)), was_ended=was_ended)


def image_answer_owed(edition: Edition, about: AboutImage, answers: Iterable[ImageAnswer], by: str, on: date) -> bool:
    """Whether somebody decides, and has not said yes or no since the last withdrawal."""
    said = {one.by: one for one in answers}
    if by not in image_deciders(edition, about, on) or _is_ended_for_good(edition, about, said, on):
        return False
    return by not in {one.by for one in _counted(edition, about, said, on)}


def _is_ended_for_good(edition: Edition, about: AboutImage, said: Mapping[str, ImageAnswer], on: date) -> bool:
    own = said.get(about.person)
    return own is not None and own.said is ImageSaid.NO and _rule(edition, about, on).no_of_self_holds


def _ended_at(edition: Edition, about: AboutImage, said: Mapping[str, ImageAnswer], on: date) -> datetime | None:
    """When somebody who does not decide now withdrew last."""
    giving = image_deciders(edition, about, on)
    others = (one for one in said.values() if one.by not in giving and one.said is not ImageSaid.YES)
    return max((one.at for one in others), default=None)


def _counted(edition: Edition, about: AboutImage, said: Mapping[str, ImageAnswer], on: date) -> list[ImageAnswer]:
    ended, giving = _ended_at(edition, about, said, on), image_deciders(edition, about, on)
    return [one for one in said.values() if one.by in giving and _counts(one, ended)]


def _counts(one: ImageAnswer, ended: datetime | None) -> bool:
    return one.said is ImageSaid.NO or (one.said is ImageSaid.YES and (ended is None or one.at > ended))


def _together(given: list[ImageSaid], needed: int, *, was_ended: bool) -> ImageStanding:
    """`was_ended` only tells a withdrawal from silence; both are no."""
    if ImageSaid.NO in given:
        return ImageStanding.DIFFER if ImageSaid.YES in given else ImageStanding.NO
    if needed and len(given) == needed:
        return ImageStanding.YES
    return ImageStanding.NO if was_ended and not given else ImageStanding.OPEN


def _rule(edition: Edition, about: AboutImage, on: date) -> ImageAge:
    """Of who is no pupil, that of an adult; an unknown age is that of the youngest."""
    age = age_on(about.born, on) if about.is_pupil else None
    return rule_at(edition, age if age is not None else 0 if about.is_pupil else OF_AGE)


def _with(about: AboutImage, voices: Iterable[Whose]) -> frozenset[str]:
    found = {Whose.ZELF: frozenset({about.person}), Whose.OUDER: about.guardians}
    return frozenset(person for voice in voices for person in found[voice])


def _ground(about: AboutImage) -> str:
    return PUPILS if about.is_pupil else STAFF


def _no_yes(edition: Edition, about: AboutImage, by: str, on: date) -> Reason:
    ground, alone = _ground(about), image_own_choice_from(edition)
    if by == about.person:
        return reason(
            f"Tot je {alone} bent, geven je ouders toestemming. Nee zeggen kun je zelf.",
            f"Until you are {alone} your parents give consent. You can say no yourself.",
            ground,
        )
    if by in image_withdrawers(edition, about, on):
        return reason(
            f"Vanaf {alone} jaar geeft een leerling zelf toestemming.",
            f"From {alone} on a pupil gives consent alone.",
            ground,
        )
    return _not_theirs(ground)


def _not_theirs(ground: str) -> Reason:
    return reason(
        "Dit beslist wie in beeld is, of een ouder met gezag.",
        "This is decided by who is in the picture, or by a parent with authority.",
        ground,
    )
