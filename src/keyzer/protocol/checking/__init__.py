"""What a draft is checked for, on which articles, and what would be better: data of the edition, by audience."""

from .findings import CheckFinding, Sure, check_finding

__all__ = ["CheckFinding", "Sure", "check_finding"]
