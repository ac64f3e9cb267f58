"""The documents: every kind, language and reader gives an accessible archival letter, with all parts and no gaps."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from keyzer.letters import rendering
from keyzer.protocol.edition import LetterKind
from keyzer.protocol.load import current
from keyzer.protocol.vocabulary import LetterPart, Voice
from tests.rooms.letters import poppler
from tools import letters

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
KINDS = current().letters
NOT_SAID = frozenset({"articles", "kind", "person", "weeks", "explain", "decide_by"})
"""Values that stand in a letter in other words than their own, or in some letters only."""
IN_A_TABLE = {("melding-inspectie", "heard"), ("melding-inspectie", "earlier")}
GAPS = re.compile(r"[{}]|\b[Nn]one\b|\bnull\b|\(\s*\)|,\s*,|\s[.,:;]|\.\.(?!\.)")
JE = re.compile(r"\b(je|jij|jou|jouw)\b", re.IGNORECASE)
U = re.compile(r"\b(u|uw)\b", re.IGNORECASE)
EVERY = [
    pytest.param(kind, language, voice, id=f"{kind.id}-{language}-{voice.value}")
    for kind in KINDS.values()
    for language in letters.LANGUAGES
    for voice in letters.voices(kind)
]
every_letter = pytest.mark.parametrize(("kind", "language", "voice"), EVERY)


def made(kind: LetterKind, data: dict[str, Any]) -> bytes:
    """The letter as it would be kept."""
    return rendering.render(data, document=letters.document(kind, data["language"]), at=AT)


@cache
def usual(kind: str, language: str, voice: Voice) -> bytes:
    """The letter with all its parts."""
    return made(KINDS[kind], letters.example(KINDS[kind], language, voice))


def leaves(value: Any) -> Iterator[str]:
    """Every text in a part that the letter must repeat."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(one) if key not in NOT_SAID else ()
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    elif isinstance(value, str):
        yield from (" ".join(line.split()) for line in value.split("\n\n"))


def test_each_kind_has_its_document_in_each_language_and_no_document_lacks_a_kind() -> None:
    shared = {"shared", "staff", "remedies"}
    for language in letters.LANGUAGES:
        there = {file.stem for file in (rendering.DOCUMENTS / language).glob("*.typ")}
        assert there - shared == set(KINDS)


@every_letter
def test_a_letter_is_archival_accessible_and_says_its_language(
    kind: LetterKind, language: str, voice: Voice, tmp_path: Path
) -> None:
    said = poppler.metadata(usual(kind.id, language, voice), tmp_path)
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in said
    assert "<pdfuaid:part>1</pdfuaid:part>" in said
    assert f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li>" in said
    assert f'<rdf:li xml:lang="x-default">{kind.label.read(language)}</rdf:li>' in said


@every_letter
def test_a_letter_says_every_part_and_begins_and_ends_as_a_letter(
    kind: LetterKind, language: str, voice: Voice, tmp_path: Path
) -> None:
    data = letters.example(kind, language, voice)
    text = poppler.running_text(usual(kind.id, language, voice), tmp_path)
    for part, value in data["parts"].items():
        for said in leaves(value) if (kind.id, part) not in IN_A_TABLE else ():
            assert said.lower() in text.lower(), f"{part}: {said}"
    order = [data["school"]["name"], data["addressee"]["name"], data["reference"], data["salutation"]]
    places = [text.index(one) for one in order]
    assert places == sorted(places)
    assert text.endswith(f"{data['signatory']['name']} {data['signatory']['role']} {data['school']['name']}")


@every_letter
def test_headings_make_an_outline_and_none_stands_over_nothing(
    kind: LetterKind, language: str, voice: Voice, tmp_path: Path
) -> None:
    tags = poppler.outline(usual(kind.id, language, voice), tmp_path)
    headings = [tag for tag in tags if tag.startswith("H")]
    assert headings[0] == "H1"
    assert set(headings[1:]) == {"H2"}
    assert no_heading_stands_over_nothing(tags)


def no_heading_stands_over_nothing(tags: list[str]) -> bool:
    """Whether each heading has text under it; the title may be followed by a heading no more than others."""
    return tags[-1] == "P" and not any(one.startswith("H") and two.startswith("H") for one, two in pairwise(tags))


@every_letter
def test_what_is_not_known_leaves_no_gap(kind: LetterKind, language: str, voice: Voice, tmp_path: Path) -> None:
    data = letters.example(kind, language, voice)
    data["free"], data["contact"] = {}, {"name": data["contact"]["name"]}
    data["addressee"] = {"name": data["addressee"]["name"]}
    data["school"] = {"name": data["school"]["name"]}
    of_some = {"heard", "urgency", "period", "remedy", "earlier", "other-school", "legal-advice"}
    for needed in (set(kind.parts), set(kind.parts) - of_some):
        data["parts"] = {part: value for part, value in data["parts"].items() if part in needed}
        pdf = made(kind, data)
        assert no_heading_stands_over_nothing(poppler.outline(pdf, tmp_path))
        text = poppler.running_text(pdf, tmp_path)
        assert not GAPS.search(text), GAPS.search(text)


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_pupil_is_spoken_to_with_je_and_everybody_else_with_u(kind: LetterKind, tmp_path: Path) -> None:
    for voice in letters.voices(kind):
        wrong = U if voice in {Voice.PUPIL, Voice.ADULT_PUPIL} else JE
        text = poppler.running_text(usual(kind.id, "nl", voice), tmp_path)
        explained = letters.example(kind, "nl", voice)["parts"].get("measure", {}).get("explain", "")
        text = text.replace(" ".join(explained.split()), "")
        assert not wrong.search(text), (voice, wrong.search(text))


@pytest.mark.parametrize("language", letters.LANGUAGES)
def test_a_pupil_of_age_reads_nothing_of_parents(language: str, tmp_path: Path) -> None:
    parents = re.compile(r"\b(ouders?|vader|moeder|parents?|father|mother)\b", re.IGNORECASE)
    for kind in KINDS.values():
        if Voice.ADULT_PUPIL in letters.voices(kind):
            text = poppler.running_text(usual(kind.id, language, Voice.ADULT_PUPIL), tmp_path)
            assert not parents.search(text), (kind.id, parents.search(text))


@pytest.mark.parametrize("language", letters.LANGUAGES)
@pytest.mark.parametrize("remedy", ["objection", "complaint", "appeal", "court"])
@pytest.mark.parametrize(
    ("kind", "voice"),
    [
        (kind, voice)
        for kind in KINDS.values()
        if LetterPart.REMEDY in {*kind.parts, *kind.also} and kind.id != "ontslag-op-staande-voet"
        for voice in letters.voices(kind)
    ],
    ids=lambda value: value.id if isinstance(value, LetterKind) else value.value,
)
def test_a_remedy_says_where_until_when_and_what_the_word_means(
    kind: LetterKind, voice: Voice, remedy: str, language: str, tmp_path: Path
) -> None:
    data = letters.example(kind, language, voice, remedy=remedy)
    text = poppler.running_text(made(kind, data), tmp_path)
    for said in leaves(data["parts"]["remedy"]):
        assert said.lower() in text.lower()
    assert str(data["parts"]["remedy"].get("weeks", "")) in text
    explained = {"nl": ("bezwaar maken betekent", "dat betekent", "beroep gaan betekent"), "en": ("means",)}
    assert any(word in text.lower() for word in explained[language])


def test_no_remedy_is_promised_where_there_is_none(tmp_path: Path) -> None:
    kind = KINDS["besluit-licht"]
    data = letters.example(kind, "nl", Voice.PUPIL)
    data["parts"]["remedy"] = {"kind": "none"}
    text = poppler.running_text(made(kind, data), tmp_path)
    assert "Niet eens" not in text


@pytest.mark.parametrize("language", letters.LANGUAGES)
def test_it_is_read_aloud_from_the_school_to_the_signature(language: str, tmp_path: Path) -> None:
    kind = KINDS["besluit-schorsing"]
    data = letters.example(kind, language, Voice.GUARDIAN)
    read = poppler.aloud(usual(kind.id, language, Voice.GUARDIAN), tmp_path)
    said = [block.text for block in read]
    heard = data["parts"]["heard"]
    order = (
        data["school"]["name"],
        data["salutation"],
        data["parts"]["period"]["starts"],
        data["parts"]["facts"]["text"].split("\n\n")[0],
        data["parts"]["reasons"],
        heard[0]["account"],
        heard[1]["account"],
        data["parts"]["school-work"],
    )
    places = [said.index(one) for one in order]
    assert places == sorted(places)
    assert [read[place].tag for place in places[2:4]] == ["LBody", "P"]
    assert read[-1] == ("P", f"{data['signatory']['name']}{data['signatory']['role']}{data['school']['name']}")


@pytest.mark.parametrize("language", letters.LANGUAGES)
def test_a_body_reads_who_was_heard_and_what_came_before_in_tables_but_not_what_was_said(
    language: str, tmp_path: Path
) -> None:
    kind = KINDS["melding-inspectie"]
    data = letters.example(kind, language, Voice.BODY)
    read = poppler.aloud(usual(kind.id, language, Voice.BODY), tmp_path)
    cells = [block.text for block in read if block.tag == "TD"]
    heard, earlier = data["parts"]["heard"], data["parts"]["earlier"]
    assert cells == [
        *(said for one in heard for said in (one["person"]["name"], one["held_at"], one["outcome"])),
        *(said for one in earlier for said in (one["measure"], one["starts"], one["ends"])),
    ]
    assert sum(block.tag == "TH" for block in read) == 6
    assert not any(one["account"] in block.text for one in heard for block in read)


@pytest.mark.parametrize(("measure", "law"), [("schorsing", "8.14"), ("verwijdering", "8.15")])
def test_a_notice_names_the_paragraph_of_the_law_that_asks_for_it(measure: str, law: str, tmp_path: Path) -> None:
    kind = KINDS["melding-inspectie"]
    data = letters.example(kind, "nl", Voice.BODY)
    data["parts"]["measure"] = {"label": current().measures[measure].label.nl}
    if measure == "verwijdering":
        del data["parts"]["period"]
    text = poppler.running_text(made(kind, data), tmp_path)
    assert f"artikel {law}" in text
    assert data["school"]["brin"] in text
    assert data["subject"]["born"] in text


def test_what_people_write_is_never_evaluated_and_keeps_its_paragraphs(tmp_path: Path) -> None:
    kind = KINDS["besluit-schorsing"]
    data = letters.example(kind, "nl", Voice.GUARDIAN)
    data["parts"]["facts"]["text"] = '#read("/letterhead.typ") *stil*\n= Geen kop\n\n$x$ // weg? @ref `a` <b> \\ ~ --'
    read = poppler.aloud(made(kind, data), tmp_path)
    texts = [block.text for block in read if block.tag == "P"]
    assert '#read("/letterhead.typ") *stil*= Geen kop' in [text.replace("* =", "*=") for text in texts]
    assert "$x$ // weg? @ref `a` <b> \\ ~ --" in texts
    assert sum(block.tag == "H1" for block in read) == 1


@pytest.mark.parametrize("language", letters.LANGUAGES)
@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_free_paragraphs_stand_after_the_salutation_in_the_middle_and_before_the_greeting(
    kind: LetterKind, language: str, tmp_path: Path
) -> None:
    data = letters.example(kind, language, letters.voices(kind)[0])
    del data["contact"]
    data["free"] = {name.value: f"Vrij: {name.value}." for name in kind.free}
    text = poppler.running_text(made(kind, data), tmp_path)
    greeting = {"nl": "Met vriendelijke groet", "en": "Kind regards"}[language]
    order = [data["salutation"], *data["free"].values(), greeting]
    places = [text.index(one) for one in order]
    assert places == sorted(places)
    assert f"{data['salutation']} {data['free']['opening']}" in text
    assert f"{data['free']['closing']} {greeting}" in text


def test_a_letter_that_is_no_letter_yet_says_so_on_its_first_page(tmp_path: Path) -> None:
    kind = KINDS["uitnodiging-gesprek"]
    for language, mark in (("nl", "Concept: nog niet verstuurd"), ("en", "Draft: not sent yet")):
        data = letters.example(kind, language, Voice.PUPIL)
        assert mark not in poppler.pages(made(kind, data), tmp_path)[0]
        assert mark in poppler.pages(made(kind, {**data, "draft": True}), tmp_path)[0]


def test_the_address_shows_in_a_window_envelope(tmp_path: Path) -> None:
    kind = KINDS["besluit-schorsing"]
    data = letters.example(kind, "nl", Voice.GUARDIAN)
    left, top = poppler.place_of("Wilgenpad", made(kind, data), tmp_path)
    assert 20 <= left <= 26
    assert 45 <= top <= 62


@every_letter
def test_the_signature_never_stands_alone_on_a_page(
    kind: LetterKind, language: str, voice: Voice, tmp_path: Path
) -> None:
    data = letters.example(kind, language, voice)
    printed = poppler.pages(usual(kind.id, language, voice), tmp_path)
    last = " ".join(printed[-1].split())
    assert data["contact"]["name"] in last
    assert data["signatory"]["name"] in last
    assert f"{len(printed)} {'van' if language == 'nl' else 'of'} {len(printed)}" in printed[-1]


def test_a_long_letter_goes_on_over_its_pages(tmp_path: Path) -> None:
    kind = KINDS["besluit-verwijdering"]
    data = letters.example(kind, "nl", Voice.PUPIL)
    data["parts"]["reasons"] = "\n\n".join(f"Reden {number}: {'een lang verhaal ' * 40}" for number in range(30))
    data["parts"]["heard"][0]["account"] = "woord " * 3000
    printed = poppler.pages(made(kind, data), tmp_path)
    assert len(printed) > 8
    assert all(data["reference"] in page for page in printed)


def test_the_documentation_shows_every_letter_as_it_is_now() -> None:
    assert (letters.DOCS / "letters.md").read_text(encoding="utf-8") == letters.page(current())
    for kind in KINDS.values():
        for language in letters.LANGUAGES:
            assert list(letters.PICTURES.glob(f"{kind.id}.{language}.*.png"))
