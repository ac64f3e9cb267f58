"""Who is in the photo, against what was said about pictures: asked of who works with a class, and kept nowhere."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from keyzer.consent import actions as consent_actions
from keyzer.consent import queries as consent
from keyzer.consent.actions.published import PictureDraft
from keyzer.consent.queries import ClassShown
from keyzer.consent.words import TELLING, Refused
from keyzer.design.rows import Row
from keyzer.kit import clock
from keyzer.people import queries as people_queries
from keyzer.people.guards import for_roles, not_for_you
from keyzer.people.queries import ClassBrief, Seated
from keyzer.people.requests import SignedIn
from keyzer.protocol import IMAGE_PURPOSES, ImagePurpose

NOT_ACCEPTED = 422


class WhoForm(forms.Form):
    """For what the photo is, and who of a class can be recognised in it."""

    purpose = forms.ChoiceField(label=_("Where will the photo be seen?"), widget=forms.RadioSelect)
    pupils = forms.TypedMultipleChoiceField(
        label=_("Who can be recognised?"), widget=forms.CheckboxSelectMultiple, coerce=UUID
    )

    def __init__(self, data: QueryDict | None, pupils: Sequence[Seated], language: str) -> None:
        super().__init__(data)
        purposes = [(one.value, words.label.read(language)) for one, words in IMAGE_PURPOSES.items()]
        self.fields["purpose"].choices = purposes  # type: ignore[attr-defined]
        self.fields["pupils"].choices = [(str(one.id), one.name) for one in pupils]  # type: ignore[attr-defined]


class PlaceForm(forms.Form):
    """Where a photo of which everybody may be shown was posted; the rest was told already and goes along."""

    place = forms.CharField(
        label=_("Where can it be found?"),
        help_text=_("For example: website, page of the sports day."),
        max_length=200,
        error_messages={"required": _("Write where it can be found.")},
    )


class Outcome(NamedTuple):
    """Who of the people that were ticked may not be shown, and for what. `place` asks where it was posted."""

    purpose: str
    hidden: list[str]
    place: "PlaceForm | None"


@for_roles(*TELLING)
@require_http_methods(["GET", "POST"])
def people(request: SignedIn) -> HttpResponse:
    """Choose a class, tick who is in the photo, and read who may not be shown."""
    today = clock.today()
    classes = consent.classes_for(request.viewer, today)
    chosen = _chosen(request, classes)
    if chosen is None:
        return _choose_class(request, classes)
    seated = people_queries.pupils_in(chosen.id, today)
    form = WhoForm(request.POST if request.method == "POST" else None, seated, get_language() or "nl")
    outcome = _outcome(request, form, chosen) if form.is_valid() else None
    if outcome is not None and _registered(request, form, outcome):
        return redirect("consent:pictures")
    context = {"form": form, "school_class": chosen.name, "outcome": outcome, "said": _without_class(request.GET)}
    return render(request, "check/photo/who.html", context, status=NOT_ACCEPTED if form.errors else 200)


def _choose_class(request: SignedIn, classes: Sequence[ClassBrief]) -> HttpResponse:
    rows = [Row(sentence=one.name, url=f"?{_with_class(request.GET, one)}", icon="people") for one in classes]
    return render(request, "check/photo/classes.html", {"rows": rows, "said": _without_class(request.GET)})


def _chosen(request: SignedIn, classes: Sequence[ClassBrief]) -> ClassBrief | None:
    """The class in the address, or the only one there is. Raises Http404 for a class that is not the viewer's."""
    wanted = request.GET.get("klas", "")
    if not wanted:
        return classes[0] if len(classes) == 1 else None
    found = next((one for one in classes if str(one.id) == wanted), None)
    return found or not_for_you(request, "class", wanted[:36])


def _outcome(request: SignedIn, form: WhoForm, chosen: ClassBrief) -> Outcome | None:
    purpose = ImagePurpose(form.cleaned_data["purpose"])
    known: ClassShown | None = consent.class_for(request.viewer, chosen.id, purpose, clock.today())
    if known is None:
        return None
    ticked = set(form.cleaned_data["pupils"])
    words = IMAGE_PURPOSES[purpose].label.read(get_language() or "nl")
    hidden = [one.name for one in known.hidden if one.id in ticked]
    return Outcome(words, hidden, None if hidden else PlaceForm(request.POST if "place" in request.POST else None))


def _registered(request: SignedIn, form: WhoForm, outcome: Outcome) -> bool:
    """Keep where the photo was posted, with who is in it: so that it can be taken down when somebody says no."""
    if outcome.place is None or not outcome.place.is_valid():
        return False
    said, at = form.cleaned_data, clock.now()
    purpose, persons = ImagePurpose(said["purpose"]), frozenset(said["pupils"])
    draft = PictureDraft(outcome.place.cleaned_data["place"], purpose, clock.local(at).date(), persons)
    try:
        consent_actions.publish(draft, by=request.person.id, at=at)
    except Refused as refused:
        outcome.place.add_error(None, refused.reasons[0].text.read(get_language() or "nl"))
        return False
    messages.success(request, gettext("This is kept. If somebody withdraws, you hear what must be taken down."))
    return True


def _with_class(said: QueryDict, one: ClassBrief) -> str:
    changed = said.copy()
    changed["klas"] = str(one.id)
    return changed.urlencode()


def _without_class(said: QueryDict) -> str:
    changed = said.copy()
    changed.pop("klas", None)
    return f"?{changed.urlencode()}" if changed else ""
