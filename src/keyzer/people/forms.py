"""What is typed in to sign in, to choose a new password, and to open what a mailed link leads to."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm
from django import forms
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):  # type: ignore[misc]  # the library has no types
    """Name and password, with labels that stay in sight."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- passed on as they come
        super().__init__(*args, **kwargs)
        login = forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"})
        self.fields["login"].widget = login
        self.fields["login"].label = _("Username or e-mail address")
        _plain_password(self.fields["password"], _("Password"))


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc]  # the library has no types
    """The password of now, and twice the new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- passed on as they come
        super().__init__(*args, **kwargs)
        _plain_password(self.fields["oldpassword"], _("Your password now"))
        _plain_password(self.fields["password1"], _("New password"))
        self.fields["password1"].help_text = _("At least 10 characters. A few words in a row are easy to remember.")
        _plain_password(self.fields["password2"], _("New password, once more"))


class BirthForm(forms.Form):
    """The date of birth that only who a mailed link is for will know."""

    born = forms.DateField(label=_("Date of birth"), widget=forms.DateInput)

    def was_wrong(self) -> None:
        """Say so beside the field, without saying what would be right."""
        self.add_error("born", _("This date is not right. Look at it again."))


def _plain_password(field: forms.Field, label: Any) -> None:  # noqa: ANN401 -- a lazy text
    field.label = label
    field.help_text = ""
    field.widget.attrs.pop("placeholder", None)
