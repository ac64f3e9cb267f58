"""Draw every kind of letter, in each language, for an invented case: docs/letters.md and the pictures that it shows.

Run it as a module after a document changed: `.venv/bin/python -m tools.letters`. The tests of the documents take their
example from here too, so that each part that the protocol knows is seen at least once.
"""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from keyzer.letters import rendering
from keyzer.protocol.edition import Edition, LetterKind
from keyzer.protocol.load import current
from keyzer.protocol.vocabulary import Lane, LetterPart, LetterTo, Text, Voice
from tools.pictures import with_few_colours

HERE = Path(__file__).resolve().parent
DOCS = HERE.parent / "docs"
PICTURES = DOCS / "pictures" / "letters"
LANGUAGES = {"nl": "Nederlands", "en": "English"}
DOTS_PER_INCH = 62
COLOURS = 24
OUTSIDE_THE_PARTS = frozenset({LetterPart.SUBJECT, LetterPart.SIGNATORY})
OF_THE_BOARD = ("verwijdering", "beslissing")
MEASURES = {"melding-inspectie": "schorsing", "besluit-personeel": "berisping"}
"""The measure in the example; of any other kind the heaviest that it can tell of."""
NOT_TOGETHER = {"melding-inspectie": ("other-school",), "melding-gemeente": ("period",)}
"""Parts that belong to another measure than the one in the example."""
REMEDIES = {
    "besluit-verwijdering": "objection",
    "beslissing-bezwaar": "court",
    "besluit-personeel": "appeal",
    "ordeschorsing": "appeal",
    "ontslag-op-staande-voet": "cantonal-court",
}
"""What can be done against it in the example; against any other decision a complaint."""
TO = {
    LetterTo.PERSON: "the person it is about",
    LetterTo.RECIPIENTS: "each who must have it",
    LetterTo.INSPECTORATE: "the Inspectorate of Education",
    LetterTo.MUNICIPALITY: "the municipality",
}


def voices(kind: LetterKind) -> tuple[Voice, ...]:
    """Who can get a letter of this kind."""
    if kind.lane is Lane.PERSONEEL:
        return (Voice.STAFF,)
    if kind.to in {LetterTo.INSPECTORATE, LetterTo.MUNICIPALITY}:
        return (Voice.BODY,)
    return (Voice.PUPIL, Voice.GUARDIAN, Voice.ADULT_PUPIL)


def example(kind: LetterKind, language: str, voice: Voice, *, remedy: str = "") -> dict[str, Any]:
    """All that a document is given, with every part that this kind can hold. `remedy` chooses another than usual."""
    words = _words(language)
    subject = "staff" if kind.lane is Lane.PERSONEEL else "pupil"
    reader = {Voice.GUARDIAN: "guardian", Voice.BODY: kind.to.value}.get(voice, subject)
    signs = "board" if subject == "staff" or any(one in kind.id for one in OF_THE_BOARD) else "director"
    parts = {part.value: _part(kind, part, language, voice, remedy) for part in (*kind.parts, *kind.also)}
    known = {name: _named(value, words["people"], subject, reader) for name, value in parts.items() if value}
    addressee = {key: value for key, value in words["people"][reader].items() if key != "first_name"}
    return {
        "language": language,
        "voice": voice.value,
        "title": kind.label.read(language),
        "written_on": "2026-11-24",
        "place_date": words["place_date"],
        "reference": "7F3A21-09BC",
        "salutation": words["salutation"][voice.value],
        "school": words["school"],
        "addressee": addressee,
        "subject": {**words["people"][subject], **words["subject"][subject]},
        "contact": words["contact"],
        "signatory": words["signatory"][signs],
        "free": {name: text for name, text in words["free"].items() if name in kind.free},
        "parts": known,
    }


@cache
def _words(language: str) -> dict[str, Any]:
    said: dict[str, Any] = json.loads((HERE / f"letters.{language}.json").read_text(encoding="utf-8"))
    return said


def _part(kind: LetterKind, part: LetterPart, language: str, voice: Voice, remedy: str) -> Any:  # noqa: ANN401 -- JSON
    words = _words(language)
    if part in OUTSIDE_THE_PARTS or part in NOT_TOGETHER.get(kind.id, ()):
        return None
    if part is LetterPart.MEASURE:
        return _measure(kind, language, voice)
    if part is LetterPart.REMEDY:
        return words["remedies"][remedy or REMEDIES.get(kind.id, "complaint")]
    of_staff = words["parts_of_staff"] if kind.lane is Lane.PERSONEEL else {}
    special = of_staff | words["parts_of"].get(kind.id, {})
    return deepcopy(special.get(part.value, words["parts"][part.value]))


def _measure(kind: LetterKind, language: str, voice: Voice) -> dict[str, str]:
    measure = current().measures[MEASURES.get(kind.id, kind.measures[-1])]
    explain: Text | None = measure.explain_to_guardian if voice is Voice.GUARDIAN else None
    return {"label": measure.label.read(language), "explain": (explain or measure.explain).read(language)}


def _named(value: Any, people: Mapping[str, Any], subject: str, reader: str) -> Any:  # noqa: ANN401 -- JSON
    """The value with a person in place of the word for one."""
    if isinstance(value, list):
        return [_named(one, people, subject, reader) for one in value]
    if not isinstance(value, dict):
        return value
    if "person" not in value:
        return value
    who = subject if value["person"] == "subject" else value["person"]
    is_who = "reader" if who == reader else "subject" if who == subject else "other"
    person = {"name": people[who]["name"], "first_name": people[who]["first_name"], "is": is_who}
    return {**value, "person": person}


def document(kind: LetterKind, language: str) -> str:
    """The file that says the letter's words."""
    return f"{language}/{kind.id}.typ"


def draw(kind: LetterKind, language: str) -> list[Path]:
    """The pages of one letter as pictures; pages of an earlier drawing go away."""
    for old in PICTURES.glob(f"{kind.id}.{language}.*.png"):
        old.unlink()
    data = example(kind, language, voices(kind)[0])
    pages = rendering.pictures(data, document=document(kind, language), ppi=DOTS_PER_INCH)
    drawn = [PICTURES / f"{kind.id}.{language}.{number}.png" for number in range(1, len(pages) + 1)]
    for file, page in zip(drawn, pages, strict=True):
        file.write_bytes(with_few_colours(page, COLOURS))
    return drawn


def page(edition: Edition) -> str:
    """docs/letters.md: each kind, what it must hold, and how it looks."""
    return "\n".join(("\n".join(_opening()), *("\n".join(_section(kind)) for kind in edition.letters.values())))


def _opening() -> Iterator[str]:
    yield "# The letters"
    yield ""
    yield "<!-- Written by `python -m tools.letters`. -->"
    yield ""
    yield "Every kind of letter for an invented case, to its first reader, with all its parts. What each must hold"
    yield "stands in the edition's `letters.toml`, its words in `src/keyzer/letters/documents`. A letter that lacks"
    yield "a required part can't be issued."
    yield ""


def _section(kind: LetterKind) -> Iterator[str]:
    yield f"## {kind.label.en} (`{kind.id}`)"
    yield ""
    yield f"To {TO[kind.to]}. Articles: {', '.join(kind.grounds)}."
    yield ""
    yield f"Must hold: {', '.join(part.value for part in kind.parts)}."
    if kind.also:
        yield f"Where known: {', '.join(part.value for part in kind.also)}."
    for language, name in LANGUAGES.items():
        yield ""
        yield f"{name}: {' '.join(_shown(kind, language))}"
    yield ""


def _shown(kind: LetterKind, language: str) -> Iterator[str]:
    for file in sorted(PICTURES.glob(f"{kind.id}.{language}.*.png")):
        number = file.suffixes[-2].removeprefix(".")
        yield f"![{kind.label.read(language)}, {number}](pictures/letters/{file.name})"


def main() -> None:
    """Draw all letters and write the page."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    edition = current()
    for kind in edition.letters.values():
        for language in LANGUAGES:
            drawn = draw(kind, language)
            print(f"{drawn[0].name}: {len(drawn)} pages")
    (DOCS / "letters.md").write_text(page(edition), encoding="utf-8")


if __name__ == "__main__":
    main()
