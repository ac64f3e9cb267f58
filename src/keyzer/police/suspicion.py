"""What the conduct of a case may be under criminal law: a suspicion for a person to weigh, never a finding."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from keyzer import protocol
from keyzer.cases.queries import CaseFile

MAY_BE_PROSECUTED_FROM = 12  # Sr 77a, Sv 486
FILES_OWN_COMPLAINT_FROM = 16  # Sr 65
ADULT_AT = 18
COMPLAINT = frozenset({"record-victim-knowledge", "record-complaint-choice"})


class LikelyOffence(NamedTuple):
    """An offence that a kind of conduct may be; `cite` is empty where the source is not sure enough to print."""

    label: str
    cite: str
    needs_complaint: bool


class Suspected(NamedTuple):
    """A kind of conduct of the case, and what it may be."""

    conduct: str
    offences: tuple[LikelyOffence, ...]


class Complaint(NamedTuple):
    """The complaint that somebody affected can make. `until` is None while it is unknown since when they know."""

    person: str
    born: date | None
    until: datetime | None
    choice: str
    command: str
    preset: dict[str, str]
    is_done: bool


def suspected(file: CaseFile, language: str) -> list[Suspected]:
    """Each kind of conduct that was named and may be an offence."""
    return [
        Suspected(
            kind.label.read(language), tuple(_likely(file.edition.offences[one], language) for one in kind.offences)
        )
        for kind in _conduct(file)
        if kind.offences
    ]


def may_be_offence(file: CaseFile) -> bool:
    """Whether any conduct of the case may be an offence, or the case is one of WVO 2020, 3.39."""
    return any(kind.offences for kind in _conduct(file)) or bool(file.state.task_offence)


def is_about_sexual_images(file: CaseFile) -> bool:
    """Whether pictures of this case may be neither opened nor copied by anybody at school (Sr 252).

    A possible sexual offence by somebody with a task counts whatever conduct was named (WVO 2020, 3.39).
    """
    return bool(file.state.task_offence) or any(kind.sexual_image_path for kind in _conduct(file))


def complaints(file: CaseFile, born: dict[str, date | None], now: datetime) -> list[Complaint]:
    """For each person affected: the clock of the complaint, and what was chosen. None where no offence needs one."""
    known = {one.person for one in file.state.victim_knowledge}
    return [
        Complaint(
            person=person,
            born=born.get(person),
            until=duty.due if person in known else None,
            choice=_choice(file.state, person),
            command=duty.command or "",
            preset=duty.preset,
            is_done=duty.status is protocol.DutyStatus.DONE,
        )
        for duty in protocol.duties(file.edition, file.state, now)
        if duty.command in COMPLAINT
        for person in [duty.preset["person"]]
    ]


def age(born: date, on: date) -> int:
    """How old somebody is on a day, in whole years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _choice(state: protocol.CaseState, person: str) -> str:
    made: Sequence[str] = [one.choice.value for one in state.complaint_choices if one.person == person]
    return made[-1] if made else ""


def _conduct(file: CaseFile) -> list[protocol.Conduct]:
    return [file.edition.conduct[kind] for kind in file.state.conduct]


def _likely(offence: protocol.Offence, language: str) -> LikelyOffence:
    is_sure = offence.source.sureness is not protocol.Sureness.LOW
    return LikelyOffence(offence.label.read(language), offence.source.cite if is_sure else "", offence.needs_complaint)
