"""Verdicts and lists of duties a second on one core, with the same facts through Cedar as the yardstick."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import cedarpy

from keyzer import protocol

from .figures import Figure, per_second

HERE = Path(__file__).parent
SCENARIOS = HERE.parent / "tests" / "protocol" / "rules" / "scenarios"
REPEATS = 20


def verdicts() -> Figure:
    """`ask()` over the facts of all scenarios; Cedar gets the same facts as context and its policies already parsed."""
    facts = [
        scenario["facts"]
        for file in sorted(SCENARIOS.glob("*.toml"))
        for scenario in tomllib.loads(file.read_text(encoding="utf-8"))["scenario"]
    ]
    edition = protocol.current()
    situations = [protocol.parse_situation(each) for each in facts]
    today = date(2026, 11, 24)

    def ours() -> int:
        for _ in range(REPEATS):
            for situation in situations:
                protocol.ask(edition, situation, today)
        return REPEATS * len(situations)

    rate = per_second(ours)
    yardstick = cedar_rate([_request(each) for each in facts])
    return Figure("verdicts on one core", f"{rate:,.0f}/s", f"Cedar {yardstick:,.0f}/s", f"{rate / yardstick:.2f}")


def cedar_rate(requests: list[dict[str, Any]]) -> float:
    """Decisions a second by Cedar over the same requests, in the fastest way it offers: parsed once, in a batch."""
    policies = cedarpy.PolicySet.from_str((HERE / "policies.cedar").read_text(encoding="utf-8"))
    entities = cedarpy.Entities.from_json_str("[]")

    def theirs() -> int:
        for _ in range(REPEATS):
            cedarpy.is_authorized_batch(requests, policies, entities)
        return REPEATS * len(requests)

    return per_second(theirs)


def _request(facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "principal": {"type": "Audience", "id": facts.get("who", "ander")},
        "action": {"type": "Action", "id": facts.get("act", "visit")},
        "resource": {"type": "School", "id": "school"},
        "context": {name: value for name, value in facts.items() if name not in {"who", "act"}},
    }
