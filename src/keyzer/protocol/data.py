"""The manner of everything in an edition, and where a demand comes from."""

from msgspec import Struct

from .vocabulary import Sureness


class Data(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The manner of all structs in an edition."""


class Source(Data, frozen=True, kw_only=True):
    """Where a demand comes from: a law, a ruling, practice or the school itself, and how sure that is."""

    cite: str
    sureness: Sureness

    @property
    def is_sure(self) -> bool:
        """Whether it may be shown as law or practice; what is not is a choice of the school, to be checked."""
        return self.sureness is not Sureness.LOW
