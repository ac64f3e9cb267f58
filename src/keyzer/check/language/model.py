"""The weighing itself: a linear model for each kind and one for harm of any kind, over the features of a sentence."""

import math
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from .signal import Kind
from .words import DATA

WEIGHTS = DATA / "weights.bin"
KINDS = tuple(Kind)


class Weights(msgspec.Struct, frozen=True):
    """What training leaves: for each feature a whole number a kind, and one for any, times `step`.

    `maybe` and `surely` are how likely each kind must be before it is told, and told as sure.
    """

    step: float
    features: dict[str, tuple[int, ...]]
    maybe: tuple[float, ...]
    surely: tuple[float, ...]

    def packed(self) -> bytes:
        return zlib.compress(msgspec.msgpack.encode(self), 9)


@cache
def shipped() -> Weights:
    """The weights of the package."""
    return msgspec.msgpack.decode(zlib.decompress(WEIGHTS.read_bytes()), type=Weights)


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely it is, from 0 to 1, that a sentence harms in each way."""

    kinds: Mapping[Kind, float]

    def likeliest(self) -> Kind:
        return max(self.kinds, key=lambda kind: self.kinds[kind])


def chances(features: Sequence[str], weights: Weights) -> Chances:
    """How likely a sentence with these features is of each kind: midway between the odds of the kind and of any harm.

    What harms is seen by much more lines than one kind of it, what kind it is only by its own: together they tell more.
    """
    sums = [0] * (len(KINDS) + 1)
    table = weights.features
    for name in features:
        if row := table.get(name):
            for place, weight in enumerate(row):
                sums[place] += weight
    scale = weights.step / math.sqrt(max(len(features), 1)) / 2
    *kinds, harm = sums
    return Chances({kind: _share((own + harm) * scale) for kind, own in zip(KINDS, kinds, strict=True)})


def _share(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
