"""The weighing itself: a linear model for each kind over the features of a sentence, read from `data/` once."""

import math
import zlib
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from .signal import Kind
from .words import DATA

WEIGHTS = DATA / "weights.bin"
KINDS = tuple(Kind)


class Weights(msgspec.Struct, frozen=True):
    """What training leaves: for each feature a whole number a kind, times `step`; and the thresholds of each kind."""

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


def chances(features: Sequence[str], weights: Weights) -> Mapping[Kind, float]:
    """How likely it is, from 0 to 1, that a sentence with these features is of each kind."""
    sums = [0] * len(KINDS)
    table = weights.features
    for name in features:
        if row := table.get(name):
            for place, weight in enumerate(row):
                sums[place] += weight
    scale = weights.step / math.sqrt(max(len(features), 1))
    return {
        kind: 1 / (1 + math.exp(-max(-30.0, min(30.0, total * scale)))) for kind, total in zip(KINDS, sums, strict=True)
    }
