"""Which tests prove an article, read from a source tree when the command stands in one."""

import ast
from collections.abc import Iterator
from pathlib import Path

PROVING = ("article", "articles")


def proofs_of(article: str, folder: Path) -> Iterator[str]:
    """Each test under `folder` marked with the article, as `file::test`; a scenario file with its name counts too."""
    for file in sorted(folder.rglob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and article in _marks(node):
                yield f"{file}::{node.name}"
    yield from (str(file) for file in sorted(folder.rglob(f"scenarios/{article}.toml")))


def _marks(node: ast.FunctionDef | ast.ClassDef) -> set[str]:
    """The articles in `@pytest.mark.article(...)` above a test."""
    return {
        argument.value
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Attribute)
        if decorator.func.attr in PROVING
        for argument in decorator.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
