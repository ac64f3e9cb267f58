"""Goes through a text stretch by stretch and tells what may hurt."""

from collections.abc import Iterator, Sequence

from .features import features_of
from .model import KINDS, Weights, chances, shipped
from .names import is_name
from .rules import told_by_rule
from .signal import Kind, Signal, Sure, Why
from .speech import own_words
from .token import Token
from .tokens import tokens_of
from .windows import tells_of_others, windows_of
from .words import ROUGH, lexicon

PLAIN = 0.8
SHORT = 3  # so few words say something by themselves only when one of them is rough: a name never does


def read(text: str) -> tuple[Signal, ...]:
    """What in `text` may hurt somebody, in the order of the text; several kinds may mark one sentence. Never raises."""
    return read_with(shipped(), text)


def read_with(weights: Weights, text: str) -> tuple[Signal, ...]:
    """As `read`, by other weights than those that are shipped."""
    found = [signal for window in windows_of(tokens_of(text)) for signal in _signals(window, weights)]
    return tuple(sorted(set(found), key=lambda signal: (signal.start, signal.end, signal.kind)))


def _signals(window: list[list[Token]], weights: Weights) -> Iterator[Signal]:
    """What is sure of a sentence by itself, where none tells of what others said; else what it says as a whole.

    Half of what a sentence means lies in the one beside it, so by itself it may not be doubted.
    """
    whole = [token for sentence in window for token in sentence]
    if len(window) > 1 and not tells_of_others(whole):
        told = [(sentence, _surely(_told(sentence, weights))) for sentence in window]
        if any(found for _sentence, found in told):
            for sentence, found in told:
                yield from (_signal(kind, sentence, sure, why) for kind, (sure, why) in found.items())
            return
    for kind, (sure, why) in _told(whole, weights).items():
        yield _signal(kind, _worst(window, kind, weights), sure, why)


def _surely(told: dict[Kind, tuple[Sure, Why]]) -> dict[Kind, tuple[Sure, Why]]:
    return {kind: (sure, why) for kind, (sure, why) in told.items() if sure is Sure.ZEKER}


def _told(tokens: Sequence[Token], weights: Weights) -> dict[Kind, tuple[Sure, Why]]:
    """What the rules say, and what the model does."""
    words = own_words(tokens)
    if not words or is_name(words, lexicon()) or (len(words) <= SHORT and not any(map(_rough, words))):
        return {}
    found = _weighed(words, weights)
    if ruled := told_by_rule(words):
        kind, sure = ruled
        if sure is Sure.ZEKER or kind not in found:
            found[kind] = (sure, Why.REGEL)
    return found


def _weighed(words: Sequence[Token], weights: Weights) -> dict[Kind, tuple[Sure, Why]]:
    """The likeliest kind where it is likely enough, and every other kind that is all but sure."""
    given = chances(features_of(words), weights)
    kind = given.likeliest()
    likely = given.kinds[kind]
    surely, maybe = (least[KINDS.index(kind)] for least in (weights.surely, weights.maybe))
    if likely < (surely if _may_be_names(words) else maybe):
        return {}
    others = {other: (Sure.ZEKER, Why.MODEL) for other in KINDS if given.kinds[other] >= PLAIN}
    return others | {kind: (Sure.ZEKER if likely >= surely else Sure.MISSCHIEN, Why.MODEL)}


def _may_be_names(words: Sequence[Token]) -> bool:
    """Whether it is one to three words with capitals, of which the model must be sure."""
    return len(words) <= SHORT and all(word.capital or not word.word.isalpha() for word in words)


def _rough(token: Token) -> bool:
    if token.capital:
        return lexicon().is_abuse(token.word)
    return bool(ROUGH & set(lexicon().classes_of(token.word)))


def _worst(window: list[list[Token]], kind: Kind, weights: Weights) -> list[Token]:
    """The sentence of the stretch that looks most like it."""
    if len(window) == 1:
        return window[0]
    return max(window, key=lambda sentence: chances(features_of(sentence), weights).kinds[kind])


def _signal(kind: Kind, sentence: Sequence[Token], sure: Sure, why: Why) -> Signal:
    return Signal(kind, sentence[0].start, sentence[-1].end, sure, why)
