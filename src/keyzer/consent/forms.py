"""What people send about pictures."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from keyzer.people.queries import Seated
from keyzer.protocol import IMAGE_PURPOSES, ImagePurpose, ImageSaid

from .actions.published import PictureDraft

YES_OR_NO = (
    (ImageSaid.YES.value, pgettext_lazy("a picture may be used", "Yes")),
    (ImageSaid.NO.value, pgettext_lazy("a picture may be used", "No")),
)


class AnswersForm(forms.Form):
    """Yes or no for each purpose that was not answered; what is left open is no."""

    def __init__(self, data: QueryDict | None, purposes: Sequence[ImagePurpose], language: str) -> None:
        super().__init__(data)
        for one in purposes:
            words = IMAGE_PURPOSES[one]
            self.fields[one.value] = forms.ChoiceField(
                label=words.label.read(language),
                help_text=words.seen_by.read(language),
                choices=YES_OR_NO,
                widget=forms.RadioSelect,
                required=False,
            )

    def clean(self) -> None:
        """At least one answer."""
        if not self.errors and not self.answers():
            raise forms.ValidationError(_("Choose yes or no for at least one purpose."))

    def answers(self) -> dict[ImagePurpose, ImageSaid]:
        """What was chosen."""
        return {ImagePurpose(name): ImageSaid(said) for name, said in self.cleaned_data.items() if said}


class PictureForm(forms.Form):
    """A picture that was published."""

    place = forms.CharField(
        label=_("Where can it be found?"), help_text=_("For example: website, page of the sports day."), max_length=200
    )
    purpose = forms.ChoiceField(label=_("What is it for?"), widget=forms.RadioSelect)
    published_on = forms.DateField(label=_("Since which day?"))
    persons = forms.TypedMultipleChoiceField(
        label=_("Who can be recognised?"), widget=forms.CheckboxSelectMultiple, coerce=UUID
    )

    def __init__(self, data: QueryDict | None, persons: Sequence[Seated], today: date, language: str) -> None:
        super().__init__(data, initial={"published_on": today})
        self.today = today
        worded = [(one.value, words.label.read(language)) for one, words in IMAGE_PURPOSES.items()]
        self.fields["purpose"].choices = worded  # type: ignore[attr-defined]
        self.fields["persons"].choices = [(str(one.id), one.name) for one in persons]  # type: ignore[attr-defined]

    def clean_published_on(self) -> date:
        """Not later than today."""
        day: date = self.cleaned_data["published_on"]
        if day > self.today:
            raise forms.ValidationError(_("That day has not come yet."))
        return day

    def draft(self) -> PictureDraft:
        """What was filled in."""
        said = self.cleaned_data
        return PictureDraft(
            said["place"], ImagePurpose(said["purpose"]), said["published_on"], frozenset(said["persons"])
        )
