"""Says at the end of a run how much the exploration of the case machine saw."""

from collections import Counter
from typing import Any

EXPLORED = ("states", "transitions", "asked")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """One line with the sum of all explorations of this run."""
    seen: Counter[str] = Counter()
    for report in terminalreporter.getreports("passed"):
        seen.update({name: count for name, count in report.user_properties if name in EXPLORED})
    if seen:
        told = ", ".join(f"{seen[name]} {name}" for name in EXPLORED)
        terminalreporter.write_line(f"case machine explored: {told}")
