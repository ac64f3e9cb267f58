"""Which articles the tests say they prove: by their marks, and by the scenario files named after an article."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.architecture.reading import ROOT, place, python_files

SCENARIOS = ROOT / "tests" / "protocol" / "rules" / "scenarios"


class Proof(NamedTuple):
    """An article, and where a test names it."""

    article: str
    where: str


def proofs() -> list[Proof]:
    """Every proof in the tree."""
    return [*marked(python_files("tests")), *(Proof(file.stem, place(file)) for file in SCENARIOS.glob("*.toml"))]


def marked(files: Iterable[Path]) -> Iterator[Proof]:
    """The articles written out in `pytest.mark.article(...)`."""
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"pytest.mark.article", "mark.article"}:
                yield from (Proof(name, place(file, node.lineno)) for name in _words(node.args))


def _words(arguments: Iterable[ast.expr]) -> Iterator[str]:
    for argument in arguments:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value
