"""What who handles evidence writes down: why it is opened, which part of a chat is proof and who takes part in it."""

from collections.abc import Sequence
from typing import cast

from django import forms
from django.utils.translation import gettext_lazy as _

from .chats import Order

LONGEST_REASON = 500


class ReasonForm(forms.Form):
    """Why something is opened."""

    reason = forms.CharField(
        label=_("Why do you open it?"),
        help_text=_("One sentence is enough. It stays in the record, with your name and the time."),
        max_length=LONGEST_REASON,
        error_messages={"required": _("Write down first why you open it.")},
    )


class OrderForm(forms.Form):
    """Which number of a date is the day, where nothing in the file tells."""

    order = forms.TypedChoiceField(
        label=_("Is 1/2 the first of February, or the second of January?"),
        choices=[
            (Order.DAY.value, _("1 February: the day comes first")),
            (Order.MONTH.value, _("2 January: the month comes first")),
        ],
        widget=forms.RadioSelect,
        coerce=Order,
        error_messages={"required": _("Choose how the dates in this chat are to be read.")},
    )


class PassageForm(forms.Form):
    """The first and the last message that are proof, by the numbers on the page, and who may be read by name."""

    first = forms.IntegerField(label=_("First message"), min_value=1)
    last = forms.IntegerField(label=_("Last message"), min_value=1)
    visible = forms.MultipleChoiceField(
        label=_("Who takes part in what happened?"),
        help_text=_("Only they are told by name. Everybody else gets a number, also where others name them."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, authors: Sequence[str], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        names = [(str(place), name) for place, name in enumerate(authors)]
        cast("forms.MultipleChoiceField", self.fields["visible"]).choices = names
        self._authors = authors

    def chosen(self) -> list[str]:
        """The authors who may be told by name; only after `is_valid`."""
        return [self._authors[int(place)] for place in self.cleaned_data["visible"]]
