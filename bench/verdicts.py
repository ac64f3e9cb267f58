"""Verdicts a second on one core, with the same facts through Cedar as the yardstick."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from keyzer import protocol

from .cedar import Cedar
from .figures import Figure, per_second, ratio

SCENARIOS = Path(__file__).parent.parent / "tests" / "protocol" / "rules" / "scenarios"
TODAY = date(2026, 11, 24)
REPEATS = 80


def figures(repeats: int = REPEATS) -> list[Figure]:
    """`ask()` over the facts of all scenarios. Cedar gets them as context; it answers allow or deny without reasons."""
    facts = [scenario["facts"] for scenario in _scenarios()]
    ours = _asked([protocol.parse_situation(each) for each in facts], repeats)
    requests = [_request(each) for each in facts]
    cedar = Cedar("policies.cedar")
    yardsticks = {
        "in a batch": cedar.in_a_batch(requests, repeats),
        "one by one": cedar.one_by_one(requests, repeats),
    }
    return [
        Figure("verdicts on one core", f"{ours:,.0f}/s", f"Cedar {how}: {theirs:,.0f}/s", ratio(ours, theirs))
        for how, theirs in yardsticks.items()
    ]


def _scenarios() -> list[dict[str, Any]]:
    files = sorted(SCENARIOS.glob("*.toml"))
    return [each for file in files for each in tomllib.loads(file.read_text(encoding="utf-8"))["scenario"]]


def _asked(situations: list[protocol.Situation], repeats: int) -> float:
    edition = protocol.current()

    def ask() -> int:
        for _ in range(repeats):
            for situation in situations:
                protocol.ask(edition, situation, TODAY)
        return repeats * len(situations)

    return per_second(ask)


def _request(facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "principal": {"type": "Audience", "id": facts.get("who", "ander")},
        "action": {"type": "Action", "id": facts.get("act", "visit")},
        "resource": {"type": "School", "id": "school"},
        "context": {name: value for name, value in facts.items() if name not in {"who", "act"}},
    }
