"""The fields of a command: read from its annotations, drawn by rooms, parsed from what a person filled in."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from keyzer.protocol.case.asking import Ask, Choice, Field, FieldKind
from keyzer.protocol.case.commands import BY_KIND
from keyzer.protocol.case.commands.base import Command
from keyzer.protocol.case.fitting import fitted
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.case.targets import TARGETS
from keyzer.protocol.case.values import WORDS
from keyzer.protocol.edition import Edition
from keyzer.protocol.terms import LOCAL
from keyzer.protocol.vocabulary import Text

KIND_OF: dict[Any, FieldKind] = {bool: "flag", int: "integer", datetime: "datetime", date: "date", str: "text"}


class AskedField(Struct, frozen=True, kw_only=True):
    """One field of a command with its type (`inner` without None), and without the choices of the moment."""

    name: str
    type: Any
    inner: Any
    ask: Ask
    kind: FieldKind
    required: bool


class CommandError(ValueError):
    """What a person filled in is no command. `fields` tells it per field; the key `kind` is for an unknown command."""

    def __init__(self, fields: dict[str, Text]) -> None:
        self.fields = fields
        super().__init__("; ".join(f"{name}: {text.en}" for name, text in fields.items()))


@cache
def asked_fields(command: type[Command]) -> tuple[AskedField, ...]:
    """The fields of a command in their order."""
    hints = get_type_hints(command, include_extras=True)
    return tuple(_asked(field, hints[field.name]) for field in msgspec.structs.fields(command))


def _asked(field: msgspec.structs.FieldInfo, hint: Any) -> AskedField:  # noqa: ANN401 -- a type expression
    bare, ask = get_args(hint)
    inner = _without_none(bare)
    kind = ask.kind or _kind(inner, ask)
    return AskedField(name=field.name, type=bare, inner=inner, ask=ask, kind=kind, required=field.required)


def _kind(inner: Any, ask: Ask) -> FieldKind:  # noqa: ANN401 -- a type expression
    if get_origin(inner) is tuple:
        return "choices"
    if ask.source or (isinstance(inner, type) and issubclass(inner, StrEnum)):
        return "choice"
    return KIND_OF[inner]


def _without_none(bare: Any) -> Any:  # noqa: ANN401 -- a type expression
    if get_origin(bare) not in (Union, UnionType):
        return bare
    return next(part for part in get_args(bare) if part is not type(None))


def describe(
    edition: Edition, state: CaseState, command_kind: str, chosen: Mapping[str, str] | None = None
) -> list[Field]:
    """The form for a command in this case; `chosen` holds what was settled before, such as the measure.

    Raises CommandError for a kind that the machine does not know.
    """
    fields = asked_fields(command_of(command_kind))
    asked = [
        Field(
            name=field.name,
            kind=field.kind,
            label=field.ask.label,
            help=field.ask.help,
            choices=_choices(edition, state, field),
            required=field.required,
        )
        for field in fields
        if field.kind != "data"
    ]
    return fitted(edition, state, command_kind, asked, chosen or {})


def _choices(edition: Edition, state: CaseState, field: AskedField) -> tuple[Choice, ...]:
    if field.ask.source is not None:
        return TARGETS[field.ask.source](edition, state)
    if isinstance(field.inner, type) and issubclass(field.inner, StrEnum):
        return tuple(Choice(member.value, WORDS[member]) for member in field.inner)
    return ()


def command_of(kind: str) -> type[Command]:
    """The command of this kind. Raises CommandError when there is none."""
    if kind not in BY_KIND:
        raise CommandError({"kind": Text(nl=f"`{kind}` bestaat hier niet.", en=f"`{kind}` is no command of a case.")})
    return BY_KIND[kind]


def parse_command(kind: str, data: dict[str, Any]) -> Command:
    """The command that form or JSON data tell; dates without a zone are Dutch time. Raises CommandError per field."""
    command = command_of(kind)
    fields = asked_fields(command)
    values: dict[str, Any] = {}
    wrong = {
        name: Text(nl=f"`{name}` hoort hier niet bij.", en=f"`{name}` is no field of `{kind}`.")
        for name in data
        if name not in {field.name for field in fields}
    }
    for field in fields:
        given = data.get(field.name)
        if given is None or (isinstance(given, str) and not given.strip()) or given in ([], ()):
            if field.required:
                wrong[field.name] = Text(nl="Vul dit in.", en="Fill this in.")
            continue
        try:
            values[field.name] = _value(field, given)
        except (msgspec.ValidationError, ValueError):
            wrong[field.name] = _misread(field, given)
    if wrong:
        raise CommandError(wrong)
    return command(**values)


def _value(field: AskedField, given: Any) -> Any:  # noqa: ANN401 -- what a form holds
    if field.kind == "flag" and given in ("on", "off"):
        return given == "on"
    if field.kind == "datetime":
        moment = given if isinstance(given, datetime) else datetime.fromisoformat(given)
        return moment if moment.tzinfo else moment.replace(tzinfo=LOCAL)
    if field.kind == "choices" and isinstance(given, str):
        given = [given]
    text = given.strip() if isinstance(given, str) else given
    return msgspec.convert(text, field.type, strict=False)


def _misread(field: AskedField, given: Any) -> Text:  # noqa: ANN401 -- what a form holds
    kinds = {
        "date": Text(nl="Vul een datum in, zoals 2026-11-24.", en="Fill in a date such as 2026-11-24."),
        "datetime": Text(nl="Vul een datum en tijd in.", en="Fill in a date and a time."),
        "integer": Text(nl="Vul een heel getal in.", en="Fill in a whole number."),
    }
    unknown = Text(nl=f"`{given}` is hier geen keuze.", en=f"`{given}` is not a choice here.")
    return kinds.get(field.kind, unknown)
