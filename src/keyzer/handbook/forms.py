"""What somebody fills in to publish a question: in Dutch, and if wished in English too."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from .events import Published

QUESTION, ANSWER = 300, 4000
ENGLISH = ("question_en", "answer_en")


class QuestionForm(forms.Form):
    """A question with its answer, told anew."""

    article = forms.ChoiceField(label=_("Which article is it about?"))
    question_nl = forms.CharField(label=_("The question"), max_length=QUESTION)
    answer_nl = forms.CharField(label=_("The answer"), max_length=ANSWER, widget=forms.Textarea(attrs={"rows": 5}))
    question_en = forms.CharField(label=_("The question in English"), max_length=QUESTION, required=False)
    answer_en = forms.CharField(
        label=_("The answer in English"), max_length=ANSWER, widget=forms.Textarea(attrs={"rows": 5}), required=False
    )

    def __init__(
        self, data: QueryDict | None = None, *, articles: Sequence[tuple[str, str]], article: str = ""
    ) -> None:
        super().__init__(data, initial={"article": article})
        cast("forms.ChoiceField", self.fields["article"]).choices = articles

    def clean(self) -> dict[str, Any]:
        """English is there for both, or for neither."""
        cleaned = self.cleaned_data
        given = [name for name in ENGLISH if cleaned.get(name)]
        for name in ENGLISH if len(given) == 1 else ():
            if name not in given and name not in self.errors:
                self.add_error(name, _("Write the question and the answer in English, or neither."))
        return cleaned

    def asked(self) -> Published:
        """What was filled in; only after `is_valid`."""
        return Published(**self.cleaned_data)

    def refuse_names(self, field: str, names: Sequence[str]) -> None:
        """Say that somebody of the school is named."""
        words = _("Leave out the name `%(names)s`: nobody may be known by this.") % {"names": ", ".join(names)}
        self.add_error(field, words)
