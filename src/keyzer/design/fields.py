"""How a form field is drawn: which shape it has, and which widget a phone gets for a date."""

from itertools import islice
from typing import NamedTuple

from django import forms
from django.forms import BoundField
from django.forms.boundfield import BoundWidget
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


class Group(NamedTuple):
    """Choices that stand together under a title, folded away until one of them is chosen; without a title in sight."""

    title: str
    options: list[BoundWidget]
    is_open: bool


def groups(bound: BoundField) -> list[Group]:
    """The cards of a field of choices, under the names that the form gave to groups of them."""
    widget = bound.field.widget
    if not isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return []
    cards = iter(bound.subwidgets)
    found: list[Group] = []
    for value, label in list(widget.choices):
        if isinstance(label, list | tuple):
            options = list(islice(cards, len(label)))
            found.append(Group(str(value), options, any(option.data["selected"] for option in options)))
        elif found and not found[-1].title:
            found[-1].options.append(next(cards))
        else:
            found.append(Group("", [next(cards)], is_open=True))
    return found


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
