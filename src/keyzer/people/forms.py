"""What is typed in to sign in and to choose a new password."""

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


def _plain_password(field: forms.Field, label: Any) -> None:  # noqa: ANN401 -- a lazy text
    field.label = label
    field.help_text = ""
    field.widget.attrs.pop("placeholder", None)
