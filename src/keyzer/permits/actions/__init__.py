"""Every write of leave and of standing exemptions."""

from .agreeing import agree, end
from .giving import give, withdraw

__all__ = ["agree", "end", "give", "withdraw"]
