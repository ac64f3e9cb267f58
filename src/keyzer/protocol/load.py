"""Reads an edition from its folder of TOML, proves it, and knows the editions that are shipped."""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from .coherence import incoherent
from .data import Data
from .decode import Part, faults, reflow
from .edition import (
    Article,
    Conduct,
    DraftCheck,
    Edition,
    ImageAge,
    LetterKind,
    Measure,
    Offence,
    Procedure,
    SigningRule,
)
from .references import (
    Headings,
    article_place,
    check_place,
    conduct_place,
    dangling,
    image_age_place,
    letter_place,
    measure_place,
    offence_place,
    procedure_place,
    signing_place,
)
from .vocabulary import Change

SHIPPED = Path(__file__).parent / "editions"
COVER = "edition.toml"
CONTENT = (
    "conduct.toml",
    "measures.toml",
    "procedures.toml",
    "letters.toml",
    "signing.toml",
    "checks.toml",
    "beeld.toml",
)
Table = dict[str, Any]


class EditionError(Exception):
    """An edition that is refused. `problems` holds all that was found, each with file, heading and field."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Cover(Data, frozen=True, kw_only=True):
    """What `edition.toml` says; `chapters` are the files of articles, in the order of the paper."""

    id: str
    school: str
    adopted_on: date
    in_force_from: date
    chapters: tuple[str, ...]
    change: Change = Change.MAJOR
    replaces: str | None = None


@cache
def current() -> Edition:
    """The newest shipped edition, be it not in force yet: for documents, and never for what holds on a day."""
    return latest(shipped(name) for name in editions())


@lru_cache(maxsize=64)
def in_force(on: date) -> Edition:
    """The shipped edition that holds on a day; before the first of them, the one that will hold first."""
    shelf = [shipped(name) for name in editions()]
    begun = [edition for edition in shelf if edition.in_force_from <= on]
    return latest(begun) if begun else min(shelf, key=lambda edition: (edition.in_force_from, edition.id))


def latest(shelf: Iterable[Edition]) -> Edition:
    """The edition among several that came into force last."""
    return max(shelf, key=lambda edition: (edition.in_force_from, edition.id))


def editions() -> list[str]:
    """The ids of the shipped editions, in alphabetical order."""
    return sorted(cover.parent.name for cover in SHIPPED.glob(f"*/{COVER}"))


@cache
def shipped(edition_id: str) -> Edition:
    """A shipped edition by its id. Raises EditionError for an id that is not shipped."""
    if edition_id not in editions():
        raise EditionError((f"no edition `{edition_id}` is shipped; there is {', '.join(editions())}",))
    return load_edition(SHIPPED / edition_id)


def lint(folder: Path) -> list[str]:
    """Everything that is wrong with the edition in a folder; empty when it is sound."""
    try:
        load_edition(folder)
    except EditionError as refused:
        return list(refused.problems)
    return []


def load_edition(folder: Path) -> Edition:
    """The edition in a folder, with all its references proven. Raises EditionError with every problem found."""
    files = _read(folder)
    cover = _cover(folder, files)
    parts = _parts(cover, files)
    problems = [*_misplaced(cover, files), *chain.from_iterable(part.problems() for part in parts.all())]
    edition = Edition(
        id=cover.id,
        school=cover.school,
        adopted_on=cover.adopted_on,
        in_force_from=cover.in_force_from,
        digest=_digest(files),
        articles=parts.articles.items(),
        conduct=parts.conduct.items(),
        offences=parts.offences.items(),
        measures=parts.measures.items(),
        procedures=parts.procedures.items(),
        letters=parts.letters.items(),
        signing=parts.signing.items(),
        checks=parts.checks.items(),
        image_ages=parts.image_ages.items(),
        change=cover.change,
        replaces=cover.replaces,
    )
    problems += dangling(edition, parts.headings())
    # What does not fit together can only be told of an edition that is whole.
    problems += incoherent(edition) if not problems else ()
    if problems:
        raise EditionError(tuple(problems))
    return edition


@dataclass(frozen=True)
class _Parts:
    articles: Part[Article]
    conduct: Part[Conduct]
    offences: Part[Offence]
    measures: Part[Measure]
    procedures: Part[Procedure]
    letters: Part[LetterKind]
    signing: Part[SigningRule]
    checks: Part[DraftCheck]
    image_ages: Part[ImageAge]

    def all(self) -> tuple[Part[Any], ...]:
        catalogues = (self.conduct, self.offences, self.measures, self.procedures, self.letters, self.signing)
        return (self.articles, *catalogues, self.checks, self.image_ages)

    def headings(self) -> Headings:
        return Headings(
            articles=frozenset(self.articles.tables),
            conduct=frozenset(self.conduct.tables),
            offences=frozenset(self.offences.tables),
            measures=frozenset(self.measures.tables),
            procedures=frozenset(self.procedures.tables),
        )


def _parts(cover: Cover, files: dict[str, Table]) -> _Parts:
    catalogue = files["conduct.toml"]
    return _Parts(
        articles=Part(
            Article, article_place, dict(chain.from_iterable(files[f"{name}.toml"].items() for name in cover.chapters))
        ),
        conduct=Part(Conduct, conduct_place, _section(catalogue, "conduct")),
        offences=Part(Offence, offence_place, _section(catalogue, "offences")),
        measures=Part(Measure, measure_place, files["measures.toml"]),
        procedures=Part(Procedure, procedure_place, files["procedures.toml"]),
        letters=Part(LetterKind, letter_place, files["letters.toml"]),
        signing=Part(SigningRule, signing_place, files["signing.toml"]),
        checks=Part(DraftCheck, check_place, files["checks.toml"]),
        image_ages=Part(ImageAge, image_age_place, files["beeld.toml"]),
    )


def _section(catalogue: Table, name: str) -> Table:
    section = catalogue.get(name, {})
    return section if isinstance(section, dict) else {name: section}


def _read(folder: Path) -> dict[str, Table]:
    """All TOML of a folder by file name."""
    files: dict[str, Table] = {}
    problems = [f"{name}: is missing from `{folder}`" for name in (COVER, *CONTENT) if not (folder / name).is_file()]
    for path in sorted(folder.glob("*.toml")):
        try:
            files[path.name] = reflow(tomllib.loads(path.read_text(encoding="utf-8")))
        except UnicodeDecodeError as refused:
            problems.append(f"{path.name}: is not UTF-8 from byte {refused.start} on; save it as UTF-8")
        except tomllib.TOMLDecodeError as refused:
            problems.append(f"{path.name}: is not TOML: {_in_words(refused)}")
    if problems:
        raise EditionError(tuple(problems))
    return files


def _in_words(refused: tomllib.TOMLDecodeError) -> str:
    """What `tomllib` says, in the manner of our refusals: lower-case, and the heading in backticks."""
    message = re.sub(r"\(('[^)]*)\)", lambda key: "`" + ".".join(re.findall(r"'([^']*)'", key[1])) + "`", str(refused))
    return message[:1].lower() + message[1:]


def _cover(folder: Path, files: dict[str, Table]) -> Cover:
    """The cover of an edition whose chapters are there."""
    problems = [f"{COVER}: {fault}" for fault in faults(Cover, files[COVER])]
    if problems:
        raise EditionError(tuple(problems))
    cover = msgspec.convert(files[COVER], Cover)
    if cover.id != folder.resolve().name:
        problems.append(
            f"{COVER}: `id` is `{cover.id}`, but the folder is `{folder.resolve().name}`; make them the same"
        )
    chapters = [f"{name}.toml" for name in cover.chapters]
    problems += [
        f"{COVER}: `chapters` names `{name[:-5]}`, but {name} is missing" for name in chapters if name not in files
    ]
    strays = files.keys() - {COVER, *CONTENT, *chapters}
    problems += [f"{name}: is no part of the edition; name it under `chapters` in {COVER}" for name in sorted(strays)]
    if problems:
        raise EditionError(tuple(problems))
    return cover


def _misplaced(cover: Cover, files: dict[str, Table]) -> Iterator[str]:
    """Headings that do not belong in their file."""
    for chapter in cover.chapters:
        for name in files[f"{chapter}.toml"]:
            if name.rpartition("-")[0] != chapter:
                yield f"{chapter}.toml [{name}]: an article of this file is called `{chapter}-` and its number"
    for name in files["conduct.toml"].keys() - {"conduct", "offences"}:
        yield f"conduct.toml [{name}]: unknown section; known are `conduct` and `offences`"


def _digest(files: dict[str, Table]) -> str:
    """SHA-256 over the content: keys sorted, texts reflowed, so that the form of the files does not count."""
    return hashlib.sha256(msgspec.json.encode(files, order="deterministic")).hexdigest()
