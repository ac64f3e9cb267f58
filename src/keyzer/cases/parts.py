"""The pages on which a part is given or changed: who can be chosen, and what came of saving it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from functools import partial
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.design.timeline import Moment
from keyzer.incidents import actions as incidents
from keyzer.incidents import pages
from keyzer.incidents.events import PartChanged
from keyzer.incidents.queries import IncidentFile
from keyzer.ledger.actions import Conflict
from keyzer.people import queries as people

from . import actions
from .forms import PartChangeForm, PartForm
from .wording import Wording

FOUND_AT_MOST = 12


class Outcome(Enum):
    """What came of saving."""

    SAVED = auto()
    HANDED_OVER = auto()
    ASK_AGAIN = auto()


@dataclass(kw_only=True)
class PartPage:
    """Everything on the page. `asks_who` is true where a person must first be looked up."""

    file: IncidentFile
    heading: str
    form: PartForm
    language: str
    asks_who: bool = False
    sought: str = ""
    found: bool = True
    added: Sequence[Moment] = field(default_factory=list)

    @property
    def incident(self) -> UUID:
        """The incident that the page is about."""
        return self.file.id

    def catch_up(self, seen: int) -> None:
        """Show what others added after `seen`; what was chosen stays."""
        self.added = pages.since(self.file, seen, self.language)
        self.form.now_seeing(self.file.version)


def involving(
    file: IncidentFile, viewer: protocol.Viewer, sought: str, data: Mapping[str, Any] | None, language: str
) -> PartPage:
    """The page that adds a person; choices are those found by name, number or class, or the one already chosen."""
    found = people.search(viewer, sought, FOUND_AT_MOST) if sought else []
    chosen = [] if data is None else _known(data.get("person", ""))
    persons = {one.id: f"{one.name} ({one.class_name})" if one.class_name else one.name for one in [*found, *chosen]}
    form = PartForm(
        data,
        persons=[(str(person), name) for person, name in persons.items()],
        wording=Wording(language, {}),
        seen=file.version,
    )
    heading = _("Who else takes part?")
    return PartPage(
        file=file,
        heading=heading,
        form=form,
        language=language,
        asks_who=True,
        sought=sought,
        found=bool(persons) or not sought,
    )


def changing(file: IncidentFile, data: Mapping[str, Any] | None, language: str) -> PartPage:
    """The page that changes a part."""
    names = people.names(one.person for one in file.persons)
    held = [
        (f"{one.person}:{one.part.value}", f"{names[one.person]} · {protocol.PARTS[one.part].read(language)}")
        for one in file.persons
        if one.case is None
    ]
    form = PartChangeForm(data, persons=held, wording=Wording(language, {}), seen=file.version)
    return PartPage(file=file, heading=_("Change somebody's part"), form=form, language=language)


def involve(page: PartPage, *, by: UUID, at: datetime) -> Outcome:
    """Save the part that was given."""
    said = page.form.cleaned_data
    person, part = said["person"], said["part"]
    act = partial(actions.involve, page.incident, person, part, seen=said["seen_version"], by=by, at=at)
    return _saved(page, act) or _came_of(page, person, part, by)


def change(page: PartPage, *, by: UUID, at: datetime) -> Outcome:
    """Save the part that was changed."""
    said = page.form.cleaned_data
    person, _colon, was = said["person"].partition(":")
    changed = PartChanged(person=UUID(person), was=protocol.Part(was), part=said["part"], reason=said["reason"])
    act = partial(actions.change_part, page.incident, changed, seen=said["seen_version"], by=by, at=at)
    return _saved(page, act) or _came_of(page, changed.person, changed.part, by)


def _saved(page: PartPage, act: Callable[[], object]) -> Outcome | None:
    """Do it; what came of it when it was not done now, or was done before, else None."""
    try:
        act()
    except Conflict as conflict:
        page.catch_up(conflict.seen)
        return Outcome.ASK_AGAIN
    except incidents.AlreadyDone:
        return Outcome.SAVED
    except people.NobodyLeft:
        page.form.add_error(None, _("Nobody else could handle it then. Give somebody a role first."))
        return Outcome.ASK_AGAIN
    return None


def _came_of(page: PartPage, person: UUID, part: protocol.Part, by: UUID) -> Outcome:
    gave_it_up = person == by == page.file.handler and part is not protocol.Part.MELDER
    return Outcome.HANDED_OVER if gave_it_up else Outcome.SAVED


def _known(person: str) -> list[people.PersonBrief]:
    """The person whose id was sent; nobody for what is no id."""
    try:
        return list(people.brief([UUID(person)]).values())
    except ValueError:
        return []
