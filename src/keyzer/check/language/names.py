"""Takes for a name what is written as one, so that nobody who is called Dick Poot is taken for abuse."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from .token import NAME, Token
from .words import ROUGH, Lexicon

_NOT_BEFORE = frozenset({"jij", "aanspreek", "derde", "zelf"})
_JOINS = frozenset("-'")
_ENDS = frozenset(".!?:\n")
_GAME = "speelt"  # `Mario Kart` is a game and nobody's name


def with_names(tokens: Iterable[Token], text: str, words: Lexicon) -> list[Token]:
    """The tokens, each that is part of a name as the word for a name, each other with whether it has a capital."""
    read = [replace(token, capital=_has_capital(text[token.start : token.end])) for token in tokens]
    found: list[Token] = []
    for at, token in enumerate(read):
        known = token.word in words.common or (token.capital and token.word in words.given)
        titled = at > 0 and read[at - 1].word in words.titles and token.word in words.family - words.never_alone
        if known or titled or (token.capital and _reads_as_a_name(at, read, found, words)):
            found.append(Token(NAME, token.start, token.end, capital=True))
        else:
            found.append(token)
    return found


def is_name(tokens: Sequence[Token], words: Lexicon) -> bool:
    """Whether there is nothing in it but names and what goes with them: titles, `van der`, a greeting, signs."""
    spoken = [token for token in tokens if token.word.isalpha()]
    if len(spoken) == 1:
        (only,) = spoken
        is_family = only.capital and only.word in words.family - words.never_alone
        return only.word == NAME or is_family or only.word in words.given - words.never_alone
    if all(token.capital for token in spoken) and spoken and spoken[0].word in words.parts:
        return True
    families = words.family - words.never_alone
    *before, last = [token.word for token in spoken] or [""]
    beside = words.titles | words.parts | words.greets | {NAME}
    return NAME in {*before, last} and beside.issuperset(before) and (last in beside or last in families)


def _has_capital(written: str) -> bool:
    return written[:1].isupper() and not written[1:].isupper()


def _reads_as_a_name(at: int, tokens: Sequence[Token], found: Sequence[Token], words: Lexicon) -> bool:
    if _GAME in words.classes_of(tokens[at].word):
        return False
    return _is_strange(at, tokens, words) or _follows_a_name(at, tokens, found, words)


def _is_strange(at: int, tokens: Sequence[Token], words: Lexicon) -> bool:
    """Whether it is a word that we do not know, in the midst of a sentence, where only names have a capital."""
    inside = at > 0 and tokens[at - 1].word not in _ENDS and not tokens[at - 1].capital
    word = tokens[at].word
    return inside and len(word) > 1 and not words.knows(word) and word not in words.parts


def _follows_a_name(at: int, tokens: Sequence[Token], found: Sequence[Token], words: Lexicon) -> bool:
    """Whether what stands before it, over `van der`, is a title or the beginning of a name."""
    before = at - 1
    while before > 0 and (_joins(before, tokens, words) or tokens[before].word in words.parts):
        before -= 1
    if before < 0:
        return False
    if tokens[before].word in words.parts and tokens[before].capital:
        return _may_be_called(tokens[at].word, words)
    if tokens[at - 1].word in words.towards:
        return _may_be_called(tokens[at].word, words)
    if tokens[before].word in words.titles or found[before].word == NAME or _is_initial(tokens[before], tokens, before):
        return True
    return tokens[before].capital and _begins_a_name(tokens[before].word, words)


def _joins(at: int, tokens: Sequence[Token], words: Lexicon) -> bool:
    """Whether it is a hyphen, or the point behind a title or an initial."""
    if tokens[at].word != ".":
        return tokens[at].word in _JOINS
    return tokens[at - 1].word in words.titles or (tokens[at - 1].capital and len(tokens[at - 1].word) == 1)


def _is_initial(token: Token, tokens: Sequence[Token], at: int) -> bool:
    return token.capital and len(token.word) == 1 and tokens[at + 1].word == "."


def _may_be_called(word: str, words: Lexicon) -> bool:
    """Whether `De` and this may be a family: a group of people is called so by no name."""
    return not {"groep", "groepscheld"} & set(words.classes_of(word))


def _begins_a_name(word: str, words: Lexicon) -> bool:
    classes = set(words.classes_of(word))
    return word.isalpha() and not classes & (ROUGH | _NOT_BEFORE) and word not in words.greets | words.starts
