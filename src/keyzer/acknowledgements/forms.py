"""What signers send in: for whom they sign or do not, and in which words they say why."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .checks import Asked
from .queries import AskedLine
from .words import Outcome, outcome

LONGEST = 2000


class AnswerForm(forms.Form):
    """For whom somebody signs; `edition` and `language` are of the text that was shown."""

    edition = forms.CharField(max_length=60, widget=forms.HiddenInput)
    language = forms.CharField(max_length=8, widget=forms.HiddenInput)
    lines = forms.MultipleChoiceField(
        label=_("For whom?"),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose for whom you answer.")),
    )

    def __init__(
        self, data: QueryDict | None, *, lines: Sequence[AskedLine], labels: Sequence[str], initial: Mapping[str, Any]
    ) -> None:
        owed = [key(line.asked) for line in lines if line.is_owed or len(lines) == 1]
        super().__init__(data, initial={**initial, "lines": owed})
        field = cast("forms.MultipleChoiceField", self.fields["lines"])
        field.widget = forms.CheckboxSelectMultiple() if len(lines) > 1 else forms.MultipleHiddenInput()
        field.choices = [(key(line.asked), label) for line, label in zip(lines, labels, strict=True)]
        self.asked = {key(line.asked): line.asked for line in lines}

    def chosen(self) -> list[Asked]:
        """The signatures that were answered; only after `is_valid`."""
        return [self.asked[one] for one in self.cleaned_data["lines"]]

    def show_again(self, edition: str, language: str) -> None:
        """What is sent next is about the text that stands on the page now."""
        self.data = cast("QueryDict", self.data).copy()
        self.data["edition"], self.data["language"] = edition, language


class RefusalForm(AnswerForm):
    """For whom somebody does not sign, and why."""

    reason = forms.CharField(
        label=_("Why not?"),
        help_text=_("Only the head of the school reads this."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Tell us in a few words why.")},
    )


class WithdrawalForm(forms.Form):
    """That a signature is taken back; why may be left out."""

    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("Only the head of the school can look this up."),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DecisionForm(forms.Form):
    """What the school decided about a refusal; `seen` is how many decisions the page showed."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    outcomes = forms.MultipleChoiceField(
        label=_("What was decided?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose what was decided.")),
    )
    words = forms.CharField(
        label=pgettext_lazy("a decision", "In your own words"),
        help_text=_("Who does not sign reads this. Say what stays as it is, and what you agreed."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, data: QueryDict | None, *, seen: int) -> None:
        super().__init__(data, initial={"seen": seen})
        field = cast("forms.MultipleChoiceField", self.fields["outcomes"])
        field.choices = [(one.value, outcome(one)) for one in Outcome]

    def chosen(self) -> list[Outcome]:
        """What was decided; only after `is_valid`."""
        return [Outcome(one) for one in self.cleaned_data["outcomes"]]

    def show_again(self, seen: int) -> None:
        """What is sent next has seen what stands on the page now."""
        self.data = cast("QueryDict", self.data).copy()
        self.data["seen"] = str(seen)


def key(asked: Asked) -> str:
    """How a page names a signature of its reader."""
    return f"{asked.on_behalf_of}.{asked.audience.value}"
