"""The demo school: De Keyzer with invented people and invented incidents, the same each time it is built."""

from .school import build

__all__ = ["build"]
