"""How a command's fields are asked of a person: every field of a command carries an `Ask` in its annotation."""

from typing import Literal

from msgspec import Struct

from keyzer.protocol.vocabulary import Text

FieldKind = Literal["text", "long-text", "date", "datetime", "integer", "choice", "choices", "flag", "person", "data"]
NO_HELP = Text(nl="", en="")


class Ask(Struct, frozen=True, kw_only=True):
    """Label and help of one field; `source` names the list in `targets` that offers and limits its values."""

    label: Text
    help: Text = NO_HELP
    kind: FieldKind | None = None
    source: str | None = None


class Choice(Struct, frozen=True):
    """One value that a field accepts, and its words; `{person:<id>}` stands for a person's name.

    Choices with the same `group` belong under that heading.
    """

    value: str
    label: Text
    group: Text | None = None


class Field(Struct, frozen=True, kw_only=True):
    """One field of a form for a command, complete enough to draw it without knowing the command."""

    name: str
    kind: FieldKind
    label: Text
    help: Text
    choices: tuple[Choice, ...]
    required: bool


def ask(nl: str, en: str, hint: tuple[str, str] = ("", ""), *, source: str | None = None) -> Ask:
    """A field whose kind follows from its type; `source` limits it to a list of `targets`."""
    return Ask(label=Text(nl=nl, en=en), help=Text(nl=hint[0], en=hint[1]), source=source)


def words(nl: str, en: str, hint: tuple[str, str] = ("", "")) -> Ask:
    """A field for some sentences."""
    return Ask(label=Text(nl=nl, en=en), help=Text(nl=hint[0], en=hint[1]), kind="long-text")


def whom(nl: str, en: str, source: str | None = None) -> Ask:
    """A field for a person, chosen from a list of `targets` when `source` names one."""
    return Ask(label=Text(nl=nl, en=en), kind="person", source=source)


def data(nl: str, en: str) -> Ask:
    """A field that a room fills in itself; no form draws it."""
    return Ask(label=Text(nl=nl, en=en), kind="data")
