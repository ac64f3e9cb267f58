"""What who keeps the register, who has an account and who checks one fill in."""

from datetime import date
from typing import Any, cast
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from .actions import Draft
from .handles import LONGEST, NotAHandle, read
from .words import colleague_choices, platform_choices

ChoiceField = forms.ChoiceField
MORE = 1000


class HandleField(forms.CharField):
    """A handle or an address of an account."""

    def __init__(self, **named: object) -> None:
        super().__init__(max_length=LONGEST, **named)  # type: ignore[arg-type]  # passed on as they came

    def clean(self, value: object) -> str:
        """Refuses what no account can be called."""
        typed: str = super().clean(value)
        try:
            read(typed) if typed else None
        except NotAHandle as wrong:
            raise ValidationError(
                _("This is no account, but perhaps a post. Type the name of the account, such as @dekeyzer.")
            ) from wrong
        return typed


class AccountForm(forms.Form):
    """What every account in the register has."""

    platform = forms.ChoiceField(
        label=_("On which app or program?"), error_messages={"required": _("Choose the app or program.")}
    )
    shown = HandleField(
        label=_("Name or address of the account"), help_text=_("For example @dekeyzer, or its address.")
    )
    purpose = forms.CharField(
        label=_("What is it for?"), help_text=_("One sentence. Everybody can read it."), max_length=LONGEST
    )
    deputy = forms.TypedChoiceField(label=_("Who stands in?"), coerce=UUID, empty_value=None, required=False)
    recovery = forms.CharField(
        label=_("Where does its recovery lie?"),
        help_text=_("In words: with whom, in which safe, at which address. Never a password or a code."),
        max_length=MORE,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    pupils_may_follow = forms.BooleanField(label=_("Pupils may follow it"), required=False)

    def __init__(self, data: QueryDict | None, on: date, *, without: UUID | None = None, **initial: object) -> None:
        super().__init__(data, initial=initial)
        self.people = colleague_choices(on, without)
        if "platform" in self.fields:
            cast("ChoiceField", self.fields["platform"]).choices = [("", _("Choose one")), *platform_choices()]
        cast("ChoiceField", self.fields["deputy"]).choices = [("", _("Nobody yet")), *self.people]

    def draft(self) -> Draft:
        """The account; only after `is_valid`."""
        said = self.cleaned_data
        return Draft(
            platform=said.get("platform", ""),
            shown=said.get("shown", ""),
            purpose=said["purpose"],
            recovery=said["recovery"],
            publishers=tuple(said.get("publishers", ())),
            deputy=said["deputy"],
            pupils_may_follow=said.get("pupils_may_follow", False),
            free_of_personal=said.get("free_of_personal", False),
        )


class ChannelForm(AccountForm):
    """A channel of the school, which everybody may follow: beside the rest, who may publish."""

    pupils_may_follow = None  # type: ignore[assignment]  # the way Django takes a field out
    publishers = forms.TypedMultipleChoiceField(
        label=_("Who may publish?"),
        help_text=_("More than one? On a computer hold Ctrl or Cmd while you choose."),
        coerce=UUID,
    )

    def __init__(self, data: QueryDict | None, on: date, **initial: Any) -> None:  # noqa: ANN401 -- whatever it holds
        super().__init__(data, on, **initial)
        cast("ChoiceField", self.fields["publishers"]).choices = self.people


class RearrangeForm(ChannelForm):
    """What of a channel can change."""

    platform = shown = None  # type: ignore[assignment]  # the way Django takes a field out


class RearrangeOwnForm(AccountForm):
    """What of an account for work can change."""

    platform = shown = None  # type: ignore[assignment]  # the way Django takes a field out


class OwnForm(AccountForm):
    """One's own account for work (personeel-7)."""

    free_of_personal = forms.BooleanField(
        label=_("Nothing personal about me stands on it, and only school matters"),
        error_messages={
            "required": _("Without this it is no account for work. Then you can't be friends with pupils there.")
        },
    )


class ReviewForm(forms.Form):
    """Whether an account is as it should be."""

    is_right = forms.TypedChoiceField(
        label=_("Is the account right?"),
        choices=[("ja", _("Yes: only school matters, nothing personal")), ("nee", _("No, something must change"))],
        widget=forms.RadioSelect,
        coerce=lambda said: said == "ja",
        error_messages={"required": _("Choose your answer.")},
    )
    remark = forms.CharField(
        label=_("What must change?"), max_length=MORE, widget=forms.Textarea(attrs={"rows": 2}), required=False
    )

    def clean_remark(self) -> str:
        """Needed where it is not right."""
        remark: str = self.cleaned_data["remark"]
        if self.cleaned_data.get("is_right") is False and not remark:
            raise ValidationError(_("Write down what must change."))
        return remark


class HandOverForm(forms.Form):
    """Who has it from now on."""

    to = forms.TypedChoiceField(label=_("Who has it from now on?"), coerce=UUID)

    def __init__(self, data: QueryDict | None, on: date, owner: UUID | None) -> None:
        super().__init__(data)
        cast("ChoiceField", self.fields["to"]).choices = [("", _("Choose one")), *colleague_choices(on, owner)]


class RetireForm(forms.Form):
    """Why it is the school's no more."""

    reason = forms.CharField(label=_("Why does it stop?"), max_length=MORE)


class CheckForm(forms.Form):
    """The account of which somebody wants to know whether it is ours."""

    wat = HandleField(
        label=_("Name or address of the account"),
        help_text=_("For example @dekeyzer, or its address."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Type the name of the account, or paste its address.")},
    )
    waar = forms.ChoiceField(label=_("On which app or program?"), required=False)

    def __init__(self, data: QueryDict | None) -> None:
        super().__init__(data)
        cast("ChoiceField", self.fields["waar"]).choices = [("", _("I don't know")), *platform_choices()]


class FakeForm(CheckForm):
    """A fake, with what somebody wants to say about it."""

    words = forms.CharField(
        label=_("What did you see?"),
        help_text=_("Leave your name out. Is it about a pupil? Then report it, so that we can help."),
        max_length=MORE,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )


class OutcomeForm(forms.Form):
    """What was done about a fake."""

    outcome = forms.CharField(
        label=_("What did you do about it?"), max_length=MORE, widget=forms.Textarea(attrs={"rows": 2})
    )
