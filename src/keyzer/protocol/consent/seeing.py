"""Who may see of a class who can be in a picture."""

from collections.abc import Collection

from keyzer.protocol.access import Viewer
from keyzer.protocol.rule import implements
from keyzer.protocol.vocabulary import Role

WHOLE_SCHOOL = (Role.TEAMLEIDER, Role.DIRECTEUR)


@implements("leerlingen-6", "personeel-6")
def may_see_class_consent(viewer: Viewer, class_id: str, layer: int, teachers: Collection[str]) -> bool:
    """Only who works with the class: its mentor, who teaches it, the coordinator of its year, who leads the school."""
    if viewer.id in teachers or viewer.holds(*WHOLE_SCHOOL):
        return True
    return any(
        (held.role is Role.MENTOR and held.class_id == class_id)
        or (held.role is Role.COORDINATOR and held.layer in {None, layer})
        for held in viewer.roles
    )
