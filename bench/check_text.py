"""The language of a draft read on one core: texts of 280 and of 5,000 characters, no two alike."""

import itertools

from keyzer.check.language import read

from .figures import Figure, milliseconds, ratio

_PIECES = (
    "heb je het huiswerk van wiskunde al",
    "ik kom morgen iets later hoor",
    "Jij bent echt zo'n sukkel!",
    "tot straks.",
)
_GOALS = {280: 30.0, 5_000: 400.0}


def figures() -> list[Figure]:
    """Processor time of one reading, beside what it may take."""
    return [_figure(length, goal) for length, goal in _GOALS.items()]


def _figure(length: int, goal: float) -> Figure:
    numbers = itertools.count()
    read(_text(length, next(numbers)))
    taken = milliseconds(lambda: read(_text(length, next(numbers))), 10)
    return Figure(f"language of {length:,} characters", f"{taken:.1f} ms", f"goal: {goal:.0f} ms", ratio(taken, goal))


def _text(length: int, number: int) -> str:
    """So many characters, other ones for each number."""
    words = itertools.cycle(f"{piece} {number}{at}" for at, piece in enumerate(_PIECES * 3))
    text = ""
    while len(text) < length:
        text += next(words) + " "
    return text[:length]
