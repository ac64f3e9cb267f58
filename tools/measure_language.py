"""Counts what the reader of language finds in the lines it is measured on, and writes the figures to its card.

It prints counts and never a line: whoever tunes the reader may not know what it is measured on.
"""

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from keyzer.check.finders.capacity import capacity
from keyzer.check.finders.confidential import about_somebody
from keyzer.check.finders.passed_on import passed_on
from keyzer.check.language import read
from keyzer.check.language.card import FIGURES, Figure, Figures
from keyzer.check.language.signal import Kind
from keyzer.check.plain import plain

TRIED = Path(__file__).parent.parent / "tests" / "rooms" / "check"
FRESH, BEFORE, LISTED = TRIED / "held_out_3", TRIED / "held_out_2", TRIED / "word_lists"
KIND_OF = {
    "threats": Kind.BEDREIGING,
    "insults": Kind.BELEDIGING,
    "hate": Kind.HAAT,
    "sexual": Kind.SEKSUEEL,
    "calls": Kind.OPROEP,
    "harassment": Kind.PESTEN,
}
TRICKS = "tricks"
INNOCENT = ("ordinary", "groups", "names", "twins")
FINDERS: dict[str, Callable[[str], bool]] = {
    "confidential": lambda text: any(about_somebody(text, ())),
    "passed_on": lambda text: any(passed_on(text)),
    "capacity": lambda text: any(capacity(text, "De Keyzer")),
}
_Z = 1.96


def measured() -> Figures:
    """The counts of every set with the reader of now: the fresh lines, those counted on before, the word lists."""
    names = (*KIND_OF, TRICKS, *INNOCENT)
    fresh = [_figure(name, list(_lines(FRESH, name))) for name in names]
    before = [_figure(f"before_{name}", list(_lines(BEFORE, name))) for name in names if _has(BEFORE, name)]
    return Figures((*fresh, *before, *_of_finders()))


def _of_finders() -> Iterator[Figure]:
    """What the finders that rest on lists of words mark, of lines that they should and that they should not."""
    for name, finds in FINDERS.items():
        lines = [line.split("\t", 1) for line in (LISTED / f"{name}.txt").read_text(encoding="utf-8").splitlines()]
        for sign, spared in (("+", ""), ("-", "_spared")):
            told = [finds(plain(text).text) for wanted, text in lines if wanted == sign]
            low, high = interval(sum(told), len(told))
            yield Figure(name + spared, len(told), sum(told), 0 if spared else sum(told), low, high)


def _has(folder: Path, name: str) -> bool:
    return (folder / f"{name}.txt").exists()


def _lines(folder: Path, name: str) -> Iterator[tuple[str | None, str]]:
    """Each line of a set and what it must be found as; none for an innocent one."""
    for line in (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        if name == TRICKS:
            kind, text = line.split("\t", 1)
            yield kind, text
        else:
            yield KIND_OF.get(name), line


def _figure(name: str, lines: list[tuple[str | None, str]]) -> Figure:
    told = [(kind, {signal.kind for signal in read(text)}) for kind, text in lines]
    as_such = sum(kind in kinds for kind, kinds in told if kind)
    marked = sum(bool(kinds) for _, kinds in told)
    low, high = interval(marked, len(lines))
    return Figure(name, len(lines), marked, as_such, low, high)


def interval(found: int, of: int) -> tuple[float, float]:
    """Between which shares the true one lies, with 95 % likelihood (Wilson)."""
    share, weight = found / of, _Z * _Z / of
    middle = (share + weight / 2) / (1 + weight)
    half = _Z * math.sqrt(share * (1 - share) / of + weight / (4 * of)) / (1 + weight)
    return round(max(0.0, middle - half), 3), round(min(1.0, middle + half), 3)


def main() -> None:
    figures = measured()
    for figure in figures.sets:
        share = f"{figure.marked / figure.of:.0%} ({figure.low:.0%}-{figure.high:.0%})"
        print(f"{figure.name}: {figure.marked} marked, {figure.as_such} as such, of {figure.of}: {share}")
    FIGURES.write_bytes(msgspec.json.format(msgspec.json.encode(figures), indent=1) + b"\n")


if __name__ == "__main__":
    main()
