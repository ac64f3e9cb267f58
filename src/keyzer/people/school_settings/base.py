"""What the form of every part of the settings has."""

from datetime import date, time
from typing import Any

from django import forms
from django.http import QueryDict


class SettingsForm(forms.Form):
    """What every part has: the version of the school's history that its page showed."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def now_seeing(self, version: int) -> None:
        """Keep all that was typed, and take the page that is shown next as seen."""
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed["seen"] = str(version)
        self.data = typed

    def values(self) -> dict[str, Any]:
        """What was filled in, as the school keeps it."""
        return {name: _kept(value) for name, value in self.cleaned_data.items() if name != "seen"}


def _kept(value: Any) -> Any:  # noqa: ANN401 -- whatever a form holds
    if isinstance(value, list | tuple):
        return [_kept(one) for one in value]
    return value.isoformat() if isinstance(value, date | time) else value
