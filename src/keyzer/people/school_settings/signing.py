"""The part about reminders to sign the protocol."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .base import SettingsForm


class SigningForm(SettingsForm):
    """How often who has not signed the protocol is reminded by itself."""

    sign_first_after = forms.IntegerField(
        label=_("School days before the first reminder to sign"), min_value=1, max_value=60, required=False
    )
    sign_every = forms.IntegerField(
        label=_("School days between two reminders to sign"), min_value=5, max_value=60, required=False
    )
    sign_at_most = forms.IntegerField(
        label=_("Reminders to sign at most"),
        help_text=_("That go out by themselves. On the page of how far the school is they can be stopped."),
        min_value=1,
        max_value=10,
        required=False,
    )
