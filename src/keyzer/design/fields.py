"""How a form field is drawn: which shape it has, and which widget a phone gets for a date."""

from django import forms
from django.forms import BoundField
from django.utils.safestring import SafeString


class DateInput(forms.DateInput):
    """A date picker of the device itself."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class MomentInput(forms.DateTimeInput):
    """A date and time picker of the device itself."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


def shape(bound: BoundField) -> str:
    """`choices` (cards), `check` (one box) or `input` (everything else)."""
    widget = bound.field.widget
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "choices"
    return "check" if isinstance(widget, forms.CheckboxInput) else "input"


def control(bound: BoundField) -> SafeString:
    """The widget with our class, tied to its help and its errors; stock date widgets become the device's pickers."""
    if bound.is_hidden or shape(bound) == "check":
        return bound.as_widget()
    return bound.as_widget(widget=device_picker(bound.field.widget), attrs={"class": "input"})


def device_picker(widget: forms.Widget) -> forms.Widget:
    """The device's own picker in place of Django's text box for a date or a moment; any other widget as it is."""
    if type(widget) is forms.DateInput:
        return DateInput()
    if type(widget) is forms.DateTimeInput:
        return MomentInput()
    return widget


def first_id(bound: BoundField) -> str:
    """The id to which a link in the error summary leads."""
    return bound.id_for_label or f"{bound.auto_id}_0"
