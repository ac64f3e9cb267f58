"""The register of consent: whether the people of a class may be shown for a purpose (leerlingen-6, personeel-6)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.consent import queries as consent
from keyzer.kit.addresses import address_of
from keyzer.maydo.queries import PICTURE
from keyzer.people import queries as people
from keyzer.people.queries import ClassBrief
from keyzer.protocol import IMAGE_PURPOSES, Audience, ImagePurpose, Situation, Verdict, Viewer

from .entry import Beside, Link, Offer, Used

LEFT_OUT = "zonder"
"""In an address: nobody of those who may not be shown can be recognised."""
MOST_CLASSES = 20
MOST_NAMES = 6


class ClassSaid(NamedTuple):
    """What holds for a class. `hidden` are names, for who works with it; for others only that there are some."""

    school_class: ClassBrief
    everybody: bool
    is_own: bool
    hidden: tuple[str, ...]


@dataclass(frozen=True)
class PictureKnown:
    """Some classes, for one purpose. `left_out`: who may not be shown can't be recognised, as who asks says."""

    purpose: ImagePurpose
    classes: tuple[ClassSaid, ...]
    left_out: bool

    @property
    def everybody(self) -> bool:
        """Whether all of them may be shown."""
        return all(one.everybody for one in self.classes)

    @property
    def purpose_said(self) -> str:
        """What the picture is for, in words."""
        return IMAGE_PURPOSES[self.purpose].label.read(get_language() or "nl")

    @property
    def used(self) -> Used:
        """Of which classes, for what, and who is left out."""
        about = {"classes": ", ".join(one.school_class.name for one in self.classes), "purpose": self.purpose_said}
        text = _("Consent in %(classes)s for “%(purpose)s”: everybody may be shown.") % about
        if not self.everybody:
            text = _("Consent in %(classes)s for “%(purpose)s”: not everybody may be shown.") % about
            names = [name for one in self.classes for name in one.hidden]
            text += " " + _not(names) if names else ""
            text += " " + _("You said that nobody of them can be recognised.") if self.left_out else ""
        return Used(PICTURE, text, self._link())

    def said(self, *, left_out: bool) -> str:
        """The same as an address carries it."""
        parts = [self.purpose.value, *(str(one.school_class.id) for one in self.classes)]
        return ".".join([*parts, LEFT_OUT] if left_out else parts)

    def fill(self, situation: Situation) -> Situation:
        """With whether everybody who can be recognised may be shown."""
        return protocol.with_image_consent(situation, everybody=self.everybody or self.left_out)

    def judged(self, verdict: Verdict, situation: Situation) -> Verdict:  # noqa: ARG002 -- as of every entry
        """Consent is a fact alone."""
        return verdict

    def _link(self) -> Link | None:
        """The list of a class, where who asks works with all of them."""
        if len(self.classes) != 1 or not self.classes[0].is_own:
            return None
        place = address_of("consent:class", self.classes[0].school_class.id)
        return Link(_("See the list"), f"{place}?doel={self.purpose}")


def _not(names: Sequence[str]) -> str:
    """Who may not be shown; of many the first few, for the list of the class has them all."""
    more = len(names) - MOST_NAMES
    if more <= 0:
        return _("Not: %(names)s.") % {"names": ", ".join(names)}
    shown = {"names": ", ".join(names[:MOST_NAMES]), "more": more}
    return ngettext("Not: %(names)s and one more.", "Not: %(names)s and %(more)d others.", more) % shown


def read(viewer: Viewer, said: str, on: date) -> PictureKnown | None:
    """What the register says now of what an address names; None where that names no class or purpose."""
    purpose, *rest = said.split(".")
    left_out = rest[-1:] == [LEFT_OUT]
    chosen = rest[:-1] if left_out else rest
    return look_up(viewer, purpose, chosen, on, left_out=left_out)


def look_up(viewer: Viewer, purpose: str, chosen: Sequence[str], on: date, *, left_out: bool) -> PictureKnown | None:
    """The classes with these ids, for a purpose; None where one of them or the purpose does not exist."""
    classes = {str(one.id): one for one in people.classes(on)}
    if purpose not in set(ImagePurpose) or not 0 < len(chosen) <= MOST_CLASSES or not classes.keys() >= set(chosen):
        return None
    wanted = ImagePurpose(purpose)
    found = _said(viewer, wanted, (classes[one] for one in dict.fromkeys(chosen)), on)
    return PictureKnown(wanted, tuple(found), left_out)


def beside(viewer: Viewer, situation: Situation, on: date) -> Beside | None:
    """For who works here the way to the register, for a pupil to whom to turn; None where it is no picture."""
    if not protocol.shows_somebody(situation):
        return None
    if situation.who is Audience.LEERLING:
        return _of_a_pupil(viewer, on)
    if not protocol.image_consent_counts(situation):
        return Beside(_("Consent that school asked counts for channels of the school alone."))
    offer = Offer(_("Look up whether my class may be shown"), view="maydo:picture")
    return Beside(_("Is it a picture for the school? Then the school knows who may be shown."), offers=(offer,))


def _of_a_pupil(viewer: Viewer, on: date) -> Beside:
    own = consent.consent_page(viewer, UUID(viewer.id), on)
    link = (
        Link(_("See what is said about pictures of me"), address_of("consent:person", UUID(viewer.id))) if own else None
    )
    return Beside(_("Ask who is in it. What somebody else said to school about pictures is not told here."), link)


def _said(viewer: Viewer, purpose: ImagePurpose, chosen: Iterable[ClassBrief], on: date) -> Iterable[ClassSaid]:
    own = {one.id for one in consent.classes_for(viewer, on)}
    for one in chosen:
        hidden = consent.not_for(purpose, one.id, on)
        names = tuple(each.name for each in hidden) if one.id in own else ()
        yield ClassSaid(one, not hidden, one.id in own, names)
