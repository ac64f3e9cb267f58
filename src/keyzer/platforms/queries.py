"""What the pages show: the programs of the register in one language, and who at the school checked each."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings

from keyzer.people import queries as people
from keyzer.protocol import Viewer

from .entry import Chore, Content, Former, Platform
from .models import Check
from .shelf import Entry, Register, shelf

HOLDS = timedelta(days=183)
"""How long a check counts as fresh: programs move their buttons several times a year."""
CHORES = ("melden", "blokkeren", "bewijs", "weghalen")


@dataclass(frozen=True)
class Freshness:
    """How sure the text is. `by` is empty for who may not read the name; without `on` nobody checked it yet."""

    written_on: date
    on: date | None = None
    by: str = ""
    at_school: bool = False
    asks_again: bool = False


@dataclass(frozen=True)
class ChorePage:
    """One thing to do in one program, in one language."""

    id: str
    name: str
    chore: str
    steps: tuple[str, ...]
    search: str
    link: str | None


@dataclass(frozen=True)
class Point:
    """A setting to check, with an id that is the same on each visit."""

    id: str
    title: str
    how: str


@dataclass(frozen=True)
class Checklist:
    """The settings of one program, in one language."""

    id: str
    name: str
    where: str
    search: str
    link: str | None
    points: tuple[Point, ...]
    freshness: Freshness


def register() -> Register:
    """What this school shows."""
    return shelf(settings.KEYZER_DATA / "platforms")


def find(words: str) -> list[Entry]:
    """The programs whose names hold these words, by name; all of them without words."""
    wanted = words.casefold().strip()
    return [entry for entry in register().entries.values() if wanted in _names(entry.content)]


def entry(platform: str) -> Entry | None:
    """The program with this id; None when the register has none."""
    return register().entries.get(platform)


def chore_page(platform: str, chore: str, language: str) -> ChorePage | None:
    """What to do for one chore; None for another program or chore than there is."""
    found = entry(platform)
    if found is None or not isinstance(found.content, Platform) or chore not in CHORES:
        return None
    said = _chore(found.content, chore)
    name = found.content.name
    return ChorePage(platform, name, chore, said.steps.read(language), said.search.read(language), said.link)


def checklists(platforms: list[str], language: str, viewer: Viewer | None, on: date) -> list[Checklist]:
    """The settings of these programs, in the order of the register; what it does not hold is left out."""
    found = [(entry, said) for entry, said in register().platforms() if entry.id in platforms]
    fresh = _freshness([entry for entry, _said in found], viewer, on)
    return [_checklist(entry, said, language, fresh[entry.id]) for entry, said in found]


def freshness(platform: str, viewer: Viewer | None, on: date) -> Freshness | None:
    """How sure the text of one program is; None for one that is gone. A name is for who has signed in."""
    entries = [entry for entry, _said in register().platforms() if entry.id == platform]
    return _freshness(entries, viewer, on).get(platform)


def to_review(viewer: Viewer, on: date) -> list[tuple[Entry, Freshness]]:
    """Every program in use with how sure its text is: first what was never checked, then the oldest check."""
    entries = [entry for entry, _said in register().platforms()]
    fresh = _freshness(entries, viewer, on)
    return sorted(((entry, fresh[entry.id]) for entry in entries), key=lambda line: line[1].on or date.min)


def _freshness(entries: list[Entry], viewer: Viewer | None, on: date) -> dict[str, Freshness]:
    """Of each program, in at most two queries; a check of a former text does not count."""
    rows = Check.objects.filter(platform__in=[entry.id for entry in entries]).order_by("checked_on")
    checks = {(row.platform, row.digest): row for row in rows}
    shows_names = viewer is not None and bool(viewer.roles)
    names = people.names(row.by_id for row in checks.values() if row.by_id) if shows_names and checks else {}
    return {
        entry.id: _fresh(entry.content, checks.get((entry.id, entry.digest)), names, on)
        for entry in entries
        if isinstance(entry.content, Platform)
    }


def _fresh(said: Platform, check: Check | None, names: dict[UUID, str], on: date) -> Freshness:
    """The later of what somebody at school checked and what the file says."""
    if check is not None and (said.checked_on is None or check.checked_on >= said.checked_on):
        by, old = names.get(check.by_id, "") if check.by_id else "", _is_old(check.checked_on, on)
        return Freshness(said.written_on, check.checked_on, by, at_school=True, asks_again=old)
    if said.checked_on is None:
        return Freshness(said.written_on, asks_again=True)
    return Freshness(said.written_on, said.checked_on, said.checked_by, asks_again=_is_old(said.checked_on, on))


def _is_old(checked_on: date, on: date) -> bool:
    return checked_on + HOLDS < on


def _checklist(entry: Entry, content: Platform, language: str, freshness: Freshness) -> Checklist:
    said = content.settings
    points = tuple(
        Point(f"{entry.id}-{point.id}", point.title.read(language), point.how.read(language)) for point in said.check
    )
    where, search = said.where.read(language), said.search.read(language)
    return Checklist(entry.id, content.name, where, search, said.link, points, freshness)


def _chore(content: Platform, chore: str) -> Chore:
    chores = dict(zip(CHORES, (content.report, content.block, content.proof, content.takedown), strict=True))
    return chores[chore]


def _names(content: Content) -> str:
    return "\n".join((content.name, content.paper_name or "", *content.also_called)).casefold()


def successor(content: Former) -> Entry | None:
    """What came in the place of a program that is gone; None when nothing did."""
    return entry(content.now) if content.now else None
