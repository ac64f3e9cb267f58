"""Who decides about pictures of somebody at which age; the ages themselves stand in the edition."""

from datetime import date

from keyzer.protocol.edition import Edition, ImageAge
from keyzer.protocol.vocabulary import Whose

OF_AGE = 18
"""Who is no pupil is taken as an adult."""


def age_on(born: date | None, on: date) -> int | None:
    """Whole years on that day; None when the date of birth is unknown."""
    if born is None:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def rule_at(edition: Edition, age: int) -> ImageAge:
    """The rule of an age."""
    return max((rule for rule in edition.image_ages.values() if rule.since <= age), key=lambda rule: rule.since)


def image_own_choice_from(edition: Edition) -> int:
    """The age from which a pupil gives consent without the guardians."""
    return min(rule.since for rule in edition.image_ages.values() if rule.gives is Whose.ZELF)
