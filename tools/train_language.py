"""Trains the reader of language from the lines of `tools/language/` and writes its weights.

The same lines give the same weights, to the last byte. It needs nothing but Python, and a minute or two:
thresholds are set on what models of three quarters of the patterns say of the last quarter, so that no line is judged
by what learnt from it.
"""

import math
import random
import re
import tomllib
import zlib
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from operator import add
from pathlib import Path

from msgspec import structs

from keyzer.check.language.features import features_of
from keyzer.check.language.model import KINDS, WEIGHTS, Chances, Weights, chances
from keyzer.check.language.reader import read_with
from keyzer.check.language.signal import Kind
from keyzer.check.language.speech import own_words
from keyzer.check.language.tokens import tokens_of

LINES = Path(__file__).parent / "language"
INNOCENT = ("gewoon", "tweeling", "groepen", "namen", "huis")
APART = ("dev", "calibration", "former")
HEADS = (*KINDS, None)  # the last is for harm of any kind
SEED = 20261122
FILLINGS = 20
EPOCHS, AVERAGED = 14, 9
RATE = 0.6
LEFT_OUT = 0.25
SETTLED = 0.03
RARE = 2
STRONGEST = 127
FOLDS, FEWER_FILLINGS, FEWER_EPOCHS = 4, 8, 9
PLAIN = ("gewoon", *APART)  # what is set beside threats on purpose is too hard to tell how much may be marked
# Shares of our own plain lines that may be marked. They were written to mislead: of lines by others it is half of that.
FALSELY = {Kind.BEDREIGING: 0.03, Kind.BELEDIGING: 0.006, Kind.PESTEN: 0.006}
JUDGED = 2
HOUSE = "huis"
LOWEST, SUREST = 0.3, 0.8
FALSELY_ELSE = 0.003
SURELY = 0.25  # of those, the share that may be told as sure
_CHOICE = re.compile(r"\{([^{}]*)\}")
_FILLER = re.compile(r"@(\w+)")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and what it is, `None` for an innocent one; `family` is the pattern that it was filled in from."""

    kind: Kind | None
    text: str
    family: str = ""
    heading: str = ""


def written(name: str) -> list[str]:
    """The lines of one file as they were written, without remarks."""
    lines = (LINES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def training_lines(chance: random.Random, fillings: int = FILLINGS) -> list[Line]:
    """Every line, each with its choices filled in at most so many ways."""
    fillers = tomllib.loads((LINES / "fillers.toml").read_text(encoding="utf-8"))
    found = []
    for kind in (*KINDS, *INNOCENT):
        label = kind if isinstance(kind, Kind) else None
        for pattern in written(str(kind)):
            found += [Line(label, text, pattern, str(kind)) for text in _filled(pattern, fillers, chance, fillings)]
    for name in APART:
        found += [line for line in apart(name) for _ in range(2)]
    return found


def apart(name: str) -> list[Line]:
    """The lines of a file that were written one by one, with no pattern, each with what it is."""
    pairs = (line.split("|", 1) for line in written(name))
    return [Line(None if kind == "-" else Kind(kind), text, text, name) for kind, text in pairs]


def _filled(pattern: str, fillers: dict[str, str], chance: random.Random, fillings: int) -> Iterator[str]:
    if not ({"{", "@"} & set(pattern)):
        yield from (pattern, pattern)
        return
    made: dict[str, None] = {}
    for _ in range(fillings):
        text = _CHOICE.sub(lambda choice: chance.choice(choice[1].split("|")), pattern)
        text = _FILLER.sub(lambda name: chance.choice(fillers[name[1]].split("|")), text)
        made[" ".join(text.split())] = None
    yield from made


class Learner:
    """Logistic regression for each kind and for any, by AdaGrad; each step leaves some features out."""

    def __init__(self, lines: list[Line], chance: random.Random) -> None:
        self.chance = chance
        named = [features_of(own_words(tokens_of(line.text))) for line in lines]
        different = dict(zip((line.text for line in lines), named, strict=True))
        counted = Counter(name for names in different.values() for name in names)
        self.names = [name for name, count in counted.items() if count >= RARE]
        number = {name: place for place, name in enumerate(self.names)}
        self.samples = [
            ([number[name] for name in names if name in number], line.kind, math.sqrt(len(names)))
            for names, line in zip(named, lines, strict=True)
        ]
        self.weights = [array("d", bytes(8 * len(self.names))) for _ in HEADS]
        self.pace = [array("d", [1e-2]) * len(self.names) for _ in HEADS]
        self.sums = [array("d", bytes(8 * len(self.names))) for _ in HEADS]

    def learn(self, epochs: int = EPOCHS) -> None:
        for epoch in range(epochs):
            self.chance.shuffle(self.samples)
            for numbers, kind, length in self.samples:
                kept = [number for number in numbers if self.chance.random() > LEFT_OUT]
                for place, head in enumerate(HEADS):
                    right = kind is not None and head in (kind, None)
                    self._step(place, kept, 1.0 if right else 0.0, 1 / length)
            if epoch >= epochs - AVERAGED:
                for total, weights in zip(self.sums, self.weights, strict=True):
                    total[:] = array("d", map(add, total, weights))

    def _step(self, place: int, numbers: list[int], goal: float, scale: float) -> None:
        weights, pace = self.weights[place], self.pace[place]
        total = sum([weights[number] for number in numbers]) * scale / (1 - LEFT_OUT)
        slope = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - goal
        if abs(slope) < SETTLED:
            return
        slope *= scale
        square = slope * slope
        for number in numbers:
            pace[number] += square
            weights[number] -= RATE * slope / math.sqrt(pace[number])

    def packed(self) -> Weights:
        """The weights as whole numbers, without what hardly weighs; no thresholds yet."""
        step = max(abs(weight) for head in self.sums for weight in head) / AVERAGED / STRONGEST
        rows = (
            (name, tuple(round(head[at] / AVERAGED / step) for head in self.sums)) for at, name in enumerate(self.names)
        )
        kept = {name: row for name, row in rows if any(row)}
        return Weights(step, kept, (0.5,) * len(KINDS), (0.9,) * len(KINDS))


@dataclass(frozen=True, slots=True)
class Judged:
    """A line, and what a model that never saw its pattern says of it."""

    line: Line
    weights: Weights
    given: Chances


def judged(seed: int) -> Iterator[Judged]:
    """Every pattern, filled in twice at most, by the model of the other folds."""
    chance = random.Random(seed)  # noqa: S311 -- it must come out the same each time
    lines = training_lines(chance, FEWER_FILLINGS)
    fold_of = [zlib.crc32(line.family.encode()) % FOLDS for line in lines]
    for fold in range(FOLDS):
        learner = Learner([line for line, own in zip(lines, fold_of, strict=True) if own != fold], chance)
        learner.learn(FEWER_EPOCHS)
        weights = learner.packed()
        kept = dict.fromkeys(line for line, own in zip(lines, fold_of, strict=True) if own == fold)
        seen: Counter[str] = Counter()
        for line in kept:
            seen[line.family] += 1
            if seen[line.family] <= JUDGED and line.heading != HOUSE:
                yield Judged(line, weights, weighed(line, weights))


def weighed(line: Line, weights: Weights) -> Chances:
    return chances(features_of(own_words(tokens_of(line.text))), weights)


def thresholds(rows: list[Judged]) -> dict[str, tuple[float, ...]]:
    """For each kind from where on a line is marked, and as sure: where so few plain lines are as it may be."""
    innocent = [row.given for row in rows if row.line.kind is None and row.line.heading in PLAIN]
    maybe, surely = [], []
    for kind in KINDS:
        falsely = sorted((given.kinds[kind] for given in innocent if given.likeliest() is kind), reverse=True)
        allowed = len(innocent) * FALSELY.get(kind, FALSELY_ELSE)
        maybe.append(_after(falsely, int(allowed), LOWEST))
        surely.append(_after(falsely, int(allowed * SURELY), SUREST))
    return {"maybe": tuple(maybe), "surely": tuple(surely)}


def _after(falsely: list[float], allowed: int, lowest: float) -> float:
    return round(max(lowest, falsely[allowed] + 0.001 if allowed < len(falsely) else lowest), 3)


def tell(rows: list[Judged], limits: dict[str, tuple[float, ...]]) -> None:
    """What the whole reader says of each line, by a model that did not learn from it: the errors, then the counts."""
    found: dict[str, Counter[str]] = {}
    for row in rows:
        kinds = {signal.kind for signal in read_with(structs.replace(row.weights, **limits), row.line.text)}
        name = (
            f"{row.line.heading} {row.line.kind or '-'} {'pattern' if {'{', '@'} & set(row.line.family) else 'apart'}"
        )
        found.setdefault(name, Counter()).update(of=1, marked=bool(kinds), as_such=row.line.kind in kinds)
        if bool(kinds) != bool(row.line.kind):
            word = "missed" if row.line.kind else "false"
            likely = row.given.likeliest()
            chance = f"{row.given.kinds[likely]:.2f} {likely}"
            print(f"  {word} | {row.line.heading} | {row.line.text} | {chance} {sorted(kinds)}")
    for name, counts in sorted(found.items()):
        share = counts["marked"] / counts["of"]
        print(f"{name}: {counts['marked']} marked, {counts['as_such']} as such, of {counts['of']}: {share:.0%}")


def main() -> None:
    rows = list(judged(SEED))
    limits = thresholds(rows)
    chance = random.Random(SEED)  # noqa: S311 -- it must come out the same each time
    lines = training_lines(chance)
    learner = Learner(lines, chance)
    learner.learn()
    weights = structs.replace(learner.packed(), **limits)
    WEIGHTS.write_bytes(weights.packed())
    tell(rows, limits)
    print(f"{len(lines)} lines, {len(weights.features)} features, {WEIGHTS.stat().st_size:,} bytes")
    print(dict(zip(KINDS, zip(weights.maybe, weights.surely, strict=True), strict=True)))


if __name__ == "__main__":
    main()
