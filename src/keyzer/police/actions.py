"""Every write about what goes to the police: make a pack, and hand it over."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from keyzer import protocol
from keyzer.cases import actions as cases
from keyzer.cases import queries as case_queries
from keyzer.evidence.kinds import TEXT
from keyzer.kit import clock
from keyzer.kit.ids import new_id
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.ledger import files
from keyzer.ledger.files import Incoming

from . import archive, events, names, report
from .events import Choices, Shown
from .models import Pack
from .pieces import Piece
from .queries import HAND_OVER, Material, PackRow, material

KIND = "police-pack"
REPORT = "rapport.pdf"
TIMELINE = "moments"


class NamesSomebodyElse(Exception):
    """Words of the pack name somebody whom it leaves out. `found` tells which name, by the choice or file it is in."""

    def __init__(self, found: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"`{name}` in `{choice}`: leave it out" for choice, name in found.items()))
        self.found = dict(found)


class NotAnswered(Exception):
    """Of a piece of evidence it was not said whom it shows. `file` is its id."""

    def __init__(self, file: UUID) -> None:
        super().__init__(f"say of `{file}` whom it shows, before a pack is made")
        self.file = file


class PicturesStay(Exception):
    """A file was chosen although pictures of this case may be copied by nobody (Sr 252)."""


def make(file: case_queries.CaseFile, choices: Choices, *, by: UUID, at: datetime) -> UUID:
    """Make a pack of what was chosen, at the version of the case that `file` shows, and answer its id.

    Raises NamesSomebodyElse, NotAnswered, PicturesStay, cases.actions.Refused, ledger.actions.Conflict when the case
    moved on, ledger.files.FileProblem for evidence that was altered, printing.typesetting.RenderingProblem.
    """
    found, pack = material(file), new_id()
    _check(found, choices, at)
    reference = f"{clock.local(at):%Y}-{pack.hex[-8:]}"
    pdf = report.render(report.compose(found, choices, reference=reference, by=by, at=at), at)
    with _incoming() as written, _incoming() as packed:
        written.write(pdf)
        archive.write(_items(found, choices, pdf), packed.write)
        with writing(), _taken_away_on_failure(written, packed):
            _still_at(file)
            ledger.open_stream(KIND, at=at, stream=pack)
            first, second = written.keep(pack), packed.keep(pack)
            made = events.Made(
                case=file.id, case_version=file.version, choices=choices, report=first.sha256, archive=second.sha256
            )
            ledger.append(pack, [events.entry(made)], seen=0, by=by, at=at)
            _row(pack, file, first, second, by, at).save(force_insert=True)
    return pack


def hand_over(pack: PackRow, said: Mapping[str, Any], *, seen: int, by: UUID, at: datetime) -> int:
    """Record in the case that this very pack was handed over; answers the new version of the case.

    Raises protocol.CommandError for what was not filled in, and what cases.actions.act raises.
    """
    command = protocol.parse_command(HAND_OVER, {**said, "digest": pack.archive.digest})
    return cases.act(pack.case, command, seen=seen, by=by, at=at)


def _check(found: Material, choices: Choices, at: datetime) -> None:
    """Refuse what may not go in, before anything is made."""
    options = protocol.options(found.file.edition, found.file.state, found.file.actor, at)
    against = [one.barred for one in options if one.kind == HAND_OVER]
    if not any(not reasons for reasons in against):
        raise cases.Refused([reason for reasons in against for reason in reasons])
    if found.pictures_stay and any(shown.goes_along for shown in choices.evidence.values()):
        raise PicturesStay("pictures of this case are copied by nobody: tell the police where they are")
    open_questions = {one.id for one in found.asked} - set(choices.evidence)
    if open_questions:
        raise NotAnswered(min(open_questions))
    slipped = _names_in(found, choices)
    if slipped:
        raise NamesSomebodyElse(slipped)


def _names_in(found: Material, choices: Choices) -> dict[str, str]:
    """Who is named by what was chosen although the pack leaves them out; a file stands under its id."""
    left_out = names.LeftOut(
        [found.names[one] for one in found.hidden_by(choices)],
        kept=[found.subject.name, *(one.name for one in found.chosen_by(choices))],
    )
    texts = {name: value for name in Choices.__struct_fields__ if isinstance(value := getattr(choices, name), str)}
    texts[TIMELINE] = "\n".join(one["text"] for one in report.timeline(found, choices))
    written = {choice: left_out.found_in(text) for choice, text in texts.items()}
    read = {
        str(one.id): left_out.found_in_file(one.content())
        for _number, one in _going_along(found, choices)
        if one.media == TEXT.media
    }
    return {choice: name for choice, name in {**written, **read}.items() if name}


def _going_along(found: Material, choices: Choices) -> Iterator[tuple[int, Piece]]:
    """What goes to the police, each with its number in the report."""
    for number, one in enumerate(found.evidence, start=1):
        if one.is_asked and choices.evidence.get(one.id, Shown.NOT_NEEDED).goes_along:
            yield number, one


def _items(found: Material, choices: Choices, pdf: bytes) -> Iterator[archive.Item]:
    for number, one in _going_along(found, choices):
        yield archive.Item(report.file_name(number, one.media), one.size, one.sha256, one.content())
    yield archive.Item(REPORT, len(pdf), archive.digest_of(pdf), iter([pdf]))


def _still_at(file: case_queries.CaseFile) -> None:
    actual = case_queries.version(file.id)
    if actual != file.version:
        raise ledger.Conflict(file.version, actual)


def _row(
    pack: UUID, file: case_queries.CaseFile, first: files.Kept, second: files.Kept, by: UUID, at: datetime
) -> Pack:
    return Pack(
        id=pack,
        case_id=file.id,
        case_version=file.version,
        made_at=at,
        made_by_id=by,
        report_file=first.id,
        report_size=first.size,
        report_digest=first.sha256,
        archive_file=second.id,
        archive_size=second.size,
        archive_digest=second.sha256,
    )


@contextmanager
def _incoming() -> Iterator[Incoming]:
    """A file on its way in, of which nothing is left unless it was kept."""
    incoming = Incoming()
    try:
        yield incoming
    finally:
        incoming.discard()


@contextmanager
def _taken_away_on_failure(*kept: Incoming) -> Iterator[None]:
    """Files whose record was not written go."""
    try:
        yield
    except BaseException:
        for one in kept:
            files.remove(one.id)
        raise
