"""Several kinds of devices in one column: their ids with commas between."""

from collections.abc import Iterable

from keyzer.protocol import Device


def joined(kinds: Iterable[Device]) -> str:
    """As a column keeps them, always in the same order."""
    chosen = set(kinds)
    return ",".join(kind.value for kind in Device if kind in chosen)


def parted(kept: str) -> frozenset[Device]:
    """Back from a column."""
    return frozenset(Device(kind) for kind in kept.split(",") if kind)
