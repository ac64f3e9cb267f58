"""A broken edition is refused, and the refusal names file, heading and field."""

from pathlib import Path

import pytest

from keyzer.protocol.load import EditionError, lint, load_edition

from .conftest import Break

CASES = {
    "unknown article": (
        "conduct.toml [conduct.wachtwoord-delen]",
        '"leerlingen-4"',
        '"leerlingen-44"',
        "conduct.toml [conduct.wachtwoord-delen]: `breaks` names the article `leerlingen-44`, which this",
    ),
    "unknown ground of a measure": (
        "measures.toml [berisping]",
        'grounds = ["personeel-8"]',
        'grounds = ["personeel-88"]',
        "measures.toml [berisping]: `grounds` names the article `personeel-88`, which this edition does not have",
    ),
    "unknown ground of a step": (
        "procedures.toml [twijfel]",
        'grounds = ["leerlingen-8"]',
        'grounds = ["leerlingen-0"]',
        "procedures.toml [twijfel]: `steps[0].grounds` names the article `leerlingen-0`, which this",
    ),
    "unknown next procedure": (
        "procedures.toml [twijfel]",
        'leads_to = ["melding"]',
        'leads_to = ["melden"]',
        "procedures.toml [twijfel]: `steps[2].leads_to` names the procedure `melden`, which this edition does not have",
    ),
    "unknown procedure of a measure": (
        "measures.toml [schorsing]",
        'procedure = "schorsing"',
        'procedure = "schorsen"',
        "measures.toml [schorsing]: `procedure` names the procedure `schorsen`, which this edition does not have",
    ),
    "unknown offence": (
        "conduct.toml [conduct.belediging]",
        '"sr-266"',
        '"sr-999"',
        "conduct.toml [conduct.belediging]: `offences` names the offence `sr-999`, which this edition does not have",
    ),
    "unknown measure": (
        "leerlingen.toml [leerlingen-9]",
        '"herstel"',
        '"nablijven"',
        "leerlingen.toml [leerlingen-9]: `measures` names the measure `nablijven`, which this edition does not have",
    ),
    "unknown procedure": (
        "leerlingen.toml [leerlingen-8]",
        'procedure = "melding"',
        'procedure = "klacht"',
        "leerlingen.toml [leerlingen-8]: `procedure` names the procedure `klacht`, which this edition does not have",
    ),
    "unknown field": (
        "leerlingen.toml [leerlingen-9]",
        "encoding =",
        "codering =",
        "leerlingen.toml [leerlingen-9]: unknown field `codering`; known are `id`, `kind`, `binds`, `title`, ",
    ),
    "missing field": (
        "leerlingen.toml [leerlingen-9]",
        "encoding =",
        "codering =",
        "leerlingen.toml [leerlingen-9]: `encoding` is missing; write it",
    ),
    "missing language": (
        "reikwijdte.toml [reikwijdte-2]",
        'title.en = "On every device"\n',
        "",
        "reikwijdte.toml [reikwijdte-2]: `title.en` is missing; write it",
    ),
    "empty language": (
        "reikwijdte.toml [reikwijdte-2]",
        '"On every device"',
        '"  "',
        "reikwijdte.toml [reikwijdte-2]: `title.en` is empty; write it or leave it out",
    ),
    "third language": (
        "reikwijdte.toml [reikwijdte-2]",
        "title.en =",
        'title.fr = "Partout"\ntitle.en =',
        "reikwijdte.toml [reikwijdte-2]: unknown field `title.fr`; known are `nl`, `en`",
    ),
    "unknown kind": (
        "personeel.toml [personeel-3]",
        '"prohibition"',
        '"verbod"',
        "personeel.toml [personeel-3]: `kind` does not know `verbod`; choose from `norm`, `duty`, ",
    ),
    "unknown gate": (
        "measures.toml [waarschuwing]",
        '"subject-heard"',
        '"subject-seen"',
        "measures.toml [waarschuwing]: `gates[1]` does not know `subject-seen`; choose from `gravity-weighed`, ",
    ),
    "unknown role": (
        "measures.toml [schorsing]",
        'decided_by = ["directeur"]',
        'decided_by = ["rector"]',
        "measures.toml [schorsing]: `decided_by[0]` does not know `rector`; choose from `leerling`, ",
    ),
    "unknown role of a step": (
        "procedures.toml [ruggespraak]",
        '"teamleider"',
        '"baas"',
        "procedures.toml [ruggespraak]: `steps[0].by[0]` does not know `baas`; choose from ",
    ),
    "text for a number": (
        "measures.toml [gesprek]",
        "rank = 10",
        'rank = "tien"',
        "measures.toml [gesprek]: `rank` must be a whole number, not `tien`",
    ),
    "truth for a number": (
        "measures.toml [gesprek]",
        "rank = 10",
        "rank = true",
        "measures.toml [gesprek]: `rank` must be a whole number, not `true`",
    ),
    "moment for a date": (
        "edition.toml",
        "adopted_on = 2026-08-01",
        "adopted_on = 2026-08-01T10:00:00Z",
        "edition.toml: `adopted_on` must be a date, not `2026-08-01 10:00:00+00:00`",
    ),
    "text for a list": (
        "personeel.toml [personeel-3]",
        'binds = ["personeel"]',
        'binds = "personeel"',
        "personeel.toml [personeel-3]: `binds` must be a list, not `personeel`",
    ),
    "text for a table": (
        "measures.toml [gesprek]",
        'gravity = { lowest = "geen", highest = "ernstig" }',
        'gravity = "licht"',
        "measures.toml [gesprek]: `gravity` must be a table with `lowest`, `highest`, not `licht`",
    ),
    "named twice": (
        "conduct.toml [conduct.wachtwoord-delen]",
        '"personeel-5"',
        '"leerlingen-4"',
        "conduct.toml [conduct.wachtwoord-delen]: `breaks` holds `leerlingen-4` twice; take one out",
    ),
    "own id": (
        "leerlingen.toml [leerlingen-2]",
        "kind =",
        'id = "leerlingen-2"\nkind =',
        "leerlingen.toml [leerlingen-2]: `id` is the heading itself; take it out",
    ),
    "article in another chapter": (
        "leerlingen.toml",
        "[leerlingen-2]",
        "[personeel-12]",
        "leerlingen.toml [personeel-12]: an article of this file is called `leerlingen-` and its number",
    ),
    "heading without a table": (
        "measures.toml",
        "[gesprek]",
        "boete = 25\n[gesprek]",
        "measures.toml [boete]: must be a table under its own heading, not `25`",
    ),
    "unknown section": (
        "conduct.toml",
        "[conduct.porno-bekijken]",
        "[gedrag.porno-bekijken]",
        "conduct.toml [gedrag]: unknown section; known are `conduct` and `offences`",
    ),
}


@pytest.mark.parametrize(("place", "old", "new", "refusal"), CASES.values(), ids=CASES.keys())
def test_a_refusal_names_file_heading_and_field(broken: Break, place: str, old: str, new: str, refusal: str) -> None:
    problems = broken(place, old, new)
    assert [problem for problem in problems if problem.startswith(refusal)], problems


def test_a_duplicate_article_is_refused_where_it_stands(broken: Break) -> None:
    (problem,) = broken("leerlingen.toml", "[leerlingen-3]", "[leerlingen-2]")
    assert problem.startswith("leerlingen.toml: is not TOML: cannot declare `leerlingen-2` twice (at line ")


def test_what_is_not_toml_is_refused(broken: Break) -> None:
    (problem,) = broken("personeel.toml [personeel-4]", "kind =", "kind :")
    assert problem.startswith("personeel.toml: is not TOML: expected '=' after a key in a key/value pair (at line ")


def test_what_is_not_utf8_is_refused(folder: Path) -> None:
    (folder / "personeel.toml").write_bytes(b'title = "caf\xe9"')
    assert lint(folder) == ["personeel.toml: is not UTF-8 from byte 12 on; save it as UTF-8"]


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "measures.toml").unlink()
    assert lint(folder) == [f"measures.toml: is missing from `{folder}`"]


def test_a_missing_chapter_is_named(folder: Path) -> None:
    (folder / "personeel.toml").unlink()
    assert lint(folder) == ["edition.toml: `chapters` names `personeel`, but personeel.toml is missing"]


def test_a_stray_file_is_named(folder: Path) -> None:
    (folder / "ouders.toml").write_text("", encoding="utf-8")
    assert lint(folder) == ["ouders.toml: is no part of the edition; name it under `chapters` in edition.toml"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert f"edition.toml: is missing from `{tmp_path / 'weg'}`" in lint(tmp_path / "weg")


def test_an_edition_goes_by_the_name_of_its_folder(broken: Break) -> None:
    (problem,) = broken("edition.toml", "de-keyzer-2026", "de-keizer-2026")
    assert problem == (
        "edition.toml: `id` is `de-keizer-2026-08-01`, but the folder is `de-keyzer-2026-08-01`; make them the same"
    )


def test_every_problem_is_told_at_once(folder: Path) -> None:
    for name, old, new in (
        ("leerlingen.toml", 'kind = "duty"', 'kind = "plicht"'),
        ("leerlingen.toml", 'title.en = "Help each other"\n', ""),
        ("measures.toml", "rank = 10", "rang = 10"),
        ("conduct.toml", '"sr-266"', '"sr-999"'),
    ):
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(EditionError) as refused:
        load_edition(folder)
    places = [problem.split(": ")[0] for problem in refused.value.problems]
    assert places == [
        "leerlingen.toml [leerlingen-1]",
        "leerlingen.toml [leerlingen-5]",
        "measures.toml [gesprek]",
        "measures.toml [gesprek]",
        "conduct.toml [conduct.belediging]",
    ]
    assert str(refused.value) == "\n".join(refused.value.problems)
