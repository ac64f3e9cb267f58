"""What who asks and who answers fill in."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from keyzer.channels.words import platform_choices
from keyzer.evidence.kinds import Unacceptable
from keyzer.evidence.receiving import Received
from keyzer.evidence.words import problem_words
from keyzer.people.queries import Seated
from keyzer.protocol import IMAGE_PURPOSES, Capacity, ConsultAnswer, ConsultShows, ImagePurpose, Wanted, normal_text

from . import words
from .actions import Attachment, Draft
from .guidance_events import Published
from .pictures import copy_sent
from .queries import Page

LONGEST_DRAFT = 10_000
MOST_PICTURES = 10
PICTURE = "image"
ChoiceField = forms.ChoiceField


class DraftField(forms.CharField):
    """A text of which every space and line stays as it was written."""

    def __init__(self, **named: Any) -> None:  # noqa: ANN401 -- as Django has it
        super().__init__(max_length=LONGEST_DRAFT, strip=False, widget=forms.Textarea(attrs={"rows": 7}), **named)

    def validate(self, value: Any) -> None:  # noqa: ANN401 -- as Django has it
        """Refuses what shows nothing."""
        super().validate(normal_text(value or ""))


class AskForm(forms.Form):
    """What somebody wants to publish, where, for whom, and what the doubt is."""

    draft = DraftField(
        label=_("What do you want to post?"),
        help_text=_("Word for word, as it will be read."),
        error_messages={"required": _("Write or paste the text. Is it a picture alone? Say what it shows.")},
    )
    platform = forms.ChoiceField(
        label=_("Where do you want to post it?"), error_messages={"required": _("Choose the app or program.")}
    )
    place = forms.CharField(
        label=_("On which account or page?"), help_text=_("For example @dekeyzer."), max_length=200, required=False
    )
    capacity = forms.ChoiceField(label=_("For whom do you speak?"), widget=forms.RadioSelect)
    question = forms.CharField(
        label=_("What do you doubt?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write in a few words what you are not sure about.")},
    )
    about_manager = forms.BooleanField(label=_("It is about my manager. Somebody else must answer."), required=False)

    def __init__(self, data: QueryDict | None = None, *, draft: str = "") -> None:
        super().__init__(data, initial={"draft": draft})
        cast("ChoiceField", self.fields["platform"]).choices = [("", _("Choose one")), *platform_choices()]
        cast("ChoiceField", self.fields["capacity"]).choices = words.capacities()

    def wanted(self) -> Wanted:
        """What is to be published; only after `is_valid`."""
        said = self.cleaned_data
        return Wanted(
            draft=said["draft"],
            platform=said["platform"],
            place=said["place"],
            capacity=Capacity(said["capacity"]),
        )

    def pictures(self, files: "MultiValueDict[str, Any]") -> list[Attachment]:
        """The pictures that came along; one that can't be taken in, or is no picture, makes the form wrong."""
        return [found for one in _sent(self, files) if (found := self._picture(one)) is not None]

    def _picture(self, sent: Received) -> Attachment | None:
        try:
            kind = sent.judged()
        except Unacceptable as refused:
            self.add_error(None, problem_words(refused.problem, refused.where))
            return None
        if kind.family != PICTURE:
            self.add_error(None, _("Only pictures go with a question. Is it a film? Say what it shows."))
            return None
        if copy_sent(sent) is None:
            told = _("A picture can't be opened, and who answers must see it. The photo check makes a JPEG of it.")
            self.add_error(None, told)
            return None
        return Attachment(sent.incoming, kind, sent.name or "")


class SeenForm(forms.Form):
    """What has the version that its writer read."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def now_seeing(self, version: int) -> None:
        """Keep all that was typed, and take the page that is shown next as seen."""
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed["seen"] = str(version)
        self.data = typed


class ReviseForm(SeenForm):
    """The draft anew."""

    draft = DraftField(label=_("What do you want to post?"))


class WhoForm(SeenForm):
    """Who of a class, with who asks, can be recognised in the pictures, and for what those will be used."""

    purpose = forms.ChoiceField(label=_("Where will the picture be seen?"), widget=forms.RadioSelect)
    persons = forms.MultipleChoiceField(
        label=_("Who can be recognised?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, data: QueryDict | None, page: Page, listed: Sequence[Seated], language: str) -> None:
        told, is_approved = page.state.shows, page.state.answered is not None
        known, here = set(told.persons if told else ()), {str(one.id) for one in listed}
        ticked = {"persons": sorted(known), "purpose": told and told.purpose}
        super().__init__(data, initial={"seen": page.version, **ticked})
        self.told, self.others = told, known - here
        fixed = known if is_approved else set[str]()
        choices = [(str(one.id), one.name) for one in listed if str(one.id) not in fixed]
        cast("ChoiceField", self.fields["persons"]).choices = choices
        purposes = [(one.value, said.label.read(language)) for one, said in IMAGE_PURPOSES.items()]
        cast("ChoiceField", self.fields["purpose"]).choices = purposes
        if told and is_approved:
            del self.fields["purpose"]

    def shows(self) -> ConsultShows:
        """All that can be recognised, with who was told of other classes; only after `is_valid`."""
        said = self.cleaned_data
        purpose = ImagePurpose(said["purpose"]) if "purpose" in said else cast("ConsultShows", self.told).purpose
        return ConsultShows(persons=tuple(sorted({*self.others, *said["persons"]})), purpose=purpose)


class AnswerForm(SeenForm):
    """Yes, yes if, or no."""

    answer = forms.ChoiceField(
        label=_("May it be posted?"), widget=forms.RadioSelect, error_messages={"required": _("Choose your answer.")}
    )
    conditions = forms.CharField(
        label=_("What must be different first?"),
        help_text=_("Only with “yes, if”."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    words = forms.CharField(label=_("Why?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), required=False)
    articles = forms.MultipleChoiceField(
        label=_("On which article does it rest?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, data: QueryDict | None = None, *, seen: int, language: str) -> None:
        super().__init__(data, initial={"seen": seen, "articles": ["personeel-1"]})
        cast("ChoiceField", self.fields["answer"]).choices = words.answers()
        choices: list[Any] = list(words.articles(language))
        cast("ChoiceField", self.fields["articles"]).choices = [*choices[:3], (_("More articles"), choices[3:])]

    def given(self) -> Draft:
        """The answer; only after `is_valid`."""
        said = self.cleaned_data
        return Draft(ConsultAnswer(said["answer"]), said["words"], said["conditions"], tuple(said["articles"]))


class PublishedForm(forms.Form):
    """What was published in the end."""

    published = DraftField(
        label=_("What was posted?"),
        help_text=_("Paste it here. It is compared and not kept."),
        error_messages={"required": _("Paste what was posted.")},
    )

    def pictures(self, files: "MultiValueDict[str, Any]") -> list[Received]:
        """The pictures that were posted; too many of them make the form wrong."""
        return _sent(self, files)


class GuidanceForm(forms.Form):
    """A question with its answer, told anew."""

    article = forms.ChoiceField(label=_("Which article is it about?"))
    question = forms.CharField(label=_("The question"), max_length=300)
    answer = forms.CharField(label=_("The answer"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5}))
    question_en = forms.CharField(
        label=_("The question in English"),
        help_text=_("Without English, who reads English sees the Dutch words."),
        max_length=300,
        required=False,
    )
    answer_en = forms.CharField(
        label=_("The answer in English"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5}), required=False
    )

    def __init__(self, data: QueryDict | None = None, *, language: str, article: str = "") -> None:
        super().__init__(data, initial={"article": article})
        cast("ChoiceField", self.fields["article"]).choices = words.articles(language)

    def clean(self) -> None:
        """Both in English, or neither."""
        given = [name for name in ("question_en", "answer_en") if self.cleaned_data.get(name)]
        if len(given) == 1:
            missing = "answer_en" if given == ["question_en"] else "question_en"
            self.add_error(missing, _("Write both in English, or leave both empty."))

    def told(self) -> Published:
        """What was filled in; only after `is_valid`."""
        return Published(**self.cleaned_data)

    def refuse_names(self, field: str, names: Sequence[str]) -> None:
        """Say that somebody of the school is named."""
        said = _("Leave out the name `%(names)s`: nobody may be known by this.") % {"names": ", ".join(names)}
        self.add_error(field, said)


def _sent(form: forms.Form, files: "MultiValueDict[str, Any]") -> list[Received]:
    sent = [one for one in files.getlist("evidence") if isinstance(one, Received)]
    if len(sent) > MOST_PICTURES:
        form.add_error(None, _("Send at most ten pictures."))
        return []
    return sent
