"""The part about how somebody can report."""

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from .base import SettingsForm

LINE = 200


class ReportingForm(SettingsForm):
    """How somebody can report, and where the button leads by which somebody leaves such a page at once."""

    report_without_name = forms.ChoiceField(
        label=_("Can somebody report without a name?"),
        help_text=_("Who reports so gets a number, and comes back with it. In confidence stays possible."),
        choices=[("ja", _("Yes")), ("nee", _("No"))],
        widget=forms.RadioSelect,
    )
    leave_url = forms.URLField(
        label=_("Where the button to leave quickly leads"),
        help_text=_("A page that nobody wonders about, such as the weather. It begins with https://."),
        max_length=LINE,
        required=False,
        assume_scheme="https",
        validators=[URLValidator(schemes=["https"])],
    )
