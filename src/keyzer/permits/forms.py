"""What teachers and those who agree on exemptions send."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from keyzer import protocol
from keyzer.protocol import DEVICES, PURPOSES, Device, LessonPurpose, Text

from .drafts import ExemptionDraft, PermitDraft
from .queries import LessonAhead

REVIEW_AFTER = timedelta(weeks=12)
Choices = list[tuple[str, str]]


class PermitForm(forms.Form):
    """Leave as a teacher gives it; as it opens it is for the whole class, for phones, until the bell."""

    says_so = forms.BooleanField(required=False)
    purpose = forms.ChoiceField(label=_("What for?"), widget=forms.RadioSelect)
    words = forms.CharField(label=_("In a few words"), max_length=200, required=False)
    kinds = forms.MultipleChoiceField(label=_("Which device?"), widget=forms.CheckboxSelectMultiple)
    until = forms.TimeField(
        label=_("Until what time?"),
        help_text=_("Empty: until the bell."),
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        required=False,
    )
    pupils = forms.TypedMultipleChoiceField(
        label=_("For whom?"),
        help_text=_("Nobody chosen: the whole class."),
        widget=forms.CheckboxSelectMultiple,
        coerce=UUID,
        required=False,
    )

    def __init__(
        self,
        data: QueryDict | None,
        lesson: LessonAhead,
        pupils: Sequence[tuple[UUID, str]],
        basis: Text,
        language: str,
    ) -> None:
        usual = {"purpose": LessonPurpose.OPDRACHT.value, "kinds": [Device.PHONE.value]}
        super().__init__(data, initial=usual)
        self.lesson = lesson
        self.fields["purpose"].choices = worded(PURPOSES, language)  # type: ignore[attr-defined]
        self.fields["kinds"].choices = worded(DEVICES, language)  # type: ignore[attr-defined]
        self.fields["pupils"].choices = [(str(one), name) for one, name in pupils]  # type: ignore[attr-defined]
        self.fields["says_so"].label = basis.read(language).capitalize()

    def draft(self) -> PermitDraft:
        """What was filled in."""
        said = self.cleaned_data
        return PermitDraft(
            school_class=self.lesson.school_class,
            day=self.lesson.day,
            period=self.lesson.period.number,
            kinds=frozenset(map(Device, said["kinds"])),
            purpose=LessonPurpose(said["purpose"]),
            words=said["words"],
            until=said["until"],
            pupils=frozenset(said["pupils"]),
            says_so=said["says_so"],
        )


class ExemptionForm(forms.Form):
    """A standing agreement. It has no field for why."""

    kinds = forms.MultipleChoiceField(label=_("Which device?"), widget=forms.CheckboxSelectMultiple)
    since = forms.DateField(label=_("From"))
    until = forms.DateField(label=_("Up to and including"), help_text=_("At most to the end of this school year."))
    review_on = forms.DateField(label=_("When do you look whether it is still needed?"))

    def __init__(self, data: QueryDict | None, pupil: UUID, today: date, language: str) -> None:
        last = protocol.school_year_ends(today)
        usual = {
            "kinds": [Device.PHONE.value],
            "since": today,
            "until": last,
            "review_on": min(today + REVIEW_AFTER, last),
        }
        super().__init__(data, initial=usual)
        self.pupil = pupil
        self.fields["kinds"].choices = worded(DEVICES, language)  # type: ignore[attr-defined]

    def draft(self) -> ExemptionDraft:
        """What was filled in."""
        said = self.cleaned_data
        kinds = frozenset(map(Device, said["kinds"]))
        return ExemptionDraft(self.pupil, kinds, said["since"], said["until"], said["review_on"])


def worded(words: "dict[LessonPurpose, Text] | dict[Device, Text]", language: str) -> Choices:
    """A closed list as choices, in the language of the reader."""
    return [(one.value, text.read(language).capitalize()) for one, text in words.items()]


def wanted_lesson(query: QueryDict) -> tuple[UUID, str, int] | None:
    """Class, day and hour that were chosen; None where they are not, or are no such things."""
    day, _slash, period = query.get("uur", "").partition("/")
    try:
        return UUID(query.get("klas", "")), date.fromisoformat(day).isoformat(), int(period)
    except ValueError:
        return None
