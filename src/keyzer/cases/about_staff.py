"""Beginning a case about a colleague without a report: what happened and the case itself in one act (personeel-8)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from keyzer import protocol
from keyzer.incidents import actions as incidents
from keyzer.incidents import queries as incident_queries
from keyzer.incidents.forms import grouped
from keyzer.incidents.pages import PLACES
from keyzer.kit import clock
from keyzer.kit.ids import new_id
from keyzer.kit.writing import writing
from keyzer.people import queries as people
from keyzer.protocol import Role

from . import actions, doing
from .wording import Wording

OPENERS = (Role.TEAMLEIDER, Role.HR, Role.DIRECTEUR, Role.BESTUUR)
"""Who has the staff lane as a room of their own; within it everybody sees what the access rules say."""
OF_ALL = (Role.HR, Role.DIRECTEUR, Role.BESTUUR)
FOUND_AT_MOST = 12
LONGEST = 20_000


class Taken(Exception):
    """What was sent bears the id of something else."""


class Beginning(NamedTuple):
    """What a case about a colleague begins with. `incident` is the id to give; sent twice, it is one."""

    incident: UUID
    person: UUID
    told: str
    happened_on: date | None
    place: str
    conduct: Sequence[str]


class BeginningForm(forms.Form):
    """Who, what, when and where; in words of what was seen, not of why."""

    incident = forms.UUIDField(widget=forms.HiddenInput)
    person = forms.TypedChoiceField(label=_("Whom is it about?"), coerce=UUID, widget=forms.RadioSelect)
    told = forms.CharField(
        label=_("What happened?"),
        help_text=_("Write what somebody saw, heard or showed you, and when. No guesses about why."),
        widget=forms.Textarea,
        max_length=LONGEST,
    )
    happened_on = forms.DateField(label=_("On which day?"), required=False)
    place = forms.ChoiceField(
        label=_("Where was it?"), choices=list(PLACES.items()), widget=forms.RadioSelect, required=False
    )
    conduct = forms.MultipleChoiceField(
        label=_("What may have happened?"),
        help_text=_("Choose what fits. It is a first name for it, not a finding."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, data: Mapping[str, Any] | None, *, persons: Sequence[tuple[str, str]], language: str) -> None:
        super().__init__(data, initial={"incident": new_id(), "person": persons[0][0] if len(persons) == 1 else None})
        offered = protocol.conduct_to_name(protocol.in_force(clock.today()), protocol.Audience.PERSONEEL, set())
        self._offer("person", persons)
        self._offer("conduct", grouped(offered, lambda text: text.read(language)))

    def _offer(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def clean_happened_on(self) -> date | None:
        """A day that has come."""
        day: date | None = self.cleaned_data["happened_on"]
        if day and day > clock.today():
            raise ValidationError(_("This day is still to come."))
        return day


@dataclass(kw_only=True)
class BeginningPage:
    """The page that asks: somebody is looked up first, then the rest is told."""

    form: BeginningForm
    sought: str
    language: str
    has_consent: bool
    consent_url: str
    """Where to fill it in, for who may."""
    refused: doing.ReasonLines = ()

    @property
    def found(self) -> bool:
        """Whether somebody can be chosen."""
        field = self.form.fields["person"]
        return isinstance(field, forms.ChoiceField) and bool(field.choices)

    def refuse(self, problem: actions.Refused | people.NobodyLeft) -> None:
        """Show why it could not be opened; all that was typed stays."""
        nobody = (
            (gettext("Everybody who could handle this case takes part in it. Give somebody else a role first."), ()),
        )
        reasons = problem.reasons if isinstance(problem, actions.Refused) else ()
        self.refused = doing.reason_lines(reasons, Wording(self.language, {})) or nobody


def page(viewer: protocol.Viewer, sought: str, data: Mapping[str, Any] | None, language: str) -> BeginningPage:
    """The page for this person; a line manager finds those who answer to that manager, others everybody at work."""
    managed_by = None if viewer.holds(*OF_ALL) else UUID(viewer.id)
    found = people.search_at_work(viewer, sought, FOUND_AT_MOST, managed_by=managed_by)
    return BeginningPage(
        form=BeginningForm(data, persons=[(str(one.id), one.name) for one in found], language=language),
        sought=sought,
        language=language,
        has_consent=people.school().settings.get("works_council_consent") is not None,
        consent_url=reverse("settings_part", args=["instemming"]) if viewer.holds(*OF_ALL) else "",
    )


def begin(told: Beginning, *, by: UUID, at: datetime) -> UUID:
    """Record what happened and open the case about it, all or nothing; answers the case. Sent twice, it is one.

    Raises Taken, actions.Refused, and people.queries.NobodyLeft when nobody can handle it.
    """
    try:
        return _begun_before(told) or _begin(told, by=by, at=at)
    except IntegrityError as taken:
        if (case := _begun_before(told)) is None:
            raise Taken(f"the id `{told.incident}` belongs to something else: open the page again") from taken
        return case


def _begun_before(told: Beginning) -> UUID | None:
    known = (one for one in incident_queries.persons_of(told.incident) if one.person == told.person)
    return next((one.case for one in known), None)


def _begin(told: Beginning, *, by: UUID, at: datetime) -> UUID:
    with writing():
        incident = incidents.open_incident(
            by=by,
            at=at,
            told=told.told,
            happened_on=told.happened_on,
            place=told.place,
            persons=[(told.person, protocol.Part.ONDERWERP)],
            conduct=told.conduct,
            layer=None,
            report=None,
            stream=told.incident,
        )
        return actions.open_case(incident, told.person, by=by, at=at)
