"""What the overview shows, put into words before the template; nothing here decides anything."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.cases.doing import command_url
from keyzer.cases.pages import DutyLine, wording_for
from keyzer.cases.queries import CaseFile
from keyzer.cases.wording import Wording
from keyzer.design.moments import in_full
from keyzer.kit import clock
from keyzer.people import queries as people

from . import queries, suspicion
from .queries import PackRow
from .steps import steps
from .suspicion import ADULT_AT, FILES_OWN_COMPLAINT_FROM, MAY_BE_PROSECUTED_FROM, Complaint, Suspected


class ComplaintLine(NamedTuple):
    """Somebody who can ask for prosecution: who speaks, the last day, what was chosen, and what can be recorded."""

    name: str
    speaks: str
    until: date | None
    chosen: str
    action: str
    url: str


class PackLine(NamedTuple):
    """A pack that was made; `handed_over` says to whom and when, as the case recorded it."""

    pack: PackRow
    made_by: str
    handed_over: str


class PolicePage(NamedTuple):
    """Everything on the page about the police in one case."""

    case: UUID
    subject: str
    suspected: list[Suspected]
    may_be_offence: bool
    sexual_images: bool
    task_offence: bool
    needs_complaint: bool
    complaints: list[ComplaintLine]
    age: str
    steps: list[DutyLine]
    packs: list[PackLine]
    can_prepare: bool


def show(file: CaseFile, now: datetime, language: str) -> PolicePage:
    """The page for who sees the case; packs only for who may open them."""
    packs = queries.packs_of(file.id) if queries.may_open(file, now) else []
    wording = wording_for(file, language, [one.made_by for one in packs])
    briefs = people.brief({UUID(one) for one in (file.state.subject, *protocol.people_of(file.state))})
    born = {str(person): brief.born for person, brief in briefs.items()}
    able = {one.kind for one in protocol.options(file.edition, file.state, file.actor, now) if one.allowed}
    found = suspicion.suspected(file, language)
    return PolicePage(
        case=file.id,
        subject=wording.name(file.state.subject),
        suspected=found,
        may_be_offence=suspicion.may_be_offence(file),
        sexual_images=suspicion.is_about_sexual_images(file),
        task_offence=bool(file.state.task_offence),
        needs_complaint=any(offence.needs_complaint for kind in found for offence in kind.offences),
        complaints=[_complaint(file, one, able, wording) for one in suspicion.complaints(file, born, now)],
        age=_age(file, born.get(file.state.subject), clock.local(now).date()),
        steps=steps(file, wording, now),
        packs=[PackLine(one, wording.name(one.made_by), handed_over(file, one, wording)) for one in packs],
        can_prepare=queries.may_prepare(file, now),
    )


def handed_over(file: CaseFile, pack: PackRow, wording: Wording) -> str:
    """To whom this very pack was handed over, and when; empty when it was not."""
    events = (one for one in file.replayed.events if getattr(one, "digest", "") == pack.archive.digest)
    found = next((one for one in events if one.named() == "pack-handed-over"), None)
    return f"{wording.say(protocol.summarise(file.edition, found))} · {in_full(found.at)}" if found else ""


def _complaint(file: CaseFile, one: Complaint, able: set[str], wording: Wording) -> ComplaintLine:
    words = {"files": _("Asks for prosecution"), "refrains": _("Asks for no prosecution")}
    name = wording.name(one.person)
    record = _("Record what is chosen for %(name)s") if one.until else _("Record since when %(name)s knows")
    return ComplaintLine(
        name=name,
        speaks=_who_speaks(one, wording),
        until=clock.local(one.until).date() if one.until else None,
        chosen=words.get(one.choice, ""),
        action=record % {"name": name},
        url=command_url(file, one.command, one.preset) if one.command in able and not one.is_done else "",
    )


def _who_speaks(one: Complaint, wording: Wording) -> str:
    """Below sixteen the representative complains (Sr 65)."""
    name = wording.name(one.person)
    if one.born is None or suspicion.age(one.born, clock.today()) >= FILES_OWN_COMPLAINT_FROM:
        return _("%(name)s decides about this and lodges the complaint.") % {"name": name}
    adults = ", ".join(who.name for who in queries.guardians(UUID(one.person)))
    said = _("%(name)s is younger than 16: a parent or guardian lodges the complaint.") % {"name": name}
    return f"{said} ({adults})" if adults else said


def _age(file: CaseFile, born: date | None, today: date) -> str:
    """What the subject's age means before the law, in a sentence; nothing for adults."""
    if born is None or file.state.lane is protocol.Lane.PERSONEEL:
        return ""
    years = suspicion.age(born, today)
    if years < MAY_BE_PROSECUTED_FROM:
        return _("Children under 12 are not prosecuted. The police can still help and think along.")
    if years < ADULT_AT:
        return _(
            "From 12 to 17 Halt can be the answer to a light offence, when it was admitted. "
            "The police and the prosecutor decide that, not the school."
        )
    return ""
