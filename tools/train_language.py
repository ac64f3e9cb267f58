"""Trains the reader of language from the lines of `tools/language/` and writes its weights.

The same lines give the same weights, to the last byte. It needs nothing but Python, and some ten seconds.
"""

import math
import random
import re
import tomllib
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import add
from pathlib import Path

from msgspec import structs

from keyzer.check.language import read
from keyzer.check.language.features import features_of
from keyzer.check.language.model import KINDS, WEIGHTS, Weights, chances
from keyzer.check.language.signal import Kind
from keyzer.check.language.tokens import tokens_of

LINES = Path(__file__).parent / "language"
INNOCENT = ("gewoon", "tweeling", "groepen", "namen", "huis")
SEED = 20261122
FILLINGS = 20
EPOCHS, AVERAGED = 14, 9
RATE = 0.6
LEFT_OUT = 0.25
SETTLED = 0.03
RARE = 2
STRONGEST = 127
LOWEST, SUREST, MARGIN = 0.45, 0.8, 0.02
LOWEST_THREAT = 0.4  # a threat that is passed over is worse than one that is asked about
FALSE_A_KIND = 3
SHOWN = 0.05
_CHOICE = re.compile(r"\{([^{}]*)\}")
_FILLER = re.compile(r"@(\w+)")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and what it is; `None` for an innocent one."""

    kind: Kind | None
    text: str


def written(name: str) -> list[str]:
    """The lines of one file as they were written, without remarks."""
    lines = (LINES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def training_lines(chance: random.Random) -> list[Line]:
    """Every line, each with choices filled in some ways."""
    fillers = tomllib.loads((LINES / "fillers.toml").read_text(encoding="utf-8"))
    found = []
    for kind in (*KINDS, *INNOCENT):
        label = kind if isinstance(kind, Kind) else None
        for pattern in written(str(kind)):
            found += [Line(label, text) for text in _filled(pattern, fillers, chance)]
    return found


def _filled(pattern: str, fillers: dict[str, str], chance: random.Random) -> Iterator[str]:
    if not ({"{", "@"} & set(pattern)):
        yield from (pattern, pattern)
        return
    made: dict[str, None] = {}
    for _ in range(FILLINGS):
        text = _CHOICE.sub(lambda choice: chance.choice(choice[1].split("|")), pattern)
        text = _FILLER.sub(lambda name: chance.choice(fillers[name[1]].split("|")), text)
        made[" ".join(text.split())] = None
    yield from made


class Learner:
    """Logistic regression for each kind, by AdaGrad; each step leaves some features out, so that none is leant on."""

    def __init__(self, lines: list[Line], chance: random.Random) -> None:
        self.chance = chance
        named = [features_of(tokens_of(line.text)) for line in lines]
        counted = Counter(name for names in named for name in names)
        self.names = [name for name, count in counted.items() if count >= RARE]
        number = {name: place for place, name in enumerate(self.names)}
        self.samples = [
            ([number[name] for name in names if name in number], line.kind, math.sqrt(len(names)))
            for names, line in zip(named, lines, strict=True)
        ]
        self.weights = [array("d", bytes(8 * len(self.names))) for _ in KINDS]
        self.pace = [array("d", [1e-2]) * len(self.names) for _ in KINDS]
        self.sums = [array("d", bytes(8 * len(self.names))) for _ in KINDS]

    def learn(self) -> None:
        for epoch in range(EPOCHS):
            self.chance.shuffle(self.samples)
            for numbers, kind, length in self.samples:
                kept = [number for number in numbers if self.chance.random() > LEFT_OUT]
                for place, head in enumerate(KINDS):
                    self._step(place, kept, 1.0 if head == kind else 0.0, 1 / length)
            if epoch >= EPOCHS - AVERAGED:
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


def held_back(name: str) -> list[Line]:
    """The lines of a file that are not trained on, each with what it is."""
    pairs = (line.split("|", 1) for line in written(name))
    return [Line(None if kind == "-" else Kind(kind), text) for kind, text in pairs]


def with_thresholds(weights: Weights, lines: list[Line]) -> Weights:
    """The lowest threshold for each kind at which hardly an innocent line is taken for it, and one at which none is."""
    innocent = [weighed(line, weights) for line in lines if line.kind is None]
    maybe, surely = [], []
    for kind in KINDS:
        falsely = sorted((given[kind] for given in innocent), reverse=True)
        lowest = LOWEST_THREAT if kind is Kind.BEDREIGING else LOWEST
        maybe.append(round(max(lowest, falsely[FALSE_A_KIND] + MARGIN), 3))
        surely.append(round(max(SUREST, falsely[0] + MARGIN), 3))
    return structs.replace(weights, maybe=tuple(maybe), surely=tuple(surely))


def weighed(line: Line, weights: Weights) -> Mapping[Kind, float]:
    return chances(features_of(tokens_of(line.text)), weights)


def tell(name: str, lines: list[Line], weights: Weights) -> None:
    """What the whole reader finds in the lines of a file, and every line that it errs in."""
    right = Counter(str(line.kind) for line in lines)
    found: Counter[str] = Counter()
    for line in lines:
        kinds = {signal.kind for signal in read(line.text)}
        found[f"{line.kind}"] += line.kind in kinds
        found[f"{line.kind} as anything"] += bool(kinds)
        if bool(kinds) != bool(line.kind):
            likely = {kind.value: f"{chance:.2f}" for kind, chance in weighed(line, weights).items() if chance > SHOWN}
            print("  missed" if line.kind else "  false ", line.kind or "-", "|", line.text, likely)
    for kind, count in right.items():
        print(f"{name}: {kind} {found[kind]} as such, {found[f'{kind} as anything']} as anything, of {count}")


def main() -> None:
    chance = random.Random(SEED)  # noqa: S311 -- it must come out the same each time
    lines = training_lines(chance)
    learner = Learner(lines, chance)
    learner.learn()
    kept_back = {name: held_back(name) for name in ("dev", "calibration")}
    weights = with_thresholds(learner.packed(), [line for lines in kept_back.values() for line in lines])
    WEIGHTS.write_bytes(weights.packed())
    print(f"{len(lines)} lines, {len(weights.features)} features, {WEIGHTS.stat().st_size:,} bytes")
    print(dict(zip(KINDS, zip(weights.maybe, weights.surely, strict=True), strict=True)))
    for name, kept in kept_back.items():
        tell(name, kept, weights)


if __name__ == "__main__":
    main()
