"""Ids of invented people: the same in each build."""

from uuid import NAMESPACE_URL, UUID, uuid5


def person_id(kind: str, number: int) -> UUID:
    """The id of the invented person `number` of a kind (`pupil`, `guardian`, `staff`)."""
    return uuid5(NAMESPACE_URL, f"https://keyzer.example/demo/{kind}/{number}")
