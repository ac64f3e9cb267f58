"""The protocol stands on its own: what import-linter can't say about its insides."""

import ast
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.architecture.reading import PACKAGE, nothing_found, place

ALLOWED_BESIDES_STDLIB = {"keyzer", "msgspec"}
OUTSIDE_WORLD = {
    "io",
    "logging",
    "os",
    "pathlib",
    "random",
    "secrets",
    "shutil",
    "socket",
    "subprocess",
    "tempfile",
    "time",
}
READS_FILES = {"load.py"}


def imported(file: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name of each absolute import."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.lineno, node.module


def foreign_imports(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        for line, name in imported(file):
            if name.partition(".")[0] not in sys.stdlib_module_names | ALLOWED_BESIDES_STDLIB:
                yield f"{place(file, line)}: imports `{name}`: the protocol has the standard library and msgspec only"


def touches_the_world(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        for line, name in imported(file):
            if name.partition(".")[0] in OUTSIDE_WORLD and file.name not in READS_FILES:
                yield f"{place(file, line)}: imports `{name}`: only load.py reads files, and no rule knows the clock"


def protocol_files() -> list[Path]:
    return sorted((PACKAGE / "protocol").rglob("*.py"))


def test_the_protocol_needs_only_the_standard_library_and_msgspec() -> None:
    nothing_found(foreign_imports(protocol_files()))


def test_the_protocol_does_no_input_or_output() -> None:
    nothing_found(touches_the_world(protocol_files()))


def test_a_foreign_import_is_found(tmp_path: Path) -> None:
    file = tmp_path / "rules.py"
    file.write_text("import msgspec\nfrom datetime import date\nfrom django.db import models\nimport time\n")
    assert [line.split("`")[1] for line in foreign_imports([file])] == ["django.db"]
    assert [line.split("`")[1] for line in touches_the_world([file])] == ["time"]
