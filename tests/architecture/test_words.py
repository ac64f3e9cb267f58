"""What may not stand anywhere in the tree: nothing-saying names, open ends, paths of one machine."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.architecture.reading import CODE_FOLDERS, ROOT, nothing_found, place, python_files

EMPTY_NAMES = {"common", "helper", "helpers", "lib", "misc", "util", "utils"}
OPEN_ENDS = re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b")
MACHINE_PATHS = re.compile(r"(?<![\w/.\-}])/(?:work|root|home/\w+|Users/\w+)/")
WHERE_FROM = re.compile(r"--(?:extra-)?index-url\b|--find-links|https?://[\w.-]+/(?:simple|packages)\b")
TEXT_SUFFIXES = {".cfg", ".css", ".html", ".in", ".js", ".md", ".po", ".py", ".svg", ".toml", ".txt", ""}
FOLDERS = (*CODE_FOLDERS, "docs", ".ci", "requirements")


def matches(files: Iterable[Path], pattern: re.Pattern[str], remedy: str) -> Iterator[str]:
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if found := pattern.search(line):
                yield f"{place(file, number)}: `{found[0]}`: {remedy}"


def empty_names(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        if EMPTY_NAMES & {*file.parts, file.stem}:
            yield f"{place(file)}: the name says nothing: name it after what it holds"


def text_files() -> list[Path]:
    inside = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))
    files = {*inside, *ROOT.iterdir()}
    return sorted(
        file for file in files if file.is_file() and file.suffix in TEXT_SUFFIXES and "__pycache__" not in file.parts
    )


def test_names_say_something() -> None:
    nothing_found(empty_names(file.relative_to(ROOT) for file in python_files("src", "tools", "tests", "bench")))


def test_nothing_is_left_open() -> None:
    code = [file for file in text_files() if file.suffix in {".py", ".html", ".css", ".js", ".toml", ".md"}]
    nothing_found(matches(code, OPEN_ENDS, "do it now, or file an issue"))


def test_no_path_of_one_machine() -> None:
    nothing_found(matches(text_files(), MACHINE_PATHS, "this is a path of one machine"))


def test_no_package_registry_is_named() -> None:
    builds = [file for file in text_files() if file.parent.name in {"requirements", ".ci"} or file.name == "Makefile"]
    nothing_found(matches(builds, WHERE_FROM, "which registry serves a package is the machine's affair"))


def test_a_machine_path_and_an_open_end_are_found(tmp_path: Path) -> None:
    file = tmp_path / "note.md"
    file.write_text("see " + "/" + "root/x\n# TO" + "DO later\n/static/home/page/ is fine\n")
    assert len(list(matches([file], MACHINE_PATHS, ""))) == 1
    assert len(list(matches([file], OPEN_ENDS, ""))) == 1


def test_an_empty_name_is_found() -> None:
    assert list(empty_names([Path("src/keyzer/utils/dates.py"), Path("src/keyzer/helpers.py")])) != []
    assert list(empty_names([Path("src/keyzer/kit/clock.py")])) == []
