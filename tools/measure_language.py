"""Counts what the reader of language finds in the lines it is measured on, and writes the figures to its card.

It prints counts and never a line: whoever tunes the reader may not know what it is measured on.
"""

import math
from collections.abc import Iterator
from pathlib import Path

import msgspec

from keyzer.check.language import read
from keyzer.check.language.card import FIGURES, Figure, Figures
from keyzer.check.language.signal import Kind

HELD_OUT = Path(__file__).parent.parent / "tests" / "rooms" / "check" / "held_out"
KIND_OF = {
    "threats": Kind.BEDREIGING,
    "insults": Kind.BELEDIGING,
    "hate": Kind.HAAT,
    "sexual": Kind.SEKSUEEL,
    "calls": Kind.OPROEP,
}
TRICKS = "tricks"
INNOCENT = ("ordinary", "groups", "names", "twins")
_Z = 1.96


def measured() -> Figures:
    """The counts of every set, as they are with the reader of now."""
    sets = (*KIND_OF, TRICKS, *INNOCENT)
    return Figures(tuple(_figure(name, list(_lines(name))) for name in sets))


def _lines(name: str) -> Iterator[tuple[str | None, str]]:
    """Each line of a set and what it must be found as; none for an innocent one."""
    for line in (HELD_OUT / f"{name}.txt").read_text(encoding="utf-8").splitlines():
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
