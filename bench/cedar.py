"""The yardstick for rules: Cedar, a policy engine in Rust, through its own Python binding."""

from pathlib import Path
from typing import Any

import cedarpy

from .figures import per_second

HERE = Path(__file__).parent


class Cedar:
    """Policies and entities, parsed once before anything is measured."""

    def __init__(self, policies: str) -> None:
        self._policies = cedarpy.PolicySet.from_str((HERE / policies).read_text(encoding="utf-8"))
        self._entities = cedarpy.Entities.from_json_str("[]")

    def in_a_batch(self, requests: list[dict[str, Any]], repeats: int) -> float:
        """Decisions a second when all requests are handed over at once: its fastest way."""

        def decide() -> int:
            for _ in range(repeats):
                cedarpy.is_authorized_batch(requests, self._policies, self._entities)
            return repeats * len(requests)

        return per_second(decide)

    def one_by_one(self, requests: list[dict[str, Any]], repeats: int) -> float:
        """Decisions a second when each is asked alone, as a page asks."""

        def decide() -> int:
            for _ in range(repeats):
                for request in requests:
                    cedarpy.is_authorized(request, self._policies, self._entities)
            return repeats * len(requests)

        return per_second(decide)
