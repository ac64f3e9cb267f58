"""What every command is: a frozen struct with a `kind`, whose fields say how they are asked."""

from msgspec import Struct


class Command(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """Something a person wants done in a case."""

    @classmethod
    def named(cls) -> str:
        """The `kind` under which rooms and streams know this command."""
        return str(cls.__struct_config__.tag)
