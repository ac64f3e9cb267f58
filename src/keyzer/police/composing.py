"""The page on which a pack is put together: what can go in, what was chosen, and what stands in the way."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from typing import Any, NamedTuple
from uuid import UUID

from django.forms import BoundField
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override
from msgspec.structs import asdict

from keyzer import protocol
from keyzer.cases import actions as cases
from keyzer.cases import doing
from keyzer.cases import pages as case_pages
from keyzer.cases.queries import CaseFile
from keyzer.cases.wording import Wording
from keyzer.design.moments import spoken
from keyzer.design.timeline import Moment
from keyzer.kit import clock
from keyzer.ledger.actions import Conflict
from keyzer.ledger.files import FileProblem
from keyzer.printing.typesetting import RenderingProblem

from . import actions, queries, report
from .forms import Offered, PackForm, question
from .pieces import Piece, Stays
from .queries import Material

USUALLY_TOLD = frozenset(
    {"case-opened", "facts-established", "community-officer-consulted", "device-taken", "device-returned"}
)


class Question(NamedTuple):
    """The question whom a file called `name` shows, and where it can be looked at."""

    field: BoundField
    name: str
    url: str


@dataclass(kw_only=True)
class Composing:
    """Everything on the page."""

    file: CaseFile
    material: Material
    form: PackForm
    wording: Wording
    facts_known: bool
    refused: doing.ReasonLines = ()
    added: list[Moment] = field(default_factory=list)
    pack: UUID | None = None

    @property
    def subject(self) -> str:
        """Whom the case is about."""
        return self.material.subject.name

    @property
    def questions(self) -> list[Question]:
        """One for each file."""
        pieces = {question(one.id): one for one in self.material.asked}
        return [
            Question(bound, _called(pieces[bound.name]), _looked_at(self.file, pieces[bound.name]))
            for bound in self.form.questions()
        ]

    @property
    def apart(self) -> list[str]:
        """What never goes along in a pack, in words."""
        return [words for one in self.material.evidence if one.stays for words in [_apart(one)]]


def page(file: CaseFile, data: Mapping[str, Any] | None, now: datetime, language: str) -> Composing:
    """The page for a new pack; it begins with what the newest one held, or with what was established."""
    found = queries.material(file)
    wording = case_pages.wording_for(file, language, found.names)
    form = PackForm(
        data,
        initial={"seen_version": file.version, **_initial(found)},
        offered=_offered(found, wording, now),
        evidence=[(one.id, _piece(one)) for one in found.asked],
        pictures_stay=found.pictures_stay,
    )
    return Composing(
        file=file, material=found, form=form, wording=wording, facts_known=protocol.established(file.state) is not None
    )


def send(page: Composing, *, by: UUID, at: datetime) -> HTTPStatus:
    """Make the pack of what was filled in. SEE_OTHER leads to it; with others the page is shown again."""
    form = page.form
    if not form.is_valid() or not _wishes_are_of_the_named(form):
        return HTTPStatus.UNPROCESSABLE_ENTITY
    seen = form.cleaned_data["seen_version"]
    if seen != page.file.version:
        page.added = case_pages.timeline(page.file.replayed.events[seen:], page.file, page.wording)
        form.now_seeing(page.file.version)
        return HTTPStatus.CONFLICT
    try:
        page.pack = actions.make(page.file, form.choices(), by=by, at=at)
    except Conflict:
        return HTTPStatus.CONFLICT
    except cases.Refused as refused:
        page.refused = doing.reason_lines(refused.reasons, page.wording)
    except actions.NamesSomebodyElse as slipped:
        _tell(form, [str(one.id) for one in page.material.asked if one.words is not None], slipped)
    except actions.NotAnswered:
        form.add_error(None, _("A file came in while you were typing. Load this page again to answer for it."))
    except (FileProblem, RenderingProblem):
        form.add_error(None, _("The pack could not be made. Tell the administrator: a file or the report is damaged."))
    return HTTPStatus.SEE_OTHER if page.pack else HTTPStatus.UNPROCESSABLE_ENTITY


def _tell(form: PackForm, parts: Collection[str], slipped: actions.NamesSomebodyElse) -> None:
    """Say it beside the field; a file that names somebody stays, or goes along when the name was made unreadable."""
    files = {str(file): name for name, file in form.evidence.items()}
    for choice, name in slipped.found.items():
        said = _("This names “%(name)s”, who is left out of the pack. Write it without that name.")
        if choice in parts:
            said = _(
                "This part names “%(name)s”, who is left out of the pack. Let it stay here, or choose it again from the"
                " conversation and tick only who is in the pack."
            )
        elif choice in files:
            said = _(
                "This file names “%(name)s”, who is left out of the pack. Let it stay here, or add a copy without."
            )
        field = files.get(choice, choice)
        form.add_error(field if form.has(field) else None, said % {"name": name})


def _wishes_are_of_the_named(form: PackForm) -> bool:
    """A wish of somebody who is left out would tell of that person after all."""
    said = form.cleaned_data
    for name in ("wants_contact", "wants_support"):
        if set(said.get(name, ())) - set(said.get("persons", ())):
            form.add_error(name, _("Choose this person above as well, or take the wish away."))
    return form.is_valid()


def _offered(found: Material, wording: Wording, now: datetime) -> dict[str, Offered]:
    everybody = [(str(one.person), _with_parts(one, wording)) for one in found.candidates]
    affected = [(str(one.person), one.name) for one in found.candidates if one.is_affected]
    events = enumerate(found.file.replayed.events, start=1)
    return {
        "persons": everybody,
        "wants_contact": affected,
        "wants_support": affected,
        "moments": [
            (str(number), f"{wording.say(protocol.summarise(found.file.edition, event))} · {spoken(event.at, now)}")
            for number, event in events
        ],
    }


def _with_parts(one: queries.Candidate, wording: Wording) -> str:
    shown = [part for part in protocol.PARTS if part in one.parts and part is not protocol.Part.ONDERWERP]
    parts = " · ".join(wording.say(protocol.PARTS[part]) for part in shown)
    return f"{one.name}: {parts}"


def _piece(one: Piece) -> str:
    moment = date_format(clock.local(one.received_at), "j F Y, H:i")
    return f"{_called(one)} ({filesizeformat(one.size)}, {moment})"


def _called(one: Piece) -> str:
    """What it is called here: a part of a conversation by its messages."""
    if one.passage is None:
        return one.name
    part = one.found.passages[one.passage - 1].passage
    said = {"name": one.name, "first": part.first + 1, "last": part.last + 1}
    return _("%(name)s, messages %(first)s to %(last)s") % said


def _apart(one: Piece) -> str:
    """A file that is locked away is not called by its name: that may tell what nobody should see."""
    came_in = date_format(clock.local(one.received_at), "j F Y, H:i")
    words = {
        Stays.CONVERSATION: _("%(name)s: a conversation, which stays sealed. Chosen parts of it can go along."),
        Stays.LOCKED: _("A file of %(moment)s that is locked away. You give it to the police by itself."),
        Stays.DAMAGED: _("%(name)s: can't be read any more. Tell the administrator: it is in the backup."),
        Stays.ERASED: _("A file of %(moment)s that was erased, on the word of the police."),
    }
    return words[one.stays or Stays.LOCKED] % {"name": one.name, "moment": came_in}


def _looked_at(file: CaseFile, one: Piece) -> str:
    """Where it is looked at: with a reason, on the record."""
    place = [file.state.incident, one.item]
    if one.passage is not None:
        return reverse("incidents:evidence_passage", args=[*place, one.passage])
    return reverse("incidents:evidence", args=place)


def _initial(found: Material) -> dict[str, Any]:
    newest = next(iter(queries.packs_of(found.file.id)), None)
    choices = queries.choices_of(newest.id) if newest else None
    if choices is not None:
        earlier = asdict(choices)
        return {**earlier, **{question(file): shown for file, shown in earlier.pop("evidence").items()}}
    events = enumerate(found.file.replayed.events, start=1)
    return {
        **_established(found.file.state),
        "persons": [one.person for one in found.candidates if one.is_affected],
        "moments": [number for number, event in events if event.named() in USUALLY_TOLD],
    }


def _established(state: protocol.CaseState) -> dict[str, str]:
    """The facts as they were written down, with the day in the language of the report."""
    facts = protocol.established(state)
    if facts is None:
        return {}
    with override(report.LANGUAGE):
        day = date_format(facts.happened_on, "l j F Y")
    return {"facts": facts.text, "when": day, "where": ", ".join(one for one in (facts.place, facts.channel) if one)}
