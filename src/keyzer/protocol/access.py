"""Who may see and do what, from roles and relations alone."""

from msgspec import Struct

from .vocabulary import Role


class RoleHeld(Struct, frozen=True, kw_only=True):
    """A role and how far it reaches: one year of study, one class, or, when both are empty, the whole school."""

    role: Role
    layer: int | None = None
    class_id: str | None = None


class Viewer(Struct, frozen=True, kw_only=True):
    """The one who looks. `guardian_of` names the children, not yet 18, over whom this person has authority (gezag)."""

    id: str
    roles: tuple[RoleHeld, ...] = ()
    guardian_of: frozenset[str] = frozenset()

    def holds(self, *roles: Role) -> bool:
        """True when the viewer has one of `roles`, whatever its reach."""
        return any(held.role in roles for held in self.roles)
