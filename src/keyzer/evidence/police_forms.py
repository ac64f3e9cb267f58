"""What is written down about a locked file that goes to the police."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from keyzer.kit import clock

from .events import HandedToPolice

LONGEST_NUMBER, LONGEST_NAME = 60, 120
NUMBER = _("The number that the police gave")
NO_NUMBER = _("Fill in the number that the police gave.")
KEEP, ERASE = "keep", "erase"


class SealForm(forms.Form):
    """For which report, and for whom of the police, the sealed archive is made."""

    number = forms.CharField(label=NUMBER, max_length=LONGEST_NUMBER, error_messages={"required": NO_NUMBER})
    to = forms.CharField(
        label=_("Who of the police gets it?"),
        max_length=LONGEST_NAME,
        error_messages={"required": _("Fill in who of the police gets it.")},
    )


class OnADay(forms.Form):
    """Something that happened on a day that has come."""

    on = forms.DateField()

    def clean_on(self) -> date:
        """A day that has come."""
        on: date = self.cleaned_data["on"]
        if on > clock.today():
            raise ValidationError(_("This day has not come yet."))
        return on


class HandOverForm(OnADay):
    """That the police took what is locked away."""

    number = forms.CharField(label=NUMBER, max_length=LONGEST_NUMBER, error_messages={"required": NO_NUMBER})
    to = forms.CharField(
        label=_("Who of the police took it?"),
        max_length=LONGEST_NAME,
        error_messages={"required": _("Fill in who of the police took it.")},
    )
    on = forms.DateField(
        label=_("On which day did the police take it?"),
        error_messages={
            "required": _("Fill in the day on which the police took it."),
            "invalid": _("Fill in the day on which the police took it."),
        },
    )

    def told(self) -> HandedToPolice:
        """What is recorded; only after `is_valid`."""
        return HandedToPolice(**self.cleaned_data)


class SaidForm(OnADay):
    """What the police say of the file that the school still has."""

    said = forms.ChoiceField(
        label=_("What do the police say of the file that the school has?"),
        choices=[
            (KEEP, _("The school keeps it, locked away")),
            (ERASE, _("The school erases it for good")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the police said.")},
    )
    who = forms.CharField(
        label=_("Who of the police said so?"),
        max_length=LONGEST_NAME,
        error_messages={"required": _("Fill in who of the police said so.")},
    )
    on = forms.DateField(
        label=_("On which day did the police say so?"),
        error_messages={
            "required": _("Fill in the day on which the police said so."),
            "invalid": _("Fill in the day on which the police said so."),
        },
    )
