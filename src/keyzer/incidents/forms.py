"""What a person fills in on the pages of an incident. `seen_version` is what the page showed."""

from collections.abc import Collection, Iterable

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from keyzer import protocol


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
        field.choices = list(_conduct_by_article(set(known), lane, language).items())


def _conduct_by_article(named: Collection[str], lane: protocol.Lane, language: str) -> dict[str, list[tuple[str, str]]]:
    """What was not named yet, under the title of the first article that it breaks for whom the incident is about."""
    edition, about = protocol.current(), protocol.Audience(lane.value)
    found: dict[str, list[tuple[str, str]]] = {}
    for kind in (one for one in edition.conduct_of(about) if one.id not in named):
        title = edition.article(edition.broken_by(kind.id, about)[0]).title.read(language)
        found.setdefault(title, []).append((kind.id, kind.label.read(language)))
    return found
