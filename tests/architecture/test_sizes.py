"""Nothing grows past what a person reads in one go."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.architecture.reading import (
    CODE_FOLDERS,
    functions,
    line_count,
    nothing_found,
    place,
    python_files,
    templates,
)

MODULE_LINES = 300
FUNCTION_LINES = 30
VIEW_LINES = 15
TEMPLATE_LINES = 120


def too_long(files: Iterable[Path], limit: int) -> Iterator[str]:
    for file in files:
        if (lines := line_count(file)) > limit:
            yield f"{place(file)}: {lines} lines, at most {limit}: split it by noun"


def functions_too_long(files: Iterable[Path], limit: int) -> Iterator[str]:
    for file in files:
        for function in functions(file):
            lines = (function.end_lineno or function.lineno) - function.lineno + 1
            if lines > limit:
                yield f"{place(file, function.lineno)}: `{function.name}` has {lines} lines, at most {limit}"


def is_migration(file: Path) -> bool:
    return "migrations" in file.parts


def is_view(file: Path) -> bool:
    return file.name == "views.py" or file.parent.name == "views"


def test_modules_are_short() -> None:
    nothing_found(too_long(filter(lambda file: not is_migration(file), python_files(*CODE_FOLDERS)), MODULE_LINES))


def test_functions_are_short() -> None:
    code = [file for file in python_files("src", "tools", "bench") if not is_migration(file)]
    nothing_found(functions_too_long(code, FUNCTION_LINES))


def test_views_hold_no_rule() -> None:
    nothing_found(functions_too_long(filter(is_view, python_files("src")), VIEW_LINES))


def test_templates_are_short() -> None:
    nothing_found(too_long((file for file in templates() if file.suffix == ".html"), TEMPLATE_LINES))


def test_a_long_module_and_a_long_function_are_found(tmp_path: Path) -> None:
    file = tmp_path / "long.py"
    file.write_text("def long():\n" + "    pass\n" * MODULE_LINES)
    assert len(list(too_long([file], MODULE_LINES))) == 1
    assert "`long` has 301 lines" in next(functions_too_long([file], FUNCTION_LINES))
    assert not list(functions_too_long([file], MODULE_LINES + 1))
