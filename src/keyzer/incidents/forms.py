"""What a person fills in on the pages of an incident. `seen_version` is what the page showed."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from keyzer import protocol
from keyzer.kit import clock


class Seeing(forms.Form):
    """A form that remembers which version its page showed, so that nothing is written over unseen."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def now_seeing(self, version: int) -> None:
        """Keep all that was typed, and take the page that is shown next as seen."""
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed["seen_version"] = str(version)
        self.data = typed


class FactForm(Seeing):
    """Something that became known."""

    fact = forms.CharField(
        label=_("What became known?"),
        help_text=_("Write what somebody saw, heard or showed you, and when. No guesses about why."),
        widget=forms.Textarea,
        max_length=20_000,
    )


class ConductForm(Seeing):
    """Kinds of conduct that it may be."""

    conduct = forms.MultipleChoiceField(
        label=_("What may have happened?"),
        help_text=_("Choose what fits. It is a first name for it, not a finding."),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: object, known: Iterable[str], lane: protocol.Lane, language: str, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own signature is this wide
        field = self.fields["conduct"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 -- tells the type checker what stands above
        offered = protocol.conduct_to_name(protocol.in_force(clock.today()), protocol.Audience(lane.value), set(known))
        field.choices = grouped(offered, lambda text: text.read(language))


def grouped(choices: Iterable[protocol.Choice], say: Callable[[protocol.Text], str]) -> list[tuple[str, Any]]:
    """Choices as Django draws them: those of a group together under its heading, in the order given."""
    drawn: dict[str, list[tuple[str, str]]] = {}
    alone: list[tuple[str, Any]] = []
    for choice in choices:
        line = (choice.value, capfirst(say(choice.label)))
        if choice.group is None:
            alone.append(line)
        else:
            drawn.setdefault(say(choice.group), []).append(line)
    return alone + list(drawn.items())
