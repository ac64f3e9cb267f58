"""Goes through a text stretch by stretch and tells what may hurt."""

from collections.abc import Iterator, Sequence

from .features import features_of
from .model import KINDS, chances, shipped
from .rules import told_by_rule
from .signal import Kind, Signal, Sure, Why
from .tokens import Token, tokens_of
from .windows import own_words, tells_of_others, windows_of
from .words import ROUGH, lexicon

SHORT = 3  # so few words say something by themselves only when one of them is rough: a name never does


def read(text: str) -> tuple[Signal, ...]:
    """What in `text` may hurt somebody, in the order of the text; several kinds may mark one sentence. Never raises."""
    found = [signal for window in windows_of(tokens_of(text)) for signal in _signals(window)]
    return tuple(sorted(set(found), key=lambda signal: (signal.start, signal.end, signal.kind)))


def _signals(window: list[list[Token]]) -> Iterator[Signal]:
    """What one stretch holds: weighed whole, and sentence by sentence where none tells of what others said."""
    whole = [token for sentence in window for token in sentence]
    found = _told(whole)
    if len(window) > 1 and not tells_of_others(whole):
        for sentence in window:
            for kind, (sure, why) in _told(sentence).items():
                yield _signal(kind, sentence, sure, why)
                found.pop(kind, None)
    for kind, (sure, why) in found.items():
        yield _signal(kind, _worst(window, kind), sure, why)


def _told(tokens: Sequence[Token]) -> dict[Kind, tuple[Sure, Why]]:
    """What the rules say, the likeliest kind that is past its threshold, and every kind that the model is sure of."""
    words = own_words(tokens)
    if not words or (len(words) <= SHORT and not any(map(_rough, words))):
        return {}
    weights = shipped()
    least_of = weights.surely if _may_be_names(words) else weights.maybe
    given = chances(features_of(words), weights)
    over = [kind for kind, least in zip(KINDS, least_of, strict=True) if given[kind] >= least]
    surely = {kind for kind, least in zip(KINDS, weights.surely, strict=True) if given[kind] >= least}
    likeliest = max(over, key=lambda kind: given[kind], default=None)
    found = {
        kind: (Sure.ZEKER if kind in surely else Sure.MISSCHIEN, Why.MODEL)
        for kind in over
        if kind in surely or kind == likeliest
    }
    if ruled := told_by_rule(words):
        kind, sure = ruled
        if sure is Sure.ZEKER or kind not in found:
            found[kind] = (sure, Why.REGEL)
    return found


def _may_be_names(words: Sequence[Token]) -> bool:
    """Whether it is one to three words with capitals, of which the model must be sure."""
    return len(words) <= SHORT and all(word.capital or not word.word.isalpha() for word in words)


def _rough(token: Token) -> bool:
    if token.capital:
        return lexicon().is_abuse(token.word)
    return bool(ROUGH & set(lexicon().classes_of(token.word)))


def _worst(window: list[list[Token]], kind: Kind) -> list[Token]:
    """The sentence of the stretch that looks most like it."""
    if len(window) == 1:
        return window[0]
    return max(window, key=lambda sentence: chances(features_of(sentence), shipped())[kind])


def _signal(kind: Kind, sentence: Sequence[Token], sure: Sure, why: Why) -> Signal:
    return Signal(kind, sentence[0].start, sentence[-1].end, sure, why)
