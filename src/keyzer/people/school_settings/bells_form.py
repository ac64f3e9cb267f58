"""The form of lesson times: of a normal day, of other kinds of days by name, and when each of those holds."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .base import SettingsForm
from .bells import NotALesson, Span, read_bells
from .day_types import DayType, NotADayType, On, read_day_types, read_days_of_types
from .days import NotADay, read_days

T = TypeVar("T")
SAID = {
    NotADay: _("“%(line)s” is no day. Write it as 24-12-2026."),
    NotALesson: _("“%(line)s” is no lesson, or begins too soon. Write it as 8:30 - 9:20, in order."),
    NotADayType: _("“%(line)s” can't be read. Each kind of day has a name of its own, with its lessons under it."),
}
UNKNOWN_DAY = _("“%(line)s” begins with no school day. Write it as 24-12-2026, or as vrijdag.")
UNKNOWN_KIND = _("“%(line)s” can't be read. Write a day, a colon, and a kind of day that stands above or “gewoon”.")


class BellsForm(SettingsForm):
    """When the bell goes: on a normal day, and on days of another kind."""

    bells_normal = forms.CharField(
        label=_("Lessons on a normal day"),
        help_text=_("One a line, such as 8:30 - 9:20. What lies between two is a break."),
        widget=forms.Textarea(attrs={"rows": 9}),
        max_length=1000,
        required=False,
    )
    bells_other = forms.CharField(
        label=_("Other kinds of days"),
        help_text=_("A name, such as 40-minutenrooster or Toetsweek, and under it its lessons, one a line."),
        widget=forms.Textarea(attrs={"rows": 12}),
        max_length=5000,
        required=False,
    )
    bells_days = forms.CharField(
        label=_("When they hold"),
        help_text=_(
            "One a line. Every week: “vrijdag: 40-minutenrooster”. Some days: “07-12-2026 t/m 11-12-2026: Toetsweek”. "
            "An exception: “04-12-2026: gewoon”."
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=10_000,
        required=False,
    )

    def clean_bells_normal(self) -> list[Span]:
        """The lessons themselves."""
        return _read(read_bells, self.cleaned_data["bells_normal"])

    def clean_bells_other(self) -> list[DayType]:
        """The kinds of days, each with its lessons."""
        return _read(read_day_types, self.cleaned_data["bells_other"])

    def clean(self) -> dict[str, Any]:
        """Which kind each day is of: one of those that were filled in."""
        said = self.cleaned_data
        names = [one.name for one in said.get("bells_other", ())]
        try:
            said["bells_days"] = self._days(said.get("bells_days", ""), names)
        except ValidationError as wrong:
            self.add_error("bells_days", wrong)
        return said

    def _days(self, text: str, names: list[str]) -> list[On]:
        try:
            return read_days_of_types(text, names)
        except NotADay as wrong:
            raise ValidationError(UNKNOWN_DAY % {"line": wrong}) from wrong
        except NotADayType as wrong:
            raise ValidationError(UNKNOWN_KIND % {"line": wrong}) from wrong


def days_typed(text: str) -> list[date]:
    """The days that lines name. Raises ValidationError."""
    return _read(read_days, text)


def _read(reader: Callable[[str], T], text: str) -> T:
    try:
        return reader(text)
    except (NotADay, NotALesson, NotADayType) as wrong:
        raise ValidationError(SAID[type(wrong)] % {"line": wrong}) from wrong
