"""What a file holds for who may read it. The person concerned reads what was told; who works on it reads it whole."""

from datetime import datetime
from itertools import islice
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.cases import queries as cases
from keyzer.cases import told
from keyzer.cases.wording import Wording, persons_in
from keyzer.design.rows import Row
from keyzer.design.timeline import Moment
from keyzer.kit import clock
from keyzer.ledger import queries as ledger
from keyzer.people import queries as people
from keyzer.people.queries import PersonBrief

KIND = "dossier"
MOST_LOOKS = 30


class Look(NamedTuple):
    """Somebody opened the file, named by what that person is at the school."""

    at: datetime
    role: str


class FilePage(NamedTuple):
    """A file as one reader may see it. `told` is for the person concerned, `chronology` for who works on it."""

    person: PersonBrief
    is_concerned: bool
    told: list[Row]
    chronology: list[Moment]
    looks: list[Look]


def file_of(viewer: protocol.Viewer, person: UUID, language: str) -> FilePage | None:
    """The file of a person, when there is such a person and the file is for this viewer."""
    known = people.brief([person]).get(person)
    if known is None or not _is_visible(viewer, known):
        return None
    is_concerned = viewer.id == str(person) or str(person) in viewer.guardian_of
    return FilePage(
        person=known,
        is_concerned=is_concerned,
        told=_told(viewer, person) if is_concerned else [],
        chronology=[] if is_concerned else _chronology(viewer, person, language),
        looks=_looks(person, language) if _may_see_log(viewer, known) else [],
    )


def _told(viewer: protocol.Viewer, person: UUID) -> list[Row]:
    now = clock.now()
    return told.rows([case for case in cases.own_cases(viewer, now) if case.told.subject == str(person)], now)


def _chronology(viewer: protocol.Viewer, person: UUID, language: str) -> list[Moment]:
    happened = cases.chronology(viewer, person)
    wording = Wording(
        language, people.names(persons_in(each.said for each in happened) | {each.by for each in happened})
    )
    return [
        Moment(
            at=each.at,
            title=wording.say(each.said),
            body=each.words,
            articles=each.grounds,
            by=wording.name(each.by),
        )
        for each in happened
    ]


def _looks(person: UUID, language: str) -> list[Look]:
    """The last times that somebody else opened the file."""
    traces = (trace for trace in ledger.access_to(KIND, str(person)) if trace.outcome == "seen" and trace.by)
    return [
        Look(trace.at, _role(trace.by, language))
        for trace in islice(traces, MOST_LOOKS)
        if trace.by is not None and trace.by != person
    ]


def _role(person: UUID, language: str) -> str:
    """What somebody is at the school, in words."""
    held = {role.role for role in people.viewer_of(person, clock.today()).roles}
    return ", ".join(protocol.ROLES[role].read(language) for role in protocol.Role if role in held)


def _is_visible(viewer: protocol.Viewer, person: PersonBrief) -> bool:
    return protocol.may_see_dossier(viewer, _filed(person))


def _may_see_log(viewer: protocol.Viewer, person: PersonBrief) -> bool:
    return protocol.may_see_log(viewer, _filed(person))


def _filed(person: PersonBrief) -> protocol.Filed:
    lane = protocol.Lane.PERSONEEL if person.layer is None else protocol.Lane.LEERLING
    return protocol.Filed(person=str(person.id), lane=lane, layer=person.layer)
