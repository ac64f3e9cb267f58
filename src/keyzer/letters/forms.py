"""What a person fills in on the pages of a letter."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from keyzer import protocol
from keyzer.incidents.forms import Seeing

from .events import Free

PARAGRAPH, LINE = 4_000, 200
LANGUAGES = (("nl", _("Dutch")), ("en", _("English")))
FREE = {
    "opening": (_("To begin with"), _("Comes right after the salutation. One or two kind sentences are enough.")),
    "personal": (_("In your own words"), _("Comes after the explanation. What do you want this person to know?")),
    "closing": (_("To end with"), _("Comes before your name. For instance: with whom to talk about it.")),
}
"""The paragraphs that a person may write, in the order of the letter, with what they are for."""
TO_A_PERSON = {
    protocol.Channel.EMAIL: _("By e-mail: a link to the letter"),
    protocol.Channel.BRIEF: _("By post"),
    protocol.Channel.AANGETEKEND: _("By registered post"),
    protocol.Channel.OVERHANDIGD: _("Handed over against a signature"),
}
TO_A_BODY = {
    protocol.Channel.PORTAAL: _("Through the portal of the authority"),
    protocol.Channel.EMAIL: _("By e-mail, sent by yourself"),
    protocol.Channel.BRIEF: _("By post"),
    protocol.Channel.AANGETEKEND: _("By registered post"),
}
NEEDS_PROOF = frozenset({protocol.Channel.AANGETEKEND, protocol.Channel.OVERHANDIGD, protocol.Channel.PORTAAL})


class TextForm(Seeing):
    """The free paragraphs of a letter, and its language."""

    language = forms.ChoiceField(label=_("Language of the letter"), choices=LANGUAGES, widget=forms.RadioSelect)

    def __init__(self, data: Mapping[str, Any] | None, *, asked: Iterable[str], initial: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(initial))
        for name in asked:
            label, help_text = FREE[name]
            self.fields[name] = forms.CharField(
                label=label, help_text=help_text, required=False, widget=forms.Textarea, max_length=PARAGRAPH
            )

    @property
    def free(self) -> Free:
        """The paragraphs as they were written."""
        return Free(**{name: self.cleaned_data[name] for name in FREE if name in self.fields})


class ApproveForm(Seeing):
    """What exactly was read before it was approved."""

    digest = forms.CharField(widget=forms.HiddenInput, min_length=64, max_length=64)


class SendForm(Seeing):
    """How a letter went out, and how that can be shown later."""

    channel = forms.TypedChoiceField(
        label=_("How do you send the letter?"), coerce=protocol.Channel, widget=forms.RadioSelect
    )
    proof = forms.CharField(
        label=_("How can this be shown later?"),
        help_text=_("For instance the number of the registered letter, who signed for it, or when you posted it."),
        required=False,
        max_length=LINE,
    )

    def __init__(self, data: Mapping[str, Any] | None, *, seen: int, ways: Mapping[protocol.Channel, Any]) -> None:
        super().__init__(data, initial={"seen_version": seen})
        field = self.fields["channel"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(way.value, label) for way, label in ways.items()]

    def clean(self) -> dict[str, Any]:
        """What is registered, signed for or reported has a number or a name."""
        said = super().clean() or self.cleaned_data
        if said.get("channel") in NEEDS_PROOF and not said.get("proof"):
            self.add_error("proof", _("Fill in the number, or who signed for it."))
        return said


class WithdrawForm(Seeing):
    """Why a letter is taken back."""

    reason = forms.CharField(label=_("Why do you take this letter back?"), widget=forms.Textarea, max_length=PARAGRAPH)
