"""Trains the reader of language from the lines of `tools/language/` and writes its weights: `train_language.py [--dev]`.

The same lines give the same weights, to the last byte. It needs nothing but Python; a run takes about a minute.
"""

import math
import random
import re
import sys
import tomllib
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from keyzer.check.language.features import features_of
from keyzer.check.language.model import KINDS, WEIGHTS, Weights, chances
from keyzer.check.language.signal import Kind
from keyzer.check.language.tokens import tokens_of

LINES = Path(__file__).parent / "language"
INNOCENT = ("gewoon", "tweeling", "groepen", "namen")
SEED = 20261122
FILLINGS = 16
EPOCHS = 14
RATE = 0.6
LEFT_OUT = 0.25
SETTLED = 0.03
RARE = 2
STRONGEST = 127
MOST_FALSE = 0.012
MOST_FALSE_SURE = 0.003
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
    """Logistic regression for each kind, by AdaGrad; at each step some features are left out so that none is leant on."""

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

    def learn(self) -> None:
        for _ in range(EPOCHS):
            self.chance.shuffle(self.samples)
            for numbers, kind, length in self.samples:
                kept = [number for number in numbers if self.chance.random() > LEFT_OUT]
                for place, head in enumerate(KINDS):
                    self._step(place, kept, 1.0 if head == kind else 0.0, 1 / length)

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
        step = max(abs(weight) for head in self.weights for weight in head) / STRONGEST
        rows = ((name, tuple(round(head[at] / step) for head in self.weights)) for at, name in enumerate(self.names))
        kept = {name: row for name, row in rows if any(row)}
        return Weights(step, kept, (0.5,) * len(KINDS), (0.9,) * len(KINDS))


def development() -> list[Line]:
    """The lines that thresholds are set on, none of which is trained on."""
    pairs = (line.split("|", 1) for line in written("dev"))
    return [Line(None if kind == "-" else Kind(kind), text) for kind, text in pairs]


def told(weights: Weights, lines: list[Line]) -> None:
    """What is found and what is falsely found among the lines of development, line by line."""
    missed, wrong = [], []
    found: Counter[str] = Counter()
    for line in lines:
        given = chances(features_of(tokens_of(line.text)), weights)
        over = [
            kind for kind, chance, least in zip(KINDS, given.values(), weights.maybe, strict=True) if chance >= least
        ]
        rest = " ".join(f"{kind[:4]} {chance:.2f}" for kind, chance in given.items() if chance > 0.05)
        if line.kind:
            found[f"{line.kind} of"] += 1
            found[f"{line.kind} as such"] += line.kind in over
            found[f"{line.kind} at all"] += bool(over)
        found["false"] += not line.kind and bool(over)
        if line.kind and not over:
            missed.append(f"  missed {line.kind}: {line.text}   {rest}")
        elif not line.kind and over:
            wrong.append(f"  false: {line.text}   {rest}")
    print("\n".join([*missed, *wrong]))
    print(dict(sorted(found.items())), "innocent:", sum(not line.kind for line in lines))


def main() -> None:
    chance = random.Random(SEED)
    lines = training_lines(chance)
    print(f"{len(lines)} lines", Counter(str(line.kind) for line in lines))
    learner = Learner(lines, chance)
    print(f"{len(learner.names)} features")
    learner.learn()
    weights = learner.packed()
    WEIGHTS.write_bytes(weights.packed())
    print(f"{len(weights.features)} features kept, {WEIGHTS.stat().st_size:,} bytes")
    if "--dev" in sys.argv:
        told(weights, development())


if __name__ == "__main__":
    main()
