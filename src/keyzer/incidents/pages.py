"""What the pages of an incident show: codes turned into words, ids into names, formatted before the template."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from keyzer import protocol
from keyzer.design.moments import spoken
from keyzer.design.rows import Row
from keyzer.design.timeline import Moment
from keyzer.evidence.queries import ItemView
from keyzer.kit import clock
from keyzer.people import queries as people

from . import events, queries

PLACES = {
    "school": gettext_lazy("at school"),
    "onderweg": gettext_lazy("on the way"),
    "online": gettext_lazy("online"),
    "elders": gettext_lazy("somewhere else"),
}
ICONS = {
    events.Told: "report",
    events.FactAdded: "pen",
    events.Involved: "person",
    events.PartChanged: "person",
    events.ConductCited: "protocol",
    events.ReportAdded: "report",
    events.ReportTakenOut: "report",
    events.HandedOver: "arrow",
    events.Settled: "check",
    events.Reopened: "history",
}


class PersonLine(NamedTuple):
    """A person with all parts as one sentence; `case` is there when there is one, `can_open` when there can be."""

    id: UUID
    name: str
    class_name: str
    parts: str
    is_subject: bool
    case: UUID | None


class ConductLine(NamedTuple):
    """A kind of conduct and the articles it goes against."""

    label: str
    articles: tuple[str, ...]


class IncidentPage(NamedTuple):
    """Everything on the page of one incident."""

    id: UUID
    heading: str
    version: int
    is_open: bool
    can_work: bool
    handler: str
    told: str
    facts: list[tuple[str, str]]
    persons: list[PersonLine]
    conduct: list[ConductLine]
    history: list[Moment]
    report: UUID | None
    evidence: list[Row]
    needs_path: bool


def show(file: queries.IncidentFile, language: str) -> IncidentPage:
    """The page of one incident."""
    known = people.brief(_persons_in(file))
    names = {person: brief.name for person, brief in known.items()}
    items = queries.evidence_of(file)
    conduct = [ConductLine(label(kind, language), articles(kind, file.lane)) for kind in file.conduct]
    return IncidentPage(
        id=file.id,
        heading=conduct[0].label if conduct else _("Something happened"),
        version=file.version,
        is_open=file.state == "open",
        can_work=file.can_work,
        handler=names[file.handler],
        told=file.told,
        facts=_facts(file),
        persons=_person_lines(file.persons, known, language),
        conduct=conduct,
        history=[moment(line, names, file.lane, language) for line in reversed(file.history)],
        report=file.report,
        evidence=[_evidence_row(file.id, item) for item in items],
        needs_path=any(item.is_quarantined for item in items) and not queries.is_about_images(file.conduct),
    )


def _evidence_row(incident: UUID, item: ItemView) -> Row:
    chosen = ngettext("%(count)s passage is proof", "%(count)s passages are proof", len(item.passages))
    detail = [spoken(item.received_at, clock.now())]
    if item.taken_from:
        detail.append(_("out of a conversation, message %(number)s") % {"number": item.taken_from.message + 1})
    if item.passages:
        detail.append(chosen % {"count": len(item.passages)})
    if item.handed:
        detail.append(_("erased, the police have it") if item.is_erased else _("the police have it"))
    return Row(
        sentence=_("A file that is locked away") if item.is_quarantined else item.name,
        url=reverse("incidents:evidence", args=[incident, item.id]),
        icon="lock",
        detail=" · ".join(detail),
    )


def moment(line: queries.Line, names: dict[UUID, str], lane: protocol.Lane, language: str) -> Moment:
    """One event as a line of the history."""
    at, by, event = line
    title, body = _sentence(event, names, language)
    grounds = articles(event.conduct, lane) if isinstance(event, events.ConductCited) else ()
    author = names.get(by, "") if by else ""
    return Moment(at=at, title=title, body=body, icon=ICONS[type(event)], articles=grounds, by=author)


def since(file: queries.IncidentFile, version: int, language: str) -> list[Moment]:
    """What was added after `version`, for somebody who did not see it yet."""
    names = people.names(_persons_in(file))
    return [moment(line, names, file.lane, language) for line in file.history[version:]]


def label(kind: str, language: str) -> str:
    """A kind of conduct in words; one that the present edition dropped keeps its id."""
    known = protocol.in_force(clock.today()).conduct
    return known[kind].label.read(language) if kind in known else kind


def articles(kind: str, lane: protocol.Lane) -> tuple[str, ...]:
    """The articles that this conduct goes against, of those that bind whom the incident is about."""
    return protocol.articles_broken(protocol.in_force(clock.today()), lane, [kind])


def rows(lines: Sequence[queries.IncidentLine], language: str) -> list[Row]:
    """A list of incidents as sentences."""
    handlers = people.names(line.handler for line in lines)
    return [_row(line, handlers[line.handler], language) for line in lines]


def _row(line: queries.IncidentLine, handler: str, language: str) -> Row:
    labels = [label(kind, language) for kind in line.conduct]
    detail = [spoken(line.opened_at, clock.now()), _("handled by %(name)s") % {"name": handler}]
    if line.layer is not None:
        detail.insert(1, _("year %(layer)d") % {"layer": line.layer})
    return Row(
        sentence=" · ".join(labels) or _("Something happened"),
        url=reverse("incidents:show", args=[line.id]),
        icon="people",
        detail=" · ".join(detail),
        kind="done" if line.state == "settled" else "open",
        label=_("Dealt with") if line.state == "settled" else _("Being dealt with"),
    )


def _facts(file: queries.IncidentFile) -> list[tuple[str, str]]:
    facts = []
    if file.happened_on:
        facts.append((_("When"), date_format(file.happened_on, "l j F Y")))
    if file.place in PLACES:
        facts.append((_("Where"), str(PLACES[file.place])))
    return facts


def _person_lines(
    persons: Sequence[queries.InvolvedPerson], known: dict[UUID, people.PersonBrief], language: str
) -> list[PersonLine]:
    held: dict[UUID, list[queries.InvolvedPerson]] = {}
    for one in persons:
        held.setdefault(one.person, []).append(one)
    return [
        PersonLine(
            id=person,
            name=known[person].name,
            class_name=known[person].class_name,
            parts=" · ".join(protocol.PARTS[one.part].read(language) for one in parts),
            is_subject=any(one.part is protocol.Part.ONDERWERP for one in parts),
            case=next((one.case for one in parts if one.case), None),
        )
        for person, parts in held.items()
    ]


def _sentence(event: events.AnyEvent, names: dict[UUID, str], language: str) -> tuple[str, str]:  # noqa: C901, PLR0911 -- one line for each kind
    """The title of an event and the words that belong to it."""
    match event:
        case events.Told():
            return _("Opened, with what was told"), ""
        case events.FactAdded():
            return _("This became known"), event.fact
        case events.Involved():
            return f"{names[event.person]}: {protocol.PARTS[event.part].read(language)}", ""
        case events.PartChanged():
            return f"{names[event.person]}: {protocol.PARTS[event.part].read(language)}", event.reason
        case events.ConductCited():
            return label(event.conduct, language), ""
        case events.ReportAdded():
            return _("Another report tells of the same"), ""
        case events.ReportTakenOut():
            return _("A report stands by itself again"), ""
        case events.HandedOver():
            return _("%(name)s handles it from now on") % {"name": names[event.handler]}, ""
        case events.Settled():
            return _("Dealt with"), ""
        case events.Reopened():
            return _("Opened again"), event.reason


def _persons_in(file: queries.IncidentFile) -> set[UUID]:
    """Everybody whose name the page needs."""
    writers = {by for _at, by, _event in file.history if by}
    handed = {event.handler for _at, _by, event in file.history if isinstance(event, events.HandedOver)}
    named = {
        event.person for _at, _by, event in file.history if isinstance(event, events.Involved | events.PartChanged)
    }
    return writers | handed | named | {file.handler} | {one.person for one in file.persons}
