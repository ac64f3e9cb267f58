"""What the person concerned fills in: some sentences of one's own."""

from collections.abc import Mapping
from typing import Any

from django import forms

from keyzer.cases.forms import STORY
from keyzer.incidents.forms import Seeing


class AnswerForm(Seeing):
    """A view, an objection or a defence in the reader's own words."""

    account = forms.CharField(widget=forms.Textarea, max_length=STORY)

    def __init__(self, data: Mapping[str, Any] | None, *, label: str, hint: str, seen: int) -> None:
        super().__init__(data, initial={"seen_version": seen})
        self.fields["account"].label = label
        self.fields["account"].help_text = hint
