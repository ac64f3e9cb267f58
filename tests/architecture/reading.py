"""How the architecture tests read the tree: which files there are, and which functions stand in them."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "keyzer"
CODE_FOLDERS = ("src", "tests", "tools", "bench")

type_of_function = ast.FunctionDef | ast.AsyncFunctionDef


def python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def templates() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("templates/**/*") if path.is_file())


def functions(file: Path) -> Iterator[type_of_function]:
    """Every function and method of a module, nested ones too."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, type_of_function):
            yield node


def line_count(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def place(file: Path, line: int | None = None) -> str:
    """Where something is, as a person would look it up."""
    name = str(file.relative_to(ROOT)) if file.is_relative_to(ROOT) else file.name
    return name if line is None else f"{name}:{line}"


def nothing_found(found: Iterable[str]) -> None:
    """Fail with one line per finding."""
    lines = list(found)
    assert not lines, "\n" + "\n".join(lines)
