"""Which picture it is about: for what it is used, and which classes are in it."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from keyzer.consent import queries as consent
from keyzer.people import queries as people
from keyzer.protocol import IMAGE_PURPOSES, Viewer

from .known import pictures
from .known.pictures import PictureKnown

SENT = "zoek"
APART = ("doel", "klas", SENT)
"""What this form adds to an address; no facts."""


class PictureForm(forms.Form):
    """Sent by GET: it changes nothing, and an address can be gone back to."""

    doel = forms.ChoiceField(label=_("What is the picture for?"), widget=forms.RadioSelect)
    klas = forms.MultipleChoiceField(
        label=_("Which class is in it?"),
        help_text=_("Of something with more classes: choose them all."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one class.")},
    )

    def __init__(self, data: QueryDict | None, viewer: Viewer, on: date) -> None:
        super().__init__(data)
        self.viewer, self.on = viewer, on
        language = get_language() or "nl"
        purposes = [(one.value, words.label.read(language)) for one, words in IMAGE_PURPOSES.items()]
        self.fields["doel"].choices = purposes  # type: ignore[attr-defined]
        self.fields["klas"].choices = self._classes()  # type: ignore[attr-defined]

    def found(self) -> PictureKnown | None:
        """What the register says; only after `is_valid`."""
        said = self.cleaned_data
        return pictures.look_up(self.viewer, said["doel"], said["klas"], self.on, left_out=False)

    def _classes(self) -> list[Any]:
        """One's own first, the others under a heading."""
        own = consent.classes_for(self.viewer, self.on)
        mine = [(str(one.id), one.name) for one in own]
        others = [(str(one.id), one.name) for one in people.classes(self.on) if one not in own]
        return [*mine, (_("Other classes"), others)] if mine and others else mine or others
