"""What the pages of a case show, put into words before the template; nothing here decides anything."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.acknowledgements.telling import signed_phrase
from keyzer.design.moments import spoken
from keyzer.design.rows import Row
from keyzer.design.timeline import Moment
from keyzer.kit import clock
from keyzer.people import queries as people

from . import queries
from .doing import BarredLine, OptionLine, barred_line, command_url, is_worth_telling, on_ladder, once_per_kind
from .wording import Wording, persons_in

CLOSE = protocol.Close.named()
ICONS = {
    "case-opened": "file",
    "conduct-cited": "protocol",
    "gravity-weighed": "scale",
    "party-named": "people",
    "handler-released": "out",
    "case-reassigned": "person",
    "statement-added": "pen",
    "ended-without-measure": "check",
    "case-closed": "lock",
    "case-reopened": "history",
    "hearing-invited": "calendar",
    "hearing-recorded": "chat",
    "urgency-claimed": "alert",
    "guardian-reached": "call",
    "guardian-not-reached": "call",
    "measure-decided": "seal",
    "decision-announced": "letter",
    "letter-issued": "seal",
    "letter-sent": "letter",
    "letter-withdrawn": "cross",
    "inspectorate-notified": "out",
    "municipality-notified": "out",
    "device-taken": "phone",
    "device-returned": "phone",
    "police-decided": "shield",
    "police-report-filed": "shield",
}


class DutyLine(NamedTuple):
    """One line of the checklist, as `design/checklist.html` draws it."""

    label: str
    status: str
    due: datetime | None
    note: str
    articles: tuple[str, ...]
    url: str


class CasePage(NamedTuple):
    """Everything on the page of one case."""

    id: UUID
    incident: str
    subject: str
    class_name: str
    lead: str
    is_open: bool
    may_be_offence: bool
    urgent: DutyLine | None
    closing: str
    owed: list[DutyLine]
    settled: list[DutyLine]
    possible: list[OptionLine]
    more: list[OptionLine]
    barred: list[BarredLine]
    timeline: list[Moment]
    persons: list[tuple[str, str]]
    grounds: tuple[str, ...]


def show(file: queries.CaseFile, now: datetime, language: str) -> CasePage:
    """The page of one case, for who may see it."""
    options = protocol.options(file.edition, file.state, file.actor, now)
    duties = protocol.duties(file.edition, file.state, now)
    known = people.brief(persons_of(file))
    wording = Wording(language, {person: brief.name for person, brief in known.items()})
    subject = known[UUID(file.state.subject)]
    lines = [_duty(file, duty, options, wording, now) for duty in duties]
    owed = sorted((line for line in lines if line.status in {"open", "late"}), key=_soonest)
    asked = {duty.command for duty in duties if duty.status is protocol.DutyStatus.OPEN}
    able = [option for option in options if option.allowed and not on_ladder(option)]
    return CasePage(
        id=file.id,
        incident=file.state.incident,
        subject=subject.name,
        class_name=subject.class_name,
        lead=_lead(file, wording),
        is_open=file.state.phase is protocol.Phase.OPEN,
        may_be_offence=_may_be_offence(file),
        urgent=_first([line for line, duty in zip(lines, duties, strict=True) if duty.blocks and line in owed]),
        closing=next((command_url(file, one.kind, one.preset) for one in able if one.kind == CLOSE), ""),
        owed=owed,
        settled=[line for line in lines if line.status not in {"open", "late"}],
        possible=once_per_kind(file, [option for option in able if option.kind in asked], wording),
        more=once_per_kind(file, [option for option in able if option.kind not in asked | {CLOSE}], wording),
        barred=[barred_line(one, wording) for one in options if is_worth_telling(one) and not on_ladder(one)],
        timeline=timeline(reversed(file.replayed.events), file, wording),
        persons=_persons(file, wording),
        grounds=_grounds(file),
    )


def _first(pressing: Sequence[DutyLine]) -> DutyLine | None:
    """What is due first of what the viewer can do, else of what anybody can."""
    soonest = sorted(pressing, key=_soonest)
    return next((line for line in soonest if line.url), soonest[0] if soonest else None)


def rows(lines: Sequence[queries.CaseLine], language: str) -> list[Row]:
    """A list of cases as sentences."""
    names = people.names({line.subject for line in lines} | {line.handler for line in lines if line.handler})
    return [_row(line, Wording(language, names)) for line in lines]


def _row(line: queries.CaseLine, wording: Wording) -> Row:
    handler = wording.name(line.handler) if line.handler else _("nobody")
    is_open = line.phase == protocol.Phase.OPEN
    return Row(
        sentence=_("About %(name)s") % {"name": wording.name(line.subject)},
        url=reverse("cases:show", args=[line.id]),
        icon="file",
        detail=_("opened %(moment)s · handled by %(name)s")
        % {"moment": spoken(line.opened_at, clock.now()), "name": handler},
        kind="open" if is_open else "done",
        label="" if is_open and line.next_due else _("Open") if is_open else _("Closed"),
        due=line.next_due if is_open else None,
    )


def wording_for(file: queries.CaseFile, language: str, extra: Iterable[UUID] = ()) -> Wording:
    """Words with the name of everybody in the case, in one query."""
    return Wording(language, people.names(persons_of(file) | set(extra)))


def persons_of(file: queries.CaseFile) -> set[UUID]:
    """Everybody whom a page of the case names."""
    texts = [protocol.summarise(file.edition, event) for event in file.replayed.events]
    writers = {UUID(event.by) for event in file.replayed.events}
    handler = [file.state.handler] if file.state.handler else []
    return persons_in(texts) | writers | {UUID(person) for person in (*protocol.people_of(file.state), *handler)}


def timeline(events: Iterable[protocol.Event], file: queries.CaseFile, wording: Wording) -> list[Moment]:
    """Events as sentences, each with the words that were written and the articles it rests on."""
    return [
        Moment(
            at=event.at,
            title=wording.say(protocol.summarise(file.edition, event)),
            body=protocol.narrative(event),
            icon=ICONS.get(event.named(), "dot"),
            articles=event.grounds,
            by=wording.name(event.by),
        )
        for event in events
    ]


def _duty(
    file: queries.CaseFile, duty: protocol.Duty, options: Sequence[protocol.Option], wording: Wording, now: datetime
) -> DutyLine:
    is_late = duty.is_late(now)
    return DutyLine(
        label=wording.say(duty.label),
        status="late" if is_late else duty.status.value,
        due=duty.due,
        note="" if duty.status is not protocol.DutyStatus.OPEN else _whose(file, duty, wording),
        articles=duty.grounds,
        url=_settled_at(file, duty, options) if duty.status is protocol.DutyStatus.OPEN else "",
    )


def _settled_at(file: queries.CaseFile, duty: protocol.Duty, options: Sequence[protocol.Option]) -> str:
    """Where the viewer can do what is owed; empty when the viewer can't."""
    able = [option for option in options if option.kind == duty.command and option.allowed]
    if not able or duty.command is None:
        return ""
    if all(on_ladder(option) for option in able):
        return reverse("cases:measures", args=[file.id])
    return command_url(file, duty.command, duty.preset)


def _whose(file: queries.CaseFile, duty: protocol.Duty, wording: Wording) -> str:
    """Who owes it, when that is not the reader alone."""
    if duty.owed_by_person is not None:
        own = duty.owed_by_person == file.actor.id
        return "" if own else _("%(name)s does this") % {"name": wording.name(duty.owed_by_person)}
    if duty.owed_by & file.actor.roles:
        return ""
    names = [protocol.ROLES[role].read(wording.language) for role in protocol.Role if role in duty.owed_by]
    return _("For: %(roles)s") % {"roles": ", ".join(names)}


def _lead(file: queries.CaseFile, wording: Wording) -> str:
    if file.state.phase is protocol.Phase.CLOSED:
        return _("This case is closed.")
    if file.state.handler is None:
        return _("Nobody handles this case at the moment.")
    return _("%(name)s handles this case.") % {"name": wording.name(file.state.handler)}


def _persons(file: queries.CaseFile, wording: Wording) -> list[tuple[str, str]]:
    """Everybody once, with all that they are to the case; of its subject also what was signed when it happened."""
    state = file.state
    signed = signed_phrase(UUID(state.subject), _day_in_question(file))
    parts: dict[str, list[str]] = {state.subject: [wording.say(protocol.PARTS[protocol.Part.ONDERWERP]), signed]}
    for guardian in state.guardians:
        tie = _("guardian with authority") if guardian.authority else _("guardian without authority")
        parts.setdefault(guardian.person, []).append(tie)
    for party in state.parties:
        parts.setdefault(party.person, []).append(wording.say(protocol.PARTS[party.part]))
    return [(wording.name(person), " · ".join(held)) for person, held in parts.items()]


def _day_in_question(file: queries.CaseFile) -> date:
    """The day on which it happened, as established; before that the day on which the case was opened."""
    facts = protocol.established(file.state)
    return facts.happened_on if facts else clock.local(file.replayed.events[0].at).date()


def _may_be_offence(file: queries.CaseFile) -> bool:
    """Whether there is something to tell about the police (leerlingen-10, personeel-9)."""
    return bool(file.state.task_offence) or any(file.edition.conduct[kind].offences for kind in file.state.conduct)


def _grounds(file: queries.CaseFile) -> tuple[str, ...]:
    """Every article that the case rests on so far, in the order of the paper."""
    applied = {ground for event in file.replayed.events for ground in event.grounds}
    return tuple(article for article in file.edition.articles if article in applied)


def _soonest(line: DutyLine) -> tuple[bool, float]:
    return (line.due is None, line.due.timestamp() if line.due else 0.0)
