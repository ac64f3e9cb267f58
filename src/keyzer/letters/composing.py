"""One letter whole, as its document is given it: what the protocol composed, the letterhead, and free paragraphs."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.cases.queries import CaseFile
from keyzer.kit import clock
from keyzer.people import queries as people

from . import letterhead, rendering
from .events import Free
from .words import Words, persons_in

LANGUAGES = ("nl", "en")
SPOKEN_TO_BY_FIRST_NAME = frozenset({"pupil", "adult-pupil"})
TO_FIRST_NAME = protocol.Text(nl="Beste {name},", en="Dear {name},")
TO_FULL_NAME = protocol.Text(nl="Geachte {name},", en="Dear {name},")
TO_A_BODY = protocol.Text(nl="Geachte heer, mevrouw,", en="Dear Sir or Madam,")
BODIES = {
    "inspectorate": protocol.Text(nl="Inspectie van het Onderwijs", en="Inspectie van het Onderwijs"),
    "municipality": protocol.Text(nl="Gemeente, afdeling leerplicht", en="Gemeente, afdeling leerplicht"),
}
ABOVE = frozenset({"signatory", "subject"})
"""Parts that the documents find beside the others, not among them."""
ANSWERS_QUESTIONS = (
    protocol.Role.COORDINATOR,
    protocol.Role.TEAMLEIDER,
    protocol.Role.VEILIGHEIDSCOORDINATOR,
    protocol.Role.DIRECTEUR,
    protocol.Role.BESTUUR,
)
"""As what somebody who handles a case is told to the addressee, the first that is held."""


class Place(NamedTuple):
    """Which letter: its id, its slot in the protocol's list, and its language."""

    letter: UUID
    slot: str
    language: str

    @property
    def kind(self) -> str:
        """The letter's kind."""
        return self.slot.split("/")[0]

    @property
    def about(self) -> str:
        """What it is about: the id of a decision, or a number."""
        return self.slot.split("/")[1]

    @property
    def addressee(self) -> UUID | None:
        """The person it goes to; None when that is a body."""
        return None if self.body else UUID(self.slot.rpartition("/")[2])

    @property
    def body(self) -> str:
        """The authority it goes to; empty when that is a person."""
        last = self.slot.rpartition("/")[2]
        return last if last in BODIES else ""

    @property
    def document(self) -> str:
        """Its words, among the documents."""
        return f"{self.language}/{self.kind}.typ"


class Content(NamedTuple):
    """What a document is given. `digest` is the same for the same content, whatever day it is looked at."""

    data: Mapping[str, Any]
    document: str

    @property
    def digest(self) -> str:
        """SHA-256 over all that the addressee will read, but the day of writing."""
        dated = {"place_date", "written_on", "draft"}
        said = {name: value for name, value in self.data.items() if name not in dated}
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()

    def pdf(self, at: datetime) -> bytes:
        """The letter as it is kept. Raises typesetting.RenderingProblem."""
        return rendering.render(self.data, document=self.document, at=at)


def compose(
    file: CaseFile, place: Place, free: Free, *, at: datetime, is_draft: bool = False
) -> Content | protocol.Refusal:
    """The letter as it would be at that moment, or everything that it lacks."""
    composed = protocol.compose(file.edition, file.state, place.slot, at, file.actor)
    school = people.school()
    gaps = letterhead.lacking(school.settings, to_a_body=bool(place.body))
    if isinstance(composed, protocol.Refusal):
        return protocol.Refusal((*composed.reasons, *gaps))
    if gaps:
        return protocol.Refusal(tuple(gaps))
    words, kind = _words(file, composed, place, at), file.edition.letters[place.kind]
    data = {
        **_paper(file, place, school, words, at),
        "voice": composed.voice,
        "title": kind.label.read(place.language),
        "contact": _contact(file, words, at),
        "addressee": _addressee(place, words),
        "salutation": _salutation(composed.voice, place, words),
        "subject": _subject(words),
        "signatory": _signatory(composed.parts.get("signatory"), words),
        "free": words.value({name: getattr(free, name) for name in kind.free}) or {},
        "parts": words.value({name: part for name, part in composed.parts.items() if name not in ABOVE}) or {},
        "draft": is_draft or None,
    }
    return Content({name: value for name, value in data.items() if value is not None}, place.document)


def _paper(file: CaseFile, place: Place, school: people.SchoolBrief, words: Words, at: datetime) -> dict[str, Any]:
    """What the school's paper bears on the day of writing."""
    today = clock.local(at).date()
    return {
        "language": place.language,
        "reference": f"{file.id.hex[-6:]}-{place.letter.hex[-4:]}".upper(),
        "written_on": today.isoformat(),
        "place_date": ", ".join(filter(None, (school.place, words.day(today)))),
        "school": {"name": school.name, **letterhead.lines(school.settings)},
    }


def _words(file: CaseFile, composed: protocol.Composed, place: Place, at: datetime) -> Words:
    subject, handler = UUID(file.state.subject), file.state.handler
    named = persons_in(composed.parts) | {subject} | {UUID(person) for person in (handler,) if person}
    if place.addressee:
        named.add(place.addressee)
    known = people.correspondents(named, clock.local(at).date())
    return Words(place.language, known, reader=place.addressee, subject=subject)


def _addressee(place: Place, words: Words) -> dict[str, Any]:
    if place.addressee is None:
        return {"name": BODIES[place.body].read(place.language)}
    known = words.known[place.addressee]
    lines = [line.strip() for line in known.address.replace("\n", ",").split(",") if line.strip()]
    return {"name": words.name(known.id), **({"address_lines": lines} if lines else {})}


def _salutation(voice: str, place: Place, words: Words) -> str:
    if place.addressee is None:
        return TO_A_BODY.read(place.language)
    if voice in SPOKEN_TO_BY_FIRST_NAME:
        return TO_FIRST_NAME.read(place.language).format(name=words.person(place.addressee)["first_name"])
    return TO_FULL_NAME.read(place.language).format(name=words.name(place.addressee))


def _subject(words: Words) -> dict[str, str]:
    said = words.person(words.subject)
    known = words.known.get(words.subject)
    born = {"born": words.day(known.born)} if known and known.born else {}
    in_class = {"class": known.class_name} if known and known.class_name else {}
    return {"name": said["name"], "first_name": said["first_name"], **born, **in_class}


def _signatory(signed: Mapping[str, Any] | None, words: Words) -> dict[str, str] | None:
    said = words.value(dict(signed)) if signed else None
    return {"name": said["person"]["name"], "role": said["role"]} if said else None


def _contact(file: CaseFile, words: Words, at: datetime) -> dict[str, str] | None:
    """Who handles the case; nobody when it has no handler, and the school itself is called."""
    handler = file.state.handler
    if handler is None:
        return None
    held = people.viewer_of(UUID(handler), clock.local(at).date())
    role = next((role for role in ANSWERS_QUESTIONS if held.holds(role)), None)
    said = {"role": protocol.ROLES[role].read(words.language)} if role else {}
    return {"name": words.name(UUID(handler)), **said}
