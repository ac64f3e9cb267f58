"""What people send in, parsed: the report in its steps, an answer, the incident that comes of it."""

from collections.abc import Iterable, Sequence
from typing import Any, cast
from uuid import UUID, uuid4

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from keyzer.kit import clock

from . import choices, doorkeeping, receipts
from .events import About, IntakeLane, Told, Way, Where

LONGEST = 20_000
MOST_PASTED = 500_000
STEPS: dict[IntakeLane, tuple[tuple[str, ...], ...]] = {
    IntakeLane.MELDING: (
        ("words", "about", "child"),
        ("who", "layer", "happened_on", "moment", "where", "about_coordinator", "conduct", "language"),
        ("pasted", "way", "by_mail"),
    ),
    IntakeLane.TWIJFEL: (("words", "child", "layer", "about_coordinator", "language"), ("way", "by_mail")),
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

    layer = forms.TypedChoiceField(
        label=_("In which year is it?"),
        help_text=_("Then it reaches the coordinator of that year."),
        coerce=int,
        empty_value=None,
        required=False,
    )
    language = forms.CharField(
        label=_("In which language is this written?"),
        help_text=_("Every language is fine. The school has it translated."),
        max_length=40,
        required=False,
    )
    pasted = forms.CharField(
        label=_("Or paste the messages here"),
        help_text=_("Copy them from the app as they are, with the names and times."),
        max_length=MOST_PASTED,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        required=False,
        error_messages={"max_length": _("That is very much. Send the export of the chat instead.")},
    )
    way = forms.ChoiceField(
        label=_("Who may know the name?"),
        help_text=_(
            "In confidence means: who handles it can only look at the name with a reason, "
            "and whoever told it is told so at once."
        ),
        widget=forms.RadioSelect,
        required=False,
        initial=Way.OP_NAAM,
    )
    by_mail = forms.BooleanField(
        label=_(
            "Mail me when there is an answer. In confidence: only when somebody looks at my name. "
            "The mail never says what it is about."
        ),
        required=False,
    )
    ticket = forms.CharField(max_length=300, widget=forms.HiddenInput, required=False)
    proof = forms.CharField(max_length=20, widget=forms.HiddenInput, required=False)

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
        self._choice("way").choices = choices.ways()
        self._choice("layer").choices = choices.layers()
        is_doubt = lane is IntakeLane.TWIJFEL
        self.fields["words"].label = _("What are you not sure about?") if is_doubt else _("What happened?")
        self.fields["about"].required = not is_doubt
        if is_doubt:
            del self.fields["pasted"]
        if not children:
            del self.fields["child"]

    def address_somebody(self, *, has_mailbox: bool) -> None:
        """Ask who signed in how far the name may be known, and nothing that the school knows already."""
        for name in ("layer", "ticket", "proof", *(() if has_mailbox else ("by_mail",))):
            del self.fields[name]

    def address_nobody_known(self) -> None:
        """Ask who gives no name for the year, and hand over what the browser has to work on."""
        del self.fields["way"], self.fields["by_mail"]
        self.initial["ticket"] = doorkeeping.ticket_for(self.initial["sending"], clock.now())

    def renew_ticket(self) -> None:
        """Hand over a new ticket where the one that came along is no good any more."""
        data, sending = QueryDict(mutable=True), self.cleaned_data["sending"]
        data.update(self.data)
        if not doorkeeping.is_good(data.get("ticket", ""), sending, clock.now()):
            data["ticket"], data["proof"] = doorkeeping.ticket_for(sending, clock.now()), ""
            self.data = data

    def address_staff(self) -> None:
        """Ask a member of staff about the manager, to whom a report of staff goes."""
        self.fields["about_coordinator"].label = _("It is about my manager. Somebody else must read it.")

    def full_clean(self) -> None:
        """Clean all, and keep the mistakes that the writer can see."""
        super().full_clean()
        if self.is_bound:
            for name in set(self.errors) - self.checked:
                del self.errors[name]

    def clean(self) -> dict[str, Any]:
        """Whose child it is, where a guardian speaks of an own one and has several."""
        clean = super().clean() or self.cleaned_data
        is_own = clean.get("about") in {About.MIJZELF, About.ZELF_GEDAAN, About.GEZIEN}
        if is_own and "child" in self.fields and not clean.get("child"):
            self.add_error("child", _("Choose which child it is about."))
        return clean

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
            language=clean.get("language", ""),
            by_mail=bool(clean.get("by_mail")),
            by_guardian="child" in self.fields,
            article=clean.get("article", ""),
        )

    def chosen_way(self) -> Way:
        """How far the teller makes himself known; only after `is_valid` with every field checked."""
        return Way(self.cleaned_data.get("way") or Way.OP_NAAM) if "way" in self.fields else Way.ZONDER_NAAM

    def _choice(self, name: str) -> forms.ChoiceField:
        return cast("forms.ChoiceField", self.fields[name])


class ReasonForm(forms.Form):
    """Why something grave is done to a report; it is written down. `seen` is the version that the writer read."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("This is written down."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write down why.")},
    )


class ReceiptForm(forms.Form):
    """The number by which somebody without a name comes back. Whatever is typed is looked up in the same time."""

    receipt = forms.CharField(
        label=_("The 16 digits that you were given"),
        max_length=60,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": _("Fill in the number.")},
    )

    def clean_receipt(self) -> str:
        """The digits alone."""
        return receipts.as_typed(self.cleaned_data["receipt"])


class ConfideForm(forms.Form):
    """The first words to the confidential adviser."""

    adviser = forms.TypedChoiceField(label=_("To whom?"), widget=forms.RadioSelect, coerce=UUID)
    words = forms.CharField(
        label=_("What do you want to talk about?"),
        help_text=_("A few words is enough. It is in no file."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write a few words first.")},
    )

    def __init__(self, advisers: Sequence[tuple[UUID, str]], data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"adviser": advisers[0][0] if len(advisers) == 1 else None})
        cast("forms.ChoiceField", self.fields["adviser"]).choices = advisers


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

    def __init__(
        self, data: QueryDict | None = None, *, initial: dict[str, Any] | None = None, has_locked_files: bool = False
    ) -> None:
        super().__init__(data, initial=initial)
        self.has_locked_files = has_locked_files
        cast("forms.ChoiceField", self.fields["place"]).choices = choices.where()
        cast("forms.ChoiceField", self.fields["conduct"]).choices = choices.conduct()

    def clean_conduct(self) -> list[str]:
        """What it may be; where a file had to be locked away one of them leads to the path on which nobody looks."""
        chosen: list[str] = self.cleaned_data["conduct"]
        if self.has_locked_files and not choices.is_about_sexual_images(chosen):
            raise forms.ValidationError(_("A file is locked away. Choose also which kind of sexual picture it may be."))
        return chosen
