"""Who answers a question about a post: the line above who asks, without who is away or party to it."""

from collections.abc import Collection, Mapping, Sequence

from keyzer.protocol.rule import implements


@implements("personeel-1")
def who_answers(asker: str, above: Sequence[str], away: Mapping[str, str], without: Collection[str] = ()) -> str | None:
    """In doubt you ask your manager, never yourself: the nearest in the line `above` who is there and no party.

    `away` tells who stands in for whom. When all of them are away it waits for the nearest; None when nobody is left.
    """
    barred = {asker, *without}
    line = [person for person in dict.fromkeys(above) if person not in barred]
    present = (away.get(person, person) for person in line)
    there = (person for person in present if person not in away and person not in barred)
    return next(there, next(iter(line), None))
