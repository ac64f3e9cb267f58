"""The door of the protocol: what the rooms may import. Behind it stands the paper made executable, and no school."""

from .access import RoleHeld, Viewer
from .vocabulary import (
    ArticleKind,
    Audience,
    Encoding,
    Gate,
    Grade,
    Lane,
    Part,
    Place,
    Role,
    Sureness,
    Text,
)

__all__ = [
    "ArticleKind",
    "Audience",
    "Encoding",
    "Gate",
    "Grade",
    "Lane",
    "Part",
    "Place",
    "Role",
    "RoleHeld",
    "Sureness",
    "Text",
    "Viewer",
]
