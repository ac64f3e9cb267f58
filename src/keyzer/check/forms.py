"""The draft as it comes in. A text that is too long is given back whole, so that nothing of it is lost."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

LONGEST = 20_000


class DraftField(forms.CharField):
    """A text as it was written; a zero sign, which some programs leave behind, says nothing to anybody."""

    def to_python(self, value: Any) -> str:  # noqa: ANN401 -- as Django has it
        """The text without zero signs."""
        return str(super().to_python(value)).replace("\0", "")


class DraftForm(forms.Form):
    """A text to look at. It has no length in the page itself, for a browser would cut off what does not fit."""

    draft = DraftField(
        label=_("The text"),
        help_text=_("Paste it here. Nobody else gets to read it."),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
        error_messages={"required": _("Paste or write a text first.")},
    )

    def clean_draft(self) -> str:
        """The draft with line ends as one sign. Raises ValidationError for one that is too long, or holds no word."""
        draft = str(self.cleaned_data["draft"]).replace("\r\n", "\n")
        if not draft.strip():
            raise ValidationError(self.fields["draft"].error_messages["required"], "required")
        if len(draft) > LONGEST:
            raise ValidationError(
                _("This text has %(length)s characters and %(most)s fit. Nothing is lost: check it in parts."),
                "long",
                {
                    "length": number_format(len(draft), force_grouping=True),
                    "most": number_format(LONGEST, force_grouping=True),
                },
            )
        return draft


def grouped(number: int) -> str:
    """The number as the reader writes it, in groups of three digits."""
    return number_format(number, force_grouping=True)
