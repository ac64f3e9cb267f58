"""Ids of invented people and classes: the same in each build."""

from uuid import NAMESPACE_URL, UUID, uuid5


def invented_id(kind: str, key: int | str) -> UUID:
    """The id of what is called `key` among its kind (`pupil`, `guardian`, `staff`, `class`)."""
    return uuid5(NAMESPACE_URL, f"https://keyzer.example/demo/{kind}/{key}")
