"""How the pages of the settings are put together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.design.timeline import Moment
from keyzer.people import queries

from .forms import FORMS, as_typed
from .parts import PARTS, WITHOUT, Part, owned_by

HIDDEN = "seen"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One field: what it is called, what stands there, and what is blocked while nothing does."""

    label: str
    value: str
    without: Promise | str


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One part as the list shows it."""

    part: Part
    lines: list[Line]

    @property
    def missing(self) -> int:
        """How many fields are empty."""
        return sum(not line.value for line in self.lines)


def shown(viewer: protocol.Viewer) -> list[Shown]:
    """The parts that this person fills in, as they stand."""
    known = as_typed(queries.school().settings)
    return [Shown(part=part, lines=_lines(part, known)) for part in owned_by(viewer)]


def history(viewer: protocol.Viewer) -> list[Moment]:
    """Who filled in what, as far as these parts are the viewer's, newest first."""
    owned = {part.id for part in owned_by(viewer)}
    return _moments([change for change in queries.settings_changes() if change.part in owned])


def since(seen: int, part: Part) -> list[Moment]:
    """What others filled in in this part after place `seen` of the school's history, newest first."""
    return _moments([change for change in queries.settings_changes(after=seen) if change.part == part.id])


def label_of(part: Part, name: str) -> str:
    """What a field is called."""
    return str(FORMS[part.id].base_fields[name].label)


def _moments(changes: Sequence[queries.SettingsChange]) -> list[Moment]:
    names = queries.names(change.by for change in changes if change.by)
    return [_moment(change, names) for change in reversed(changes)]


def _moment(change: queries.SettingsChange, names: Mapping[UUID, str]) -> Moment:
    part = PARTS[change.part]
    lines = _lines(part, as_typed({name: value for name, value in change.values.items() if value is not None}))
    labels = {label_of(part, name) for name in change.values if name in FORMS[part.id].base_fields}
    emptied = _("emptied")
    told = (f"{line.label}: {line.value or emptied}" for line in lines if line.label in labels)
    name = names.get(change.by, "") if change.by else ""
    return Moment(at=change.at, title=str(part.title), body="\n".join(told), icon="settings", by=name)


def _lines(part: Part, known: Mapping[str, Any]) -> list[Line]:
    return [
        Line(label=label_of(part, name), value=_said(part, name, known.get(name)), without=WITHOUT.get(name, ""))
        for name in FORMS[part.id].base_fields
        if name != HIDDEN
    ]


def _said(part: Part, name: str, value: Any) -> str:  # noqa: ANN401 -- whatever a form holds
    """A value in words."""
    choices = getattr(FORMS[part.id].base_fields[name], "choices", ())
    if choices:
        chosen = value if isinstance(value, list) else [value]
        return ", ".join(str(dict(choices).get(one, one or "")) for one in chosen)
    if hasattr(value, "year"):
        return date_format(value, "j F Y")
    return value.strftime("%H:%M") if hasattr(value, "hour") else str(value or "")
