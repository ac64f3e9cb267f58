"""What somebody chooses for a pack. The form knows no rule: it offers what there is, and tells who was chosen."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from keyzer.incidents.forms import Seeing

from .events import Choices, Shown

STORY, LINE = 20_000, 200
WORDS = ("facts", "when", "where", "online", "damage", "earlier", "keep_private", "images")

Offered = Sequence[tuple[str, str]]
SHOWN = (
    (Shown.NOBODY, _("Goes along: nobody else is in it")),
    (Shown.SHIELDED, _("Goes along: others in it can't be recognised")),
    (Shown.OTHERS, _("Stays here: another pupil is in it")),
    (Shown.NOT_NEEDED, _("Stays here: the police don't need it")),
)


class PackForm(Seeing):
    """All choices on one page. For each piece of evidence there is a question that must be answered."""

    facts = forms.CharField(
        label=_("What happened?"),
        help_text=_("Only what was established, in the order in which it happened. Leave other pupils out."),
        widget=forms.Textarea,
        max_length=STORY,
    )
    when = forms.CharField(label=_("When?"), max_length=LINE)
    where = forms.CharField(label=_("Where?"), max_length=LINE)
    online = forms.CharField(
        label=_("Which accounts, addresses and times online?"),
        help_text=_("The platform, the name of the account, the link and the moment, one on a line."),
        widget=forms.Textarea,
        max_length=STORY,
        required=False,
    )
    persons = forms.TypedMultipleChoiceField(
        label=_("Who is named, beside whom it is about?"),
        help_text=_("Choose each one by one. Who is not chosen is left out everywhere."),
        widget=forms.CheckboxSelectMultiple,
        coerce=UUID,
        required=False,
    )
    wants_contact = forms.TypedMultipleChoiceField(
        label=_("Who wants the police to get in touch?"),
        widget=forms.CheckboxSelectMultiple,
        coerce=UUID,
        required=False,
    )
    wants_support = forms.TypedMultipleChoiceField(
        label=_("Who wants help from Slachtofferhulp?"),
        widget=forms.CheckboxSelectMultiple,
        coerce=UUID,
        required=False,
    )
    moments = forms.TypedMultipleChoiceField(
        label=_("Which steps of the school go along?"),
        help_text=_("Only that it was done, not what was written down about it."),
        widget=forms.CheckboxSelectMultiple,
        coerce=int,
        required=False,
    )
    images = forms.CharField(
        label=_("Where is the device or the picture now?"),
        help_text=_("Do not look at it, copy it or send it on. Say who has it and that it is switched off."),
        widget=forms.Textarea,
        max_length=STORY,
    )
    damage = forms.CharField(label=_("Which damage is there?"), widget=forms.Textarea, max_length=STORY, required=False)
    earlier = forms.CharField(
        label=_("What happened before?"),
        help_text=_("Earlier contact with the police about this, and earlier times between the same people."),
        widget=forms.Textarea,
        max_length=STORY,
        required=False,
    )
    keep_private = forms.CharField(
        label=_("What must not be shared with others?"),
        help_text=_("For example an address that has to stay secret."),
        widget=forms.Textarea,
        max_length=STORY,
        required=False,
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        initial: Mapping[str, Any],
        offered: Mapping[str, Offered],
        evidence: Sequence[tuple[UUID, str]],
        pictures_stay: bool,
    ) -> None:
        super().__init__(data, initial=dict(initial))
        for name, choices in offered.items():
            field = self.fields[name]
            if not choices:
                del self.fields[name]
            elif isinstance(field, forms.ChoiceField):
                field.choices = list(choices)
        self.evidence = {question(file): file for file, _label in evidence}
        for file, label in evidence:
            choices = [(one.value, str(words)) for one, words in SHOWN]
            self.fields[question(file)] = forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)
        if not pictures_stay:
            del self.fields["images"]

    def choices(self) -> Choices:
        """What was chosen, of a form that is valid."""
        said = self.cleaned_data
        words: dict[str, str] = {name: said[name] for name in WORDS if name in said}
        return Choices(
            **words,
            persons=tuple(said.get("persons", ())),
            moments=tuple(said.get("moments", ())),
            evidence={file: Shown(said[name]) for name, file in self.evidence.items()},
            wants_contact=tuple(said.get("wants_contact", ())),
            wants_support=tuple(said.get("wants_support", ())),
        )

    def questions(self) -> list[forms.BoundField]:
        """The questions about evidence."""
        return [self[name] for name in self.evidence]

    def has(self, name: str) -> bool:
        """Whether this is asked here."""
        return name in self.fields


def question(file: UUID) -> str:
    """The field that asks whom a file shows."""
    return f"shows_{file.hex}"
