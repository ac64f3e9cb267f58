"""Who of the roster is named in a text that everybody will read."""

import re
import unicodedata

from keyzer.people.models import Person

from .persons import NAME, full_name

MOST_WORDS_IN_A_NAME = 12
WORD = re.compile(r"\w+")


def named_in(text: str) -> list[str]:
    """The names of persons that stand in a text with given and family name, whichever comes first; in order."""
    said = _runs(words(text))
    rows = Person.objects.values_list(*NAME).iterator()
    return sorted({full_name(*parts) for parts in rows if any(way in said for way in ways(*parts))})


def ways(given: str, prefix: str, family: str) -> list[tuple[str, ...]]:
    """A name as it can be written, as words; only a name of two parts or more tells who somebody is."""
    first, between, last = words(given), words(prefix), words(family)
    written = [first + between + last, first + last, last + first, between + last + first, last + first + between]
    return [way for way in written if first and last]


def words(text: str) -> tuple[str, ...]:
    """The words of a text without capitals and accents."""
    plain = unicodedata.normalize("NFKD", text)
    return tuple(WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()))


def _runs(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Every run of words that can be a name."""
    longest = range(2, MOST_WORDS_IN_A_NAME + 1)
    return {words[begin : begin + length] for begin in range(len(words)) for length in longest}
