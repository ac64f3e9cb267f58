"""Forms for commands, drawn from what the protocol says of their fields; the room knows no command by name."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from keyzer import protocol
from keyzer.incidents.forms import Seeing, grouped

from .wording import Wording

CARDS_UP_TO = 8
LINE, STORY = 200, 20_000
HAPPENED_ALREADY = {"contacted_at", "held_at", "received_at", "given_at", "consulted_at", "told_at", "known_at"}

Chosen = Sequence[tuple[str, str]]


DRAWN: dict[str, Callable[[Mapping[str, Any]], forms.Field]] = {
    "text": lambda asked: forms.CharField(max_length=LINE, **asked),
    "long-text": lambda asked: forms.CharField(widget=forms.Textarea, max_length=STORY, **asked),
    "date": lambda asked: forms.DateField(widget=forms.DateInput, **asked),
    "datetime": lambda asked: forms.DateTimeField(widget=forms.DateTimeInput, **asked),
    "integer": lambda asked: forms.IntegerField(**asked),
    "flag": lambda asked: forms.BooleanField(**asked),
}


class CommandForm(Seeing):
    """One command. What `preset` holds was chosen before; `persons` can be named where the protocol lists none."""

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        fields: Sequence[protocol.Field],
        wording: Wording,
        initial: Mapping[str, Any],
        preset: Mapping[str, str],
        persons: Sequence[UUID],
    ) -> None:
        super().__init__(data, initial={**initial, **preset})
        candidates = [(str(person), wording.name(person)) for person in persons]
        for field in fields:
            drawn = _drawn(field, wording, candidates)
            if field.name in preset:
                drawn.widget = forms.HiddenInput()
            self.fields[field.name] = drawn
        self.asked = tuple(field.name for field in fields)
        self.wording = wording

    def command(self, kind: str) -> protocol.Command | None:
        """The command that was filled in, or None, with a mistake beside each field that is wrong."""
        if not self.is_valid():
            return None
        try:
            return protocol.parse_command(kind, {name: self.cleaned_data[name] for name in self.asked})
        except protocol.CommandError as wrong:
            for name, text in wrong.fields.items():
                self.add_error(name if name in self.fields else None, self.wording.say(text))
            return None


def _drawn(field: protocol.Field, wording: Wording, candidates: Chosen) -> forms.Field:
    """The Django field for a protocol field."""
    asked: dict[str, Any] = {
        "label": wording.say(field.label),
        "help_text": wording.say(field.help),
        "required": field.required and field.kind != "flag",
    }
    if field.kind in DRAWN:
        return DRAWN[field.kind](asked)
    if field.kind == "choices":
        return forms.MultipleChoiceField(
            choices=grouped(field.choices, wording.say), widget=forms.CheckboxSelectMultiple, **asked
        )
    choices = [(choice.value, capfirst(wording.say(choice.label))) for choice in field.choices]
    return _one_of(choices or list(candidates), asked)


def _one_of(choices: list[tuple[str, str]], common: Mapping[str, Any]) -> forms.Field:
    """Some choices stand as cards, many in a list."""
    if len(choices) <= CARDS_UP_TO:
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **common)
    return forms.ChoiceField(choices=[("", "—"), *choices], **common)


class PartForm(Seeing):
    """Who takes part in an incident, and as what."""

    person = forms.TypedChoiceField(label=_("Who?"), coerce=UUID, widget=forms.RadioSelect)
    part = forms.TypedChoiceField(label=_("As what?"), coerce=protocol.Part, widget=forms.RadioSelect)

    def __init__(self, data: Mapping[str, Any] | None, *, persons: Chosen, wording: Wording, seen: int) -> None:
        super().__init__(data, initial={"seen_version": seen})
        self.offer("person", persons)
        self.offer("part", [(part.value, capfirst(wording.say(text))) for part, text in protocol.PARTS.items()])

    def offer(self, name: str, choices: Chosen) -> None:
        """The choices of one field."""
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices


class PartChangeForm(PartForm):
    """Whose part was another one than was thought."""

    reason = forms.CharField(label=_("How do you know?"), widget=forms.Textarea, max_length=STORY)

    def __init__(self, data: Mapping[str, Any] | None, *, persons: Chosen, wording: Wording, seen: int) -> None:
        super().__init__(data, persons=persons, wording=wording, seen=seen)
        self.fields["person"] = forms.ChoiceField(
            label=_("Whose part changes?"), choices=list(persons), widget=forms.RadioSelect
        )
        self.order_fields(["person", "part", "reason"])
