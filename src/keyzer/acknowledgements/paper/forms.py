"""What a mentor sends in about a printed list: which lines are signed, and on which day."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from keyzer.acknowledgements.queries.paper import Line, LineState

NAMES = {"nl": "Nederlands", "en": "English"}
CAN_BE_TICKED = frozenset({LineState.OPEN, LineState.REFUSED})


class PrintForm(forms.Form):
    """Which list is to be printed, in which language of the protocol."""

    kind = forms.ChoiceField(
        label=_("Which list?"),
        choices=[("class", _("Class list for pupils")), ("households", _("Sheets for each household"))],
        widget=forms.RadioSelect(),
        initial="class",
    )
    language = forms.ChoiceField(label=_("In which language?"), widget=forms.RadioSelect())

    def __init__(self, data: QueryDict | None, *, languages: Sequence[str]) -> None:
        super().__init__(data, initial={"language": languages[0]})
        cast("forms.ChoiceField", self.fields["language"]).choices = [(one, NAMES.get(one, one)) for one in languages]


class TicksForm(forms.Form):
    """Which lines bear a signature; what is signed since the page was opened is still a choice, and told."""

    signed_on = forms.DateField(
        label=_("Date on the sheet"),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Fill in the date that stands on the sheet.")},
    )
    lines = forms.TypedMultipleChoiceField(
        label=_("Who signed?"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple(),
        error_messages={"required": _("Tick who signed."), "invalid_choice": _("This line can't be recorded.")},
    )

    def __init__(self, data: QueryDict | None, *, lines: Sequence[Line], labels: Sequence[str], today: date) -> None:
        super().__init__(data, initial={"signed_on": today})
        self._today = today
        field = cast("forms.TypedMultipleChoiceField", self.fields["lines"])
        labelled = list(zip(lines, labels, strict=True))
        field.choices = [(line.number, label) for line, label in labelled if line.state is not LineState.GONE]
        shown = [(line.number, label) for line, label in labelled if line.state in CAN_BE_TICKED]
        cast("forms.CheckboxSelectMultiple", field.widget).choices = shown

    def clean_signed_on(self) -> date:
        """Not a day that has not come yet."""
        signed_on = cast("date", self.cleaned_data["signed_on"])
        if signed_on > self._today:
            raise forms.ValidationError(_("This day has not come yet."))
        return signed_on
