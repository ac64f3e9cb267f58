"""What the model weighs in a sentence: words, pairs and pieces of words, and which classes of words stand together."""

from collections.abc import Iterable, Iterator

from .token import Token
from .words import lexicon

_NEAR = 6
_PIECES = (3, 4, 5)
_LONG_ENOUGH = 4
_SPOKEN = frozenset(
    [
        "een",
        "ben",
        "bent",
        "is",
        "zijn",
        "was",
        "waren",
        "zo",
        "als",
        "dan",
        "te",
        "van",
        "door",
        "naar",
        "met",
        "en",
        "of",
        "maar",
        "wie",
        "wat",
        "hoe",
        "om",
        "voor",
        "die",
        "dat",
        "het",
        "de",
        "a",
        "the",
        "are",
        "you",
    ]
)
_SAYS_NOTHING = frozenset("\n.!")  # who writes with full stops threatens no less
_SIGNS = {'"': "quote", "'": "quote", "?": "ask", ":": "colon", ",": "comma"}


def features_of(tokens: Iterable[Token]) -> list[str]:
    """The names of what is in a sentence, each once, in the order in which it is found."""
    words = [token.word for token in tokens if token.word not in _SAYS_NOTHING]
    shapes = [_shape(word) for word in words]
    found: dict[str, None] = dict.fromkeys(["bias"])
    found.update(dict.fromkeys(_of_words(words)))
    found.update(dict.fromkeys(_of_shapes(shapes)))
    return list(found)


def _shape(word: str) -> tuple[str, ...]:
    """The classes of a word; a small word or a sign stands for itself, any other word for none."""
    if classes := lexicon().classes_of(word):
        return classes
    if sign := _SIGNS.get(word):
        return (sign,)
    return (word,) if word in _SPOKEN else ("_",)


def _of_words(words: list[str]) -> Iterator[str]:
    edged = ["<", *words, ">"]
    for before, word, after in zip(edged, words, edged[2:], strict=False):
        yield f"w:{word}"
        yield f"b:{before} {word}"
        yield f"s:{before} . {after}"
        if len(word) >= _LONG_ENOUGH and word.isalpha():
            whole = f"^{word}$"
            for size in _PIECES:
                for start in range(len(whole) - size + 1):
                    yield f"c:{whole[start : start + size]}"
    if words:
        yield f"b:{words[-1]} >"


def _of_shapes(shapes: list[tuple[str, ...]]) -> Iterator[str]:
    first = ["<", *(shape[0] for shape in shapes), ">"]
    for place in range(len(first) - 1):
        yield f"tt:{first[place]} {first[place + 1]}"
        yield f"ttt:{' '.join(first[place : place + 3])}"
        yield f"t4:{' '.join(first[place : place + 4])}"
    for place, shape in enumerate(shapes):
        for name in shape:
            yield f"t:{name}"
            for other in shapes[place + 1 : place + 1 + _NEAR]:
                yield from (f"p:{name}>{later}" for later in other if later != "_" and name != "_")
    yield f"n:{min(len(shapes), 12) // 2}"
