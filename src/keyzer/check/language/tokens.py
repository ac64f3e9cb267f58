"""A text as words with their places; what was hidden by a trick of spelling stands there as the word that was meant."""

import re
from collections.abc import Iterable, Iterator

from .characters import Plain
from .names import with_names
from .token import Token
from .words import Lexicon, lexicon

_CHUNK = re.compile(r"\n|[a-z0-9@$€*!|+#_.\-'/]+|[^\sa-z0-9]")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+(?:[.,:]\d+)*[a-z]{0,2}|[^\sa-z0-9]")
_EDGES = "!.'-_/*#+|"
_SCHOOL = re.compile(  # 3e, 15u, h2b, vw5: figures that are figures
    r"\d+(?:e|de|ste|st|nd|rd|th|u|uur|x|k|m|cm|km|kg|h|v|t|a|b|c|d|g|p|vmbo|havo|vwo)?\d?"
    r"|(?:[a-z]|ha|vw|gt|mh|hv|th|tl|kb|bb)(?:[1-9]\d|[1-9][a-z]?|\d{3})"
)
_ADDRESS = re.compile(r"www\.|\w\.(?:nl|com|org|be|net|eu)\b|/")
_LEET = tuple(
    str.maketrans("0345789@$€+", "oeastbgaset") | str.maketrans(ones, letters)
    for ones, letters in (("1!|", "iii"), ("1!|", "lil"), ("1!|", "iil"))
)
_RUN = re.compile(r"(.)\1{2,}")
_JOINERS = re.compile(r"[._\-*'/#|+]")
_FEWEST_SPACED = 3


def tokens_of(text: str) -> list[Token]:
    """The words and signs of `text`; a line break is a sign too."""
    plain = Plain(text)
    words = lexicon()
    found: list[Token] = []
    for match in _CHUNK.finditer(plain.letters):
        found += _read(match.group(), match.start(), plain, words)
    return with_names(_spelt_out(found, words), text, words)


def _read(chunk: str, at: int, plain: Plain, words: Lexicon) -> Iterator[Token]:
    if chunk == "\n" or chunk in words.emoji:
        yield _token(words.emoji.get(chunk, chunk), at, at + len(chunk), plain)
    elif chunk.isalpha() and chunk.isascii():
        word = _straight(chunk, words)
        yield _token(word, at, at + len(chunk), plain, hidden=word != chunk and chunk not in words.alias)
    elif meant := _meant(chunk.strip(_EDGES), words):
        yield _token(meant, at, at + len(chunk), plain, hidden=True)
    else:
        for match in _WORD.finditer(chunk):
            word = _straight(match.group(), words)
            yield _token(word, at + match.start(), at + match.end(), plain)


def _token(word: str, start: int, end: int, plain: Plain, *, hidden: bool = False) -> Token:
    return Token(word, plain.places[start], plain.places[end - 1] + 1, hidden)


def _straight(word: str, words: Lexicon) -> str:
    """The word without letters held long, as the alias table has it, or as the rough word that it sounds like."""
    if word in words.alias:
        return words.alias[word]
    if _RUN.search(word):
        forms = (_RUN.sub(r"\1", word), _RUN.sub(r"\1\1", word))
        known = next((form for form in forms if words.knows(form)), None)
        return words.alias.get(known, known) if known else words.rough(word) or forms[0]
    return word


def _meant(chunk: str, words: Lexicon) -> str | None:
    """The known word behind figures, signs or points among the letters; none when there is no trick."""
    if not chunk or not any(map(str.isalpha, chunk)) or chunk.isalpha():
        return None
    if chunk in words.alias:
        return words.alias[chunk]
    if _SCHOOL.fullmatch(chunk) or _ADDRESS.search(chunk):
        return None
    joined = _JOINERS.sub("", chunk)
    if joined.isalpha() and _is_trick(chunk) and (found := _rough_or_known(joined, words)):
        return found
    if any(map(str.isdigit, chunk)) or set(chunk) & set("@$€!|+"):
        for table in _LEET:
            if found := _rough_or_known(_JOINERS.sub("", chunk.translate(table)), words):
                return found
    stars = re.sub(r"[*#_.\-]", "*", chunk)
    return words.fitting(stars) if "*" in chunk or "#" in chunk else None


def _is_trick(chunk: str) -> bool:
    """Whether the signs stand between letters as in `h.o.e.r` or `kan-ker`, and not as in `dat's` or `af-en-toe`."""
    return "'" not in chunk and all(chunk.split(sign) != [""] for sign in "._-")


def _rough_or_known(word: str, words: Lexicon) -> str | None:
    straight = _straight(word, words)
    if straight != word or (words.knows(straight) or straight in words.plain):
        return straight
    return words.rough(word)


def _spelt_out(tokens: Iterable[Token], words: Lexicon) -> Iterator[Token]:
    """Joins letters that stand apart (`h o e r`) when they make a word."""
    held: list[Token] = []
    for token in tokens:
        if len(token.word) == 1 and token.word.isalpha():
            held.append(token)
            continue
        yield from _joined(held, words)
        held = []
        yield token
    yield from _joined(held, words)


def _joined(held: list[Token], words: Lexicon) -> list[Token]:
    if len(held) < _FEWEST_SPACED:
        return held
    letters = "".join(token.word for token in held)
    for start in range(len(letters) - _FEWEST_SPACED + 1):
        for end in range(len(letters), start + _FEWEST_SPACED - 1, -1):
            if word := _rough_or_known(letters[start:end], words):
                whole = Token(word, held[start].start, held[end - 1].end, hidden=True)
                return [*held[:start], whole, *_joined(held[end:], words)]
    return held
