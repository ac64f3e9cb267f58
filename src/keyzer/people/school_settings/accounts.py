"""The part about accounts of the school and of staff."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .base import SettingsForm


class AccountsForm(SettingsForm):
    """When an account counts as asleep, so that somebody looks whether it is still in use."""

    account_sleeps_after = forms.IntegerField(
        label=_("Months without a sign after which an account sleeps"), min_value=1, max_value=24, required=False
    )
