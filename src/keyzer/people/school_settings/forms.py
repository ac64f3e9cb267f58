"""One form for each part of the settings; what is left empty stays unknown, and blocks what rests on it."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from keyzer.kit import clock

from .accounts import AccountsForm
from .base import SettingsForm
from .bells import write_bells
from .bells_form import BellsForm, days_typed
from .day_types import write_day_types, write_days_of_types
from .days import write_days
from .reporting import ReportingForm
from .signing import SigningForm

LINE = 200
BRIN = RegexValidator(r"^\d{2}[A-Z]{2}(\d{2})?$", _("A BRIN number looks like 11ZZ, or 11ZZ03 with the location."))


class LetterheadForm(SettingsForm):
    """What stands on top of a letter."""

    letterhead_address = forms.CharField(
        label=_("Postal address"),
        help_text=_("Street and number, postcode and place."),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        max_length=LINE,
        required=False,
    )
    letterhead_phone = forms.CharField(label=_("Telephone number"), max_length=30, required=False)
    letterhead_email = forms.EmailField(label=_("E-mail address"), max_length=LINE, required=False)
    letterhead_website = forms.CharField(label=_("Website"), max_length=LINE, required=False)
    brin = forms.CharField(
        label=_("BRIN number"),
        help_text=_("The number by which the Inspectorate knows the school."),
        validators=[BRIN],
        max_length=6,
        required=False,
    )


class RemediesForm(SettingsForm):
    """Where somebody can turn against a measure."""

    governance = forms.ChoiceField(
        label=_("What kind of school is it?"),
        help_text=_("It decides which way is open against a suspension."),
        choices=[("bijzonder", _("Founded by a society or foundation")), ("openbaar", _("Public"))],
        widget=forms.RadioSelect,
    )
    objection_address = forms.CharField(
        label=_("Address for objections"),
        help_text=_("The board's postal address, or where an objection can be handed in."),
        max_length=LINE,
        required=False,
    )
    complaint_address = forms.CharField(
        label=_("Address for complaints"),
        help_text=_("Where the complaints scheme of the school says that a complaint goes."),
        max_length=LINE,
        required=False,
    )


class AgreementForm(SettingsForm):
    """What the collective agreement says; nothing of it is filled in beforehand."""

    agreement_source = forms.CharField(
        label=_("Source in the collective agreement"),
        help_text=_("As it stands in a letter: the agreement, the years for which it holds, and the articles."),
        max_length=LINE,
        required=False,
    )
    defence_days = forms.IntegerField(
        label=_("Days to answer a written intention"), min_value=1, max_value=90, required=False
    )
    order_suspension_weeks = forms.IntegerField(
        label=_("Weeks that an order suspension lasts at most"), min_value=1, max_value=52, required=False
    )
    appeal_body = forms.CharField(label=_("Where staff can appeal"), max_length=LINE, required=False)
    appeal_address = forms.CharField(label=_("Address for appeals"), max_length=LINE, required=False)
    appeal_weeks = forms.IntegerField(label=_("Weeks to appeal"), min_value=1, max_value=26, required=False)


class ConsentForm(SettingsForm):
    """What the staff part of the participation council agreed to. It is asked for in full, or left empty in full."""

    works_council_consent = forms.DateField(label=_("Day of the consent"), required=False)
    works_council_subject = forms.CharField(
        label=_("What was agreed to"),
        help_text=_("For example: the rules of conduct, how conduct is examined, and which personal data are kept."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
    )

    def clean_works_council_consent(self) -> date | None:
        """A day that has come."""
        day: date | None = self.cleaned_data["works_council_consent"]
        if day and day > clock.today():
            raise ValidationError(_("This day is still to come. Fill it in once the council has agreed."))
        return day

    def clean(self) -> dict[str, Any]:
        """The day and the subject belong together."""
        said = self.cleaned_data
        if said.get("works_council_consent") and not said.get("works_council_subject"):
            self.add_error("works_council_subject", _("Write down what the council agreed to."))
        return said


class DaysForm(SettingsForm):
    """Which days are no school days, and when a school day is over."""

    closed_days = forms.CharField(
        label=_("Days without lessons"),
        help_text=_("One a line, such as 24-12-2026, or a holiday as 21-12-2026 t/m 01-01-2027."),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=10_000,
        required=False,
    )
    day_ends = forms.TimeField(
        label=_("End of a school day"), widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}), required=False
    )

    def clean_closed_days(self) -> list[date]:
        """The days themselves."""
        return days_typed(self.cleaned_data["closed_days"])


class BreaksForm(SettingsForm):
    """The house rule about phones in breaks, of which the protocol says nothing."""

    phone_in_breaks = forms.ChoiceField(
        label=_("Phones in breaks"),
        choices=[("mag", _("Allowed")), ("mag-niet", _("Not allowed")), ("eigen", _("As we write below"))],
        widget=forms.RadioSelect,
    )
    phone_in_breaks_words = forms.CharField(
        label=_("In our own words"),
        help_text=_("For example: only in the hall and outside."),
        max_length=LINE,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Own words where they are announced."""
        said = self.cleaned_data
        if said.get("phone_in_breaks") == "eigen" and not said.get("phone_in_breaks_words"):
            self.add_error("phone_in_breaks_words", _("Write the rule in your own words."))
        return said


FORMS: Mapping[str, type[SettingsForm]] = {
    "briefhoofd": LetterheadForm,
    "bezwaar": RemediesForm,
    "cao": AgreementForm,
    "instemming": ConsentForm,
    "schooldagen": DaysForm,
    "melden": ReportingForm,
    "lestijden": BellsForm,
    "pauzes": BreaksForm,
    "ondertekenen": SigningForm,
    "kanalen": AccountsForm,
}


def as_typed(known: Mapping[str, Any]) -> dict[str, Any]:
    """What the school keeps, as somebody types it."""
    days = {"closed_days": write_days(map(date.fromisoformat, known.get("closed_days", ())))}
    bells = {
        "bells_normal": write_bells(known.get("bells_normal", ())),
        "bells_other": write_day_types(known.get("bells_other", ())),
        "bells_days": write_days_of_types(known.get("bells_days", ())),
    }
    ends = {"day_ends": time.fromisoformat(known["day_ends"])} if "day_ends" in known else {}
    consent = known.get("works_council_consent")
    given = {"works_council_consent": date.fromisoformat(consent)} if consent else {}
    usual = {"governance": "bijzonder", "phone_in_breaks": "mag", "report_without_name": "ja"}
    return {**usual, **known, **days, **bells, **ends, **given}
