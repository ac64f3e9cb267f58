"""A process that decodes what a stranger sent, and may do little else."""

import resource
from collections.abc import Mapping
from contextlib import suppress


def confine(most: Mapping[int, int]) -> None:
    """Let this process use no more than `most` of each resource (`resource.RLIMIT_…`), for good."""
    for what, limit in most.items():
        with suppress(ValueError, OSError):  # a machine may set tighter limits of its own
            resource.setrlimit(what, (limit, limit))
