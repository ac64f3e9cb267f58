"""Turns what TOML gives into the structs of an edition, and says of every field what is wrong with it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar, get_args, get_origin

import msgspec

from .data import Data

D = TypeVar("D", bound=Data)
SCALARS: dict[type, str] = {str: "text", int: "a whole number", bool: "true or false", date: "a date"}


def reflow(value: Any) -> Any:  # noqa: ANN401 - a TOML value can be anything
    """The value with every text on one line per paragraph, so that where a line breaks in the file means nothing."""
    if isinstance(value, str):
        return "\n\n".join(" ".join(paragraph.split()) for paragraph in value.strip().split("\n\n"))
    if isinstance(value, list):
        return [reflow(item) for item in value]
    if isinstance(value, dict):
        return {key: reflow(item) for key, item in value.items()}
    return value


def faults(kind: Any, value: Any, path: str = "") -> Iterator[str]:  # noqa: ANN401 - walks types and TOML values
    """All that keeps `value` from being a `kind`, each with the path of its field."""
    kind = next((part for part in get_args(kind) if part is not type(None)), kind) if _is_optional(kind) else kind
    if get_origin(kind) is tuple:
        yield from _list_faults(get_args(kind)[0], value, path)
    elif issubclass(kind, msgspec.Struct):
        yield from _table_faults(kind, value, path)
    elif issubclass(kind, StrEnum):
        if value not in list(kind):
            yield f"`{path}` does not know `{value}`; choose from {_named(kind)}"
    elif not _is_scalar(kind, value):
        yield f"`{path}` must be {SCALARS[kind]}, not `{_said(value)}`"
    elif value == "":
        yield f"`{path}` is empty; write it or leave it out"


@dataclass(frozen=True)
class Part(Generic[D]):
    """Tables of one kind under their headings; the heading of a table is the id of what it describes."""

    kind: type[D]
    place: Callable[[str], str]
    tables: dict[str, Any]

    def problems(self) -> list[str]:
        """Every fault of every table, with file, heading and field."""
        return [f"{self.place(name)}: {fault}" for name in self.tables for fault in self._faults(name)]

    def items(self) -> dict[str, D]:
        """The structs of the tables that have no fault."""
        sound = [name for name in self.tables if not any(self._faults(name))]
        return {name: msgspec.convert({**self.tables[name], "id": name}, self.kind) for name in sound}

    def _faults(self, name: str) -> Iterator[str]:
        table = self.tables[name]
        if not isinstance(table, dict):
            yield f"must be a table under its own heading, not `{_said(table)}`"
        elif "id" in table:
            yield "`id` is the heading itself; take it out"
        else:
            yield from faults(self.kind, {**table, "id": name})


def _list_faults(kind: Any, value: Any, path: str) -> Iterator[str]:  # noqa: ANN401 - as faults
    if not isinstance(value, list):
        yield f"`{path}` must be a list, not `{_said(value)}`"
        return
    for number, item in enumerate(value):
        yield from faults(kind, item, f"{path}[{number}]")
    double = [item for number, item in enumerate(value) if item in value[:number]]
    yield from (f"`{path}` holds `{item}` twice; take one out" for item in double if isinstance(item, str))


def _table_faults(kind: type[msgspec.Struct], value: Any, path: str) -> Iterator[str]:  # noqa: ANN401 - as faults
    if not isinstance(value, dict):
        yield f"`{path}` must be a table with {_named(kind.__struct_fields__)}, not `{_said(value)}`"
        return
    dot = f"{path}." if path else ""
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    for name in value.keys() - fields.keys():
        yield f"unknown field `{dot}{name}`; known are {_named(fields)}"
    for name, field in fields.items():
        if name in value:
            yield from faults(field.type, value[name], f"{dot}{name}")
        elif field.required:
            yield f"`{dot}{name}` is missing; write it"


def _is_optional(kind: Any) -> bool:  # noqa: ANN401 - any type
    return type(None) in get_args(kind)


def _is_scalar(kind: type, value: object) -> bool:
    """Whether a value is of the kind itself: true is no number, and a moment is no date."""
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool | datetime))


def _said(value: object) -> str:
    """A value as the file says it: TOML writes truth in lower case."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _named(names: Any) -> str:  # noqa: ANN401 - an enum class, a mapping or a tuple of names
    return ", ".join(f"`{name}`" for name in names)
