"""What people send in, parsed: the report in its steps, an answer, the incident that comes of it."""

from collections.abc import Iterable, Sequence
from typing import Any, cast
from uuid import UUID, uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from . import choices
from .actions import Evidence
from .content import Problem, Unacceptable
from .events import About, IntakeLane, Told, Where
from .receiving import Received

LONGEST = 20_000
STEPS: dict[IntakeLane, tuple[tuple[str, ...], ...]] = {
    IntakeLane.MELDING: (
        ("words", "about", "child"),
        ("who", "happened_on", "moment", "where", "about_coordinator", "conduct"),
        (),
    ),
    IntakeLane.TWIJFEL: (("words", "child", "about_coordinator"), ()),
}


class ReportForm(forms.Form):
    """A report or a doubt. Only the fields of `checked` can be wrong; the others are carried along as they are."""

    sending = forms.UUIDField(widget=forms.HiddenInput)
    article = forms.CharField(max_length=60, widget=forms.HiddenInput, required=False)
    words = forms.CharField(
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={"required": _("Write down what happened. A few words is enough.")},
    )
    about = forms.ChoiceField(
        label=_("Who is it about?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what fits best.")},
    )
    child = forms.TypedChoiceField(
        label=_("Which child is it about?"), widget=forms.RadioSelect, coerce=UUID, empty_value=None, required=False
    )
    who = forms.CharField(
        label=_("Who were there?"),
        help_text=_("Names, as far as you know them. You don't have to know everything."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    happened_on = forms.DateField(
        label=_("On which day?"),
        required=False,
        error_messages={"invalid": _("This is not a day. Leave it empty?")},
    )
    moment = forms.CharField(
        label=_("When was it, in your own words?"),
        help_text=_("For example: since last week, every evening."),
        max_length=200,
        required=False,
    )
    where = forms.ChoiceField(
        label=_("Where was it?"),
        help_text=_("You can report it wherever it was, also outside school."),
        widget=forms.RadioSelect,
        required=False,
    )
    conduct = forms.MultipleChoiceField(label=_("What was it?"), required=False)
    about_coordinator = forms.BooleanField(
        label=_("It is about the coordinator. Somebody else must read it."), required=False
    )

    def __init__(
        self,
        lane: IntakeLane,
        children: Sequence[tuple[UUID, str]],
        data: QueryDict | None = None,
        *,
        checked: Iterable[str] = (),
    ) -> None:
        super().__init__(data, initial={"sending": uuid4(), "child": children[0][0] if len(children) == 1 else None})
        self.lane = lane
        self.checked = frozenset(checked)
        self._choice("about").choices = choices.about(for_child=bool(children))
        self._choice("where").choices = choices.where()
        self._choice("conduct").choices = choices.conduct()
        self._choice("child").choices = children
        is_doubt = lane is IntakeLane.TWIJFEL
        self.fields["words"].label = _("What are you not sure about?") if is_doubt else _("What happened?")
        self.fields["about"].required = not is_doubt
        if not children:
            del self.fields["child"]

    def address_staff(self) -> None:
        """Ask a member of staff about the manager, to whom a report of staff goes."""
        self.fields["about_coordinator"].label = _("It is about my manager. Somebody else must read it.")

    def full_clean(self) -> None:
        """Clean all, and keep the mistakes that the writer can see."""
        super().full_clean()
        if self.is_bound:
            for name in set(self.errors) - self.checked:
                del self.errors[name]

    def clean_article(self) -> str:
        """An article that the edition does not have is left out."""
        return choices.known_article(self.cleaned_data["article"])

    def told(self) -> Told:
        """What was told; only after `is_valid` with every field checked."""
        clean = self.cleaned_data
        return Told(
            words=clean["words"],
            about=About(clean["about"]) if clean.get("about") else None,
            who=clean.get("who", ""),
            happened_on=clean.get("happened_on"),
            moment=clean.get("moment", ""),
            where=Where(clean.get("where") or Where.ONBEKEND),
            conduct=tuple(clean.get("conduct", ())),
            about_coordinator=bool(clean.get("about_coordinator")),
            child=clean.get("child"),
            article=clean.get("article", ""),
        )

    def _choice(self, name: str) -> forms.ChoiceField:
        return cast("forms.ChoiceField", self.fields[name])


class WordsForm(forms.Form):
    """Something to say in the conversation. `seen` is the version that the writer read."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    words = forms.CharField(
        label=_("Your message"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Write your answer first.")},
    )


class SeenForm(forms.Form):
    """A button that acts on what was read."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class IncidentForm(forms.Form):
    """The incident that comes of a report, filled in with what was told."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    told = forms.CharField(label=_("What happened"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 7}))
    happened_on = forms.DateField(label=_("On which day?"), required=False)
    place = forms.ChoiceField(label=_("Where was it?"), widget=forms.RadioSelect)
    conduct = forms.MultipleChoiceField(label=_("What was it?"), required=False)

    def __init__(self, data: QueryDict | None = None, *, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        cast("forms.ChoiceField", self.fields["place"]).choices = choices.where()
        cast("forms.ChoiceField", self.fields["conduct"]).choices = choices.conduct()


def looked_at(uploaded: Sequence["UploadedFile[bytes]"]) -> tuple[list[Evidence], list[tuple[str, Problem]]]:
    """The files that can be kept, and those that can't with the reason."""
    accepted: list[Evidence] = []
    refused: list[tuple[str, Problem]] = []
    for file in uploaded:
        if not isinstance(file, Received):
            continue
        name = file.name or ""
        try:
            accepted.append(Evidence(file.incoming, name, file.inspection.conclude(name).media))
        except Unacceptable as reason:
            refused.append((name, reason.problem))
    return accepted, refused
