"""The report of a pack, put together as data for its document, which is in Dutch, for the Dutch police."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from keyzer import protocol
from keyzer.cases.wording import Wording
from keyzer.evidence.kinds import KINDS
from keyzer.kit import clock
from keyzer.letters import letterhead, rendering
from keyzer.letters.words import Words
from keyzer.people import queries as people

from .events import Choices, Shown
from .queries import Candidate, Material, guardians
from .suspicion import FILES_OWN_COMPLAINT_FROM, age, suspected

DOCUMENT = Path(__file__).parent / "documents" / "rapport.typ"
LANGUAGE = "nl"
TITLE = "Rapport bij de aangifte van de school"
SOMEBODY_ELSE = "een ander"
ENDINGS = {kind.media: kind.endings[0] for kind in KINDS}
SIGNING = (protocol.Role.BESTUUR, protocol.Role.DIRECTEUR)


def render(data: dict[str, Any], at: datetime) -> bytes:
    """The report as an archival, accessible PDF. Raises printing.typesetting.RenderingProblem."""
    return rendering.render(data, document=DOCUMENT, at=at)


def compose(material: Material, choices: Choices, *, reference: str, by: UUID, at: datetime) -> dict[str, Any]:
    """All that the document shows, in Dutch words; what is not known is absent from it."""
    school, local = people.school(), clock.local(at)
    words = Words(LANGUAGE, {}, reader=None, subject=material.subject.id)
    paper = {
        "title": TITLE,
        "language": LANGUAGE,
        "school": {"name": school.name, **letterhead.lines(school.settings)},
        "addressee": {"name": "Politie"},
        "reference": reference,
        "place_date": ", ".join(one for one in (school.place, words.day(local.date())) if one),
        "signatory": _signatory(material, by, at),
        "subject": _subject(material),
        "parts": _parts(material, choices, at),
    }
    return {**words.value(paper), "written_on": local.date().isoformat(), "free": {}}


def timeline(material: Material, choices: Choices) -> list[dict[str, Any]]:
    """The chosen events as sentences; who is left out of the pack is not named in them."""
    hidden = material.hidden_by(choices)
    names = {**people.names(_named(material)), **material.names, **dict.fromkeys(hidden, SOMEBODY_ELSE)}
    wording = Wording(LANGUAGE, names)
    return [
        {"at": event.at, "text": wording.say(protocol.summarise(material.file.edition, event))}
        for number, event in enumerate(material.file.replayed.events, start=1)
        if number in choices.moments
    ]


def file_name(number: int, media: str) -> str:
    """What a piece of evidence is called in the archive: a number, as its own name may tell of other people."""
    return f"bewijs-{number:02}.{ENDINGS.get(media, 'bin')}"


def _parts(material: Material, choices: Choices, at: datetime) -> dict[str, Any]:
    chosen = material.chosen_by(choices)
    return {
        "suspicion": list(_suspicion(material)),
        "facts": {"text": choices.facts, "when": choices.when, "where": choices.where},
        "online": choices.online,
        "affected": [_affected(material, one, choices, at) for one in chosen if one.is_affected],
        "witnesses": [_person(one) for one in chosen if not one.is_affected],
        "timeline": timeline(material, choices),
        "evidence": list(_evidence(material, choices)),
        "stays": material.pictures_stay,
        "images": choices.images,
        "damage": choices.damage,
        "earlier": choices.earlier,
        "keep_private": choices.keep_private,
    }


def _named(material: Material) -> set[UUID]:
    """Everybody whom an event of the case can name."""
    state = material.file.state
    handler = [state.handler] if state.handler else []
    return {UUID(one) for one in (*protocol.people_of(state), *handler)}


def _evidence(material: Material, choices: Choices) -> Iterator[dict[str, Any]]:
    """One line for each piece; of what stays at school or goes by itself only its digest is told."""
    for number, one in enumerate(material.evidence, start=1):
        shown = choices.evidence.get(one.id, Shown.NOT_NEEDED)
        yield {
            "number": number,
            "name": file_name(number, one.media) if one.is_asked and shown.goes_along else None,
            "stays": one.stays.value if one.stays else None,
            "passage": one.passage is not None,
            "handed": ", ".join(one.handed),
            "media": one.media,
            "size": one.size,
            "received": one.received_at,
            "sha256": one.sha256,
            "shielded": shown is Shown.SHIELDED,
        }


def _signatory(material: Material, by: UUID, at: datetime) -> dict[str, Any]:
    """Who reports for the school: who decided to, or else who made the pack."""
    decisions = material.file.state.police_decisions
    person = UUID(decisions[-1].by) if decisions else by
    viewer = people.viewer_of(person, clock.local(at).date())
    role = next((protocol.ROLES[role].nl for role in SIGNING if viewer.holds(role)), "namens de school")
    return {"name": people.names([person])[person], "role": role}


def _suspicion(material: Material) -> Iterator[dict[str, Any]]:
    for kind in suspected(material.file, LANGUAGE):
        for offence in kind.offences:
            yield {"label": offence.label, "article": offence.cite, "complaint": offence.needs_complaint}


def _subject(material: Material) -> dict[str, Any]:
    brief = material.subject
    first = brief.name.partition(" ")[0]
    return {"name": brief.name, "first_name": first, "born": brief.born, "class": brief.class_name}


def _person(one: Candidate) -> dict[str, Any]:
    return {"name": one.name, "born": one.born, "class": one.class_name}


def _affected(material: Material, one: Candidate, choices: Choices, at: datetime) -> dict[str, Any]:
    state, person = material.file.state, str(one.person)
    made = [choice.choice.value for choice in state.complaint_choices if choice.person == person]
    knows = [known.learned_on for known in state.victim_knowledge if known.person == person]
    is_child = one.born is not None and age(one.born, clock.local(at).date()) < FILES_OWN_COMPLAINT_FROM
    return {
        **_person(one),
        "complaint": made[-1] if made else "unknown",
        "knows_since": knows[-1] if knows else None,
        "speakers": [{"name": who.name, "phone": who.phone} for who in guardians(one.person)] if is_child else [],
        "contact": one.person in choices.wants_contact,
        "support": one.person in choices.wants_support,
    }
