"""What the subject or a guardian reads: decisions and invitations in plain words, and room for an own view."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from keyzer import protocol
from keyzer.design.moments import in_full
from keyzer.design.rows import Row
from keyzer.incidents.forms import Seeing
from keyzer.kit.clock import local
from keyzer.ledger.actions import Conflict
from keyzer.people import queries as people

from . import actions
from .forms import STORY
from .queries import OwnCase, OwnDecision

STATEMENT = "add-statement"


class StatementForm(Seeing):
    """The reader's own view."""

    account = forms.CharField(label=gettext_lazy("In your own words"), widget=forms.Textarea, max_length=STORY)


class DecisionLine(NamedTuple):
    """A decision in words."""

    measure: str
    explain: str
    facts: list[tuple[str, str]]
    reason: str
    articles: tuple[str, ...]


@dataclass(kw_only=True)
class OwnPage:
    """Everything the reader sees of one case. `to_pupil` chooses between the two ways of addressing somebody."""

    told: OwnCase
    name: str
    is_own: bool
    to_pupil: bool
    decisions: list[DecisionLine]
    invitations: list[tuple[str, str]]
    form: StatementForm


def rows(cases: Sequence[OwnCase], viewer: protocol.Viewer) -> list[Row]:
    """The reader's cases as sentences."""
    names = people.names(one.subject for one in cases)
    return [
        Row(
            sentence=_own_sentence(viewer)
            if str(one.subject) == viewer.id
            else _("About %(name)s") % {"name": names[one.subject]},
            url=reverse("cases:own-case", args=[one.id]),
            icon="letter" if one.decisions else "calendar",
            detail=_("A decision was made") if one.decisions else _("An invitation to talk"),
            kind="open" if one.is_open else "done",
            label=_("Not finished yet") if one.is_open else _("Dealt with"),
        )
        for one in cases
    ]


def page(told: OwnCase, viewer: protocol.Viewer, language: str, data: Mapping[str, Any] | None = None) -> OwnPage:
    """The reader's page about one case."""
    return OwnPage(
        told=told,
        name=people.names([told.subject])[told.subject],
        is_own=str(told.subject) == viewer.id,
        to_pupil=viewer.holds(protocol.Role.LEERLING),
        decisions=[
            DecisionLine(
                one.measure.label.read(language),
                one.measure.explain.read(language),
                _when(one) + _objection(one),
                one.reason,
                one.grounds,
            )
            for one in told.decisions
        ],
        invitations=[(in_full(planned), place) for planned, place in told.invitations],
        form=StatementForm(data or None, initial={"seen_version": told.version}),
    )


def add_statement(page: OwnPage, *, by: UUID, at: datetime) -> bool:
    """Put the reader's view into the file; False while the form is not filled in well.

    Others may write in the case meanwhile: a view stands by itself, so it needs no second look at what they wrote.
    """
    if not page.form.is_valid():
        return False
    said = page.form.cleaned_data
    if said["account"] in {account for _told_at, account in page.told.statements}:
        return True
    command = protocol.parse_command(STATEMENT, {"person": str(by), "account": said["account"]})
    try:
        actions.act(page.told.id, command, seen=said["seen_version"], by=by, at=at)
    except Conflict as conflict:
        actions.act(page.told.id, command, seen=conflict.actual, by=by, at=at)
    except actions.AlreadyDone:
        return True
    return True


def _own_sentence(viewer: protocol.Viewer) -> str:
    if viewer.holds(protocol.Role.LEERLING):
        return pgettext("to a pupil", "About you")
    return pgettext("to an adult", "About you")


def _when(decision: OwnDecision) -> list[tuple[str, str]]:
    facts = [(_("Made known"), in_full(decision.told_at))]
    if decision.starts is not None:
        facts.append((_("Begins"), in_full(decision.starts)))
    if decision.ends is not None:
        facts.append((_("Ends"), in_full(decision.ends)))
    return facts


def _objection(decision: OwnDecision) -> list[tuple[str, str]]:
    """Until when and with whom the reader can object, where the decision is open to it."""
    if decision.object_until is None:
        return []
    until = (_("Object to it until"), in_full(local(decision.object_until).date()))
    return [until, (_("Write to"), decision.object_to)] if decision.object_to else [until]
