"""The page on which somebody says to be away, and who stands in for what comes in meanwhile."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from keyzer.design.fields import DateInput
from keyzer.kit import clock
from keyzer.protocol import Role

from . import actions, queries
from .guards import for_roles
from .requests import SignedIn

NOT_ACCEPTED = 422
RECEIVE = (Role.COORDINATOR, Role.TEAMLEIDER, Role.VEILIGHEIDSCOORDINATOR, Role.DIRECTEUR, Role.BESTUUR)
"""Who can stand in for somebody to whom reports go."""


class AbsenceForm(forms.Form):
    """From when until when, and who stands in."""

    since = forms.DateField(label=gettext_lazy("First day away"), widget=DateInput)
    until = forms.DateField(
        label=gettext_lazy("Last day away"),
        help_text=gettext_lazy("Leave it empty when you don't know yet."),
        widget=DateInput,
        required=False,
    )
    deputy = forms.TypedChoiceField(label=gettext_lazy("Who stands in?"), widget=forms.RadioSelect, coerce=UUID)

    def __init__(self, deputies: Sequence[tuple[UUID, str]], data: Any = None) -> None:  # noqa: ANN401 -- as Django has it
        super().__init__(data)
        cast("forms.ChoiceField", self.fields["deputy"]).choices = deputies

    def clean_until(self) -> date | None:
        """A day on or after the first."""
        until: date | None = self.cleaned_data["until"]
        since = self.cleaned_data.get("since")
        if until and since and until < since:
            raise ValidationError(_("The last day comes before the first."))
        return until


@require_http_methods(["GET", "POST"])
@for_roles(*queries.STAFF)
def absence(request: SignedIn) -> HttpResponse:
    """Say to be away; what comes in goes to who stands in."""
    form = AbsenceForm(_deputies(request.person.id), request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actions.note_absence(
            request.person.id,
            said["deputy"],
            since=said["since"],
            until=said["until"],
            by=request.person.id,
            at=clock.now(),
        )
        messages.success(request, _("Written down. What comes in meanwhile goes to who stands in."))
        return redirect("absence")
    known = queries.absences_of(request.person.id, clock.today())
    names = queries.names(one.deputy for one in known)
    context = {"form": form, "known": [(one, names.get(one.deputy, "")) for one in known]}
    return render(request, "people/absence.html", context, status=NOT_ACCEPTED if form.errors else 200)


@for_roles(*queries.STAFF)
@require_POST
def back(request: SignedIn, absence: int) -> HttpResponse:
    """Back again, or not away after all."""
    actions.end_absence(absence, person=request.person.id, on=clock.today(), by=request.person.id, at=clock.now())
    messages.success(request, _("Written down. What comes in goes to you again."))
    return redirect("absence")


def _deputies(person: UUID) -> list[tuple[UUID, str]]:
    others = {one for role in RECEIVE for one in queries.holders(role, clock.today())} - {person}
    return sorted(queries.names(others).items(), key=lambda one: one[1])
