"""Every read about what goes to the police. Who sees a case may look; who may hand a pack over may open it."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.cases import queries as cases
from keyzer.cases.queries import CaseFile
from keyzer.incidents import queries as incidents
from keyzer.kit import clock
from keyzer.ledger import files
from keyzer.ledger import queries as ledger
from keyzer.people import queries as people

from . import events
from .events import Choices
from .models import Pack
from .pieces import Piece, pieces_of
from .suspicion import is_about_sexual_images

HAND_OVER = "hand-over-pack"


class Kept(NamedTuple):
    """A file of a pack; `digest` is its SHA-256."""

    id: UUID
    size: int
    digest: str

    def in_parts(self) -> list[str]:
        """The digest in pieces that fit on a phone."""
        return [self.digest[place : place + 8] for place in range(0, len(self.digest), 8)]


class PackRow(NamedTuple):
    """One pack as it was made."""

    id: UUID
    case: UUID
    case_version: int
    made_at: datetime
    made_by: UUID
    report: Kept
    archive: Kept


class Candidate(NamedTuple):
    """Somebody who can be named in a pack, with every part in what happened."""

    person: UUID
    name: str
    class_name: str
    born: date | None
    parts: frozenset[protocol.Part]

    @property
    def is_affected(self) -> bool:
        """Whether it was done to this person."""
        return protocol.Part.BETROKKENE in self.parts


class Material(NamedTuple):
    """All that a pack about one case can be made of. Nothing of another case is in it."""

    file: CaseFile
    subject: people.PersonBrief
    candidates: tuple[Candidate, ...]
    left_out: frozenset[UUID]
    names: dict[UUID, str]
    evidence: tuple[Piece, ...]
    pictures_stay: bool

    @property
    def asked(self) -> tuple[Piece, ...]:
        """Of which pieces it must be said whom they show; of none where pictures stay."""
        return () if self.pictures_stay else tuple(one for one in self.evidence if one.is_asked)

    def chosen_by(self, choices: Choices) -> list[Candidate]:
        """Who is named in a pack of these choices, beside the subject."""
        return [one for one in self.candidates if one.person in choices.persons]

    def hidden_by(self, choices: Choices) -> frozenset[UUID]:
        """Who took part and is left out of a pack of these choices; other subjects always are."""
        return self.left_out - {one.person for one in self.chosen_by(choices)}


def case_for(viewer: protocol.Viewer, case: UUID) -> CaseFile | None:
    """The case, when it exists and is for this viewer."""
    return cases.case_for(viewer, case)


def may_prepare(file: CaseFile, now: datetime) -> bool:
    """Whether this person may make a pack now and hand it over: the protocol's own answer (leerlingen-10)."""
    return any(one.allowed for one in _handing_over(file, now))


def may_open(file: CaseFile, now: datetime) -> bool:
    """Whether this person may look into packs that were made: who could hand one over, also after the case closed."""
    return any(not any(reason.who for reason in one.barred) for one in _handing_over(file, now))


def packs_of(case: UUID) -> list[PackRow]:
    """The packs of a case, newest first."""
    return [_row(pack) for pack in Pack.objects.filter(case_id=case).order_by("-made_at", "-id")]


def pack_for(viewer: protocol.Viewer, pack: UUID, now: datetime) -> tuple[CaseFile, PackRow] | None:
    """A pack and its case, for who may open it."""
    row = Pack.objects.filter(id=pack).first()
    file = cases.case_for(viewer, row.case_id) if row else None
    return (file, _row(row)) if row and file and may_open(file, now) else None


def choices_of(pack: UUID) -> Choices | None:
    """What a pack was made of; None when it was erased."""
    made = (events.read(one.content) for one in ledger.read(pack))
    return next((one.choices for one in made), None)


def content(pack: UUID, file: UUID) -> Iterator[bytes]:
    """The bytes of a file of a pack. Raises ledger.files.FileProblem when it is gone or was altered."""
    return _begun(files.content(pack, file))


def material(file: CaseFile) -> Material:
    """All that a pack about this case can be made of, in a handful of queries."""
    incident, subject = UUID(file.state.incident), UUID(file.state.subject)
    parts: dict[UUID, set[protocol.Part]] = {}
    for party in file.state.parties:
        parts.setdefault(UUID(party.person), set()).add(party.part)
    involved = {one.person for one in incidents.persons_of(incident)} | set(parts)
    known = people.brief({subject, *involved})
    return Material(
        file=file,
        subject=known[subject],
        candidates=tuple(
            Candidate(one, known[one].name, known[one].class_name, known[one].born, frozenset(held))
            for one, held in parts.items()
            if held != {protocol.Part.ONDERWERP} and one != subject
        ),
        left_out=frozenset(involved - {subject}),
        names={person: brief.name for person, brief in known.items()},
        evidence=pieces_of(incidents.reports_of(incident)),
        pictures_stay=is_about_sexual_images(file),
    )


def guardians(child: UUID) -> list[people.GuardianBrief]:
    """The adults with authority over a child today."""
    return [one for one in people.guardians_of(child, clock.today()) if one.authority]


def _begun(content: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes, the first already read: what is amiss there is told at once, and who reads no further leaves
    no file open.
    """
    return chain([next(content, b"")], content)


def _handing_over(file: CaseFile, now: datetime) -> list[protocol.Option]:
    options = protocol.options(file.edition, file.state, file.actor, now)
    return [one for one in options if one.kind == HAND_OVER]


def _row(pack: Pack) -> PackRow:
    return PackRow(
        id=pack.id,
        case=pack.case_id,
        case_version=pack.case_version,
        made_at=pack.made_at,
        made_by=pack.made_by_id,
        report=Kept(pack.report_file, pack.report_size, pack.report_digest),
        archive=Kept(pack.archive_file, pack.archive_size, pack.archive_digest),
    )
