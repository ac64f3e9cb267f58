"""The page that asks for one command: its form, what stands in the way, and what changed meanwhile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.design.timeline import Moment
from keyzer.kit import clock
from keyzer.ledger.actions import Conflict
from keyzer.people import queries as people

from . import actions, doing, pages, queries
from .forms import HAPPENED_ALREADY, CommandForm
from .opening import settings
from .wording import Wording

WEIGH = "weigh"
ANNOUNCE = "announce"
ONE_ANSWER = {"choice", "person"}
CAN_HANDLE = (
    protocol.Role.COORDINATOR,
    protocol.Role.TEAMLEIDER,
    protocol.Role.VEILIGHEIDSCOORDINATOR,
    protocol.Role.DIRECTEUR,
    protocol.Role.BESTUUR,
)


@dataclass(kw_only=True)
class Asked:
    """Everything on the page of one command."""

    file: queries.CaseFile
    kind: str
    heading: str
    form: CommandForm
    wording: Wording
    option: protocol.Option | None
    barred: doing.ReasonLines = ()
    settles: Sequence[str] = ()
    refused: doing.ReasonLines = ()
    added: Sequence[Moment] = field(default_factory=list)

    @property
    def subject(self) -> str:
        """Whom the case is about."""
        return self.wording.name(self.file.state.subject)

    @property
    def explain(self) -> str:
        """What the chosen measure means, in the edition's words."""
        chosen = self.option.preset.get(doing.MEASURE, "") if self.option else ""
        measure = self.file.edition.measures.get(chosen)
        return self.wording.say(measure.explain) if measure else ""

    @property
    def has_letter(self) -> bool:
        """Whether a letter does the same, and tells more."""
        return self.kind == ANNOUNCE

    def refuse(self, reasons: Sequence[protocol.Reason]) -> None:
        """Show why the protocol did not allow it; all that was typed stays."""
        self.refused = doing.reason_lines(reasons, self.wording)

    def catch_up(self, seen: int) -> None:
        """Show what others added after `seen`; all that was typed stays and can be sent again."""
        self.added = pages.timeline(self.file.replayed.events[seen:], self.file, self.wording)
        self.form.now_seeing(self.file.version)


def page(
    file: queries.CaseFile,
    kind: str,
    chosen: Mapping[str, str],
    data: Mapping[str, Any] | None,
    now: datetime,
    language: str,
) -> Asked | None:
    """The page for a command of this kind; None when this case knows no such command."""
    options = [one for one in protocol.options(file.edition, file.state, file.actor, now) if one.kind == kind]
    if not options:
        return None
    option = _meant(options, chosen)
    fields = protocol.describe(file.edition, file.state, kind, option.preset if option else {})
    candidates = _handlers(file, now) if any(one.kind == "person" and not one.choices for one in fields) else []
    wording = pages.wording_for(file, language, candidates)
    preset = option.preset if option else {}
    initial = _initial(file, fields, chosen, now)
    return Asked(
        file=file,
        kind=kind,
        heading=wording.say(option.label) if option else doing.act_alone(options[0], wording),
        form=CommandForm(data, fields=fields, wording=wording, initial=initial, preset=preset, persons=candidates),
        wording=wording,
        option=option,
        barred=_in_the_way(options, option, wording),
        settles=_settled(file, kind, chosen, now, wording),
    )


def _settled(
    file: queries.CaseFile, kind: str, chosen: Mapping[str, str], now: datetime, wording: Wording
) -> list[str]:
    """What is no longer owed after this act, as far as the address tells what it is about."""
    return [
        wording.say(duty.label)
        for duty in protocol.open_duties(file.edition, file.state, now)
        if duty.command == kind and all(chosen.get(name) == value for name, value in duty.preset.items())
    ]


def send(page: Asked, at: datetime) -> HTTPStatus:
    """Do what was filled in. SEE_OTHER and ALREADY_REPORTED lead on; with others the page is shown again."""
    said = page.form.command(page.kind)
    if said is None:
        return HTTPStatus.UNPROCESSABLE_ENTITY
    seen = page.form.cleaned_data["seen_version"]
    try:
        actions.act(page.file.id, said, seen=seen, by=UUID(page.file.actor.id), at=at)
    except actions.Refused as refused:
        page.refuse(refused.reasons)
        return HTTPStatus.UNPROCESSABLE_ENTITY
    except people.NobodyLeft:
        page.refused = (_nobody_left(),)
        return HTTPStatus.UNPROCESSABLE_ENTITY
    except Conflict as conflict:
        page.catch_up(conflict.seen)
        return HTTPStatus.CONFLICT
    except actions.AlreadyDone:
        return HTTPStatus.ALREADY_REPORTED
    return HTTPStatus.SEE_OTHER


def next_page(page: Asked) -> str:
    """Where the reader goes on: who weighed sees what is usual for that gravity, all others the case."""
    return reverse("cases:measures" if page.kind == WEIGH else "cases:show", args=[page.file.id])


def not_opened(refused: Exception, incident: UUID, language: str) -> dict[str, Any]:
    """What the page tells when a case could not be opened."""
    reasons = refused.reasons if isinstance(refused, actions.Refused) else ()
    return {"incident": incident, "reasons": doing.reason_lines(reasons, Wording(language, {})) or [_nobody_left()]}


def _nobody_left() -> tuple[str, tuple[str, ...]]:
    return _("Everybody who could handle this case takes part in it. Give somebody else a role first."), ()


def _meant(options: Sequence[protocol.Option], chosen: Mapping[str, str]) -> protocol.Option | None:
    """The option that the address names; a command that asks for no choice beforehand has only one."""
    for option in options:
        if all(chosen.get(name) == value for name, value in option.preset.items()):
            return option
    return None


def _in_the_way(
    options: Sequence[protocol.Option], option: protocol.Option | None, wording: Wording
) -> doing.ReasonLines:
    """Why it can't be done: the reasons against what the address names, or, when it names nothing, against each."""
    meant = [option] if option else options
    if any(one.allowed for one in meant):
        return ()
    return doing.reason_lines(dict.fromkeys(reason for one in meant for reason in one.barred), wording)


def _initial(
    file: queries.CaseFile, fields: Sequence[protocol.Field], chosen: Mapping[str, str], now: datetime
) -> dict[str, Any]:
    known: dict[str, Any] = {one.name: chosen[one.name] for one in fields if one.name in chosen}
    moments = {one.name: clock.local(now).replace(second=0) for one in fields if one.name in HAPPENED_ALREADY}
    return {"seen_version": file.version, **moments, **_without_choice(fields), **_from_settings(fields), **known}


def _without_choice(fields: Sequence[protocol.Field]) -> dict[str, str]:
    """What can be nothing else: the only answer to a question that must be answered."""
    return {
        one.name: one.choices[0].value
        for one in fields
        if one.required and one.kind in ONE_ANSWER and len(one.choices) == 1
    }


def _from_settings(fields: Sequence[protocol.Field]) -> dict[str, Any]:
    """What the school has filled in by now, where a command asks for it: who saves takes it over in this case."""
    asked = [one.name for one in fields if one.name in protocol.SchoolSettings.__struct_fields__]
    if not asked:
        return {}
    now = settings(people.school().settings)
    return {name: getattr(now, name) for name in asked}


def _handlers(file: queries.CaseFile, now: datetime) -> list[UUID]:
    """Who can handle the case instead: nobody who is party, and not who does so already."""
    on = clock.local(now).date()
    barred = protocol.parties(file.state) | {file.state.handler}
    held = (person for role in CAN_HANDLE for person in people.holders(role, on, layer=file.layer))
    return [person for person in dict.fromkeys(held) if str(person) not in barred]
