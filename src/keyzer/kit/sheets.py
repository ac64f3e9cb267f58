"""Files of lines with named columns (CSV), read whole: every line that can't be taken is told, with what to do."""

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

Read = TypeVar("Read")
Line = Mapping[str, str]
"""What one line says, by column; what an optional column lacks is empty."""
EVERY = 1000


class Layout(NamedTuple):
    """Which columns the first line must name, and which it may; their order is free."""

    columns: tuple[str, ...]
    optional: tuple[str, ...] = ()


class Fault(NamedTuple):
    """What is wrong with a line of the file, counted from 1, and what to do."""

    line: int
    words: str


class FileRefused(Exception):
    """Nothing of the file was taken; `faults` in the order of their lines."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} lines can't be taken")
        self.faults = sorted(faults)


class Unsound(Exception):
    """What a reader of lines raises about one that can't be understood: each thing that is wrong, with what to do."""

    def __init__(self, *words: str) -> None:
        super().__init__("; ".join(words))
        self.words = words


class Found(NamedTuple):
    """A line of the file, counted from 1, and what it says."""

    line: int
    said: Line


def quiet(_words: str) -> None:
    """For who wants to hear nothing of the progress."""


def read(
    file: Path, layout: Layout, understand: Callable[[Found], Read], *, tell: Callable[[str], None] = quiet
) -> list[Read]:
    """What each line of a UTF-8 file means, as `understand` says; `;` or `,` stands between the columns.

    Raises FileRefused with every fault, OSError, UnicodeDecodeError.
    """
    with file.open(encoding="utf-8-sig", newline="") as lines:
        first = lines.readline()
        lines.seek(0)
        rows = csv.DictReader(lines, delimiter=";" if ";" in first else ",", strict=True)
        meanings: list[Read] = []
        faults: list[Fault] = []
        try:
            rows.fieldnames = _columns(rows.fieldnames or (), layout)
            for number, row in enumerate(rows, start=1):
                try:
                    meanings.append(understand(Found(rows.line_num, _said(row, layout))))
                except Unsound as problem:
                    faults += [Fault(rows.line_num, words) for words in problem.words]
                if number % EVERY == 0:
                    tell(f"{number} lines read")
        except csv.Error as problem:
            words = f"the line can't be read ({problem}): close its quotes, or take them out"
            faults.append(Fault(rows.line_num + 1, words))
    if faults:
        raise FileRefused(faults)
    return meanings


def _columns(named: Sequence[str], layout: Layout) -> list[str]:
    columns = [name.strip().lower() for name in named]
    lacking = [f"`{name}` is lacking" for name in layout.columns if name not in columns]
    strange = [f"`{name}` is unknown" for name in columns if name not in layout.columns + layout.optional]
    if lacking or strange:
        told = ", ".join([*lacking, *strange])
        raise FileRefused([Fault(1, f"{told}: let the first line be `{';'.join(layout.columns)}`")])
    return columns


def _said(row: Mapping[str | None, str | None], layout: Layout) -> Line:
    if None in row or None in row.values():
        raise Unsound("the line has not as many parts as the first: write as many, with the same sign between")
    return {name: (row.get(name) or "").strip() for name in layout.columns + layout.optional}
