"""The protocol's access clauses as a filter over tables that have its columns: `lane`, `handler`, `layer`, `sealed`."""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from django.db.models import Q

from keyzer import protocol

FIELDS = {"handler": "handler_id", "lane": "lane", "layer": "layer", "sealed": "sealed"}


def as_filter(clauses: Sequence[protocol.Clause], is_party: Q, prefix: str = "") -> Q:
    """What any of the clauses lets through; without clauses nothing. `is_party` asks whether the viewer takes part."""
    nothing = Q((f"{prefix}pk__in", []))
    return reduce(or_, (_one(clause, is_party, prefix) for clause in clauses), nothing)


def _one(clause: protocol.Clause, is_party: Q, prefix: str) -> Q:
    columns = dict(clause.columns)
    party = columns.pop("is_party", None)
    fits = Q(*((prefix + FIELDS[name], value) for name, value in columns.items()))
    if party is None:
        return fits
    return fits & (is_party if party else ~is_party)
