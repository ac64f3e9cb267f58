"""What the person concerned fills in: some sentences of one's own."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from keyzer.cases.forms import STORY
from keyzer.incidents.forms import Seeing


class AnswerForm(Seeing):
    """A view, an objection or a defence in the reader's own words."""

    account = forms.CharField(widget=forms.Textarea, max_length=STORY)

    def __init__(self, data: Mapping[str, Any] | None, *, label: str, hint: str, seen: int) -> None:
        super().__init__(data, initial={"seen_version": seen})
        self.fields["account"].label = label
        self.fields["account"].help_text = hint


class BirthForm(forms.Form):
    """The date that only who the letter is for will know."""

    born = forms.DateField(label=_("Date of birth"), widget=forms.DateInput)

    def was_wrong(self) -> None:
        """Say so beside the field, without saying what would be right."""
        self.add_error("born", _("This date is not right. Look at it again."))
