"""A text cut into stretches that are weighed whole: a line, or as many sentences of it as one takes in at once."""

from collections.abc import Iterable, Iterator, Sequence

from .token import Token
from .words import lexicon

LONGEST = 30
_ENDS = frozenset(".!?")
_REPORTS = frozenset({"meld", "hulp"})
MARK = '"'


def sentences_of(tokens: Sequence[Token]) -> Iterator[list[list[Token]]]:
    """The lines of a text, each as its sentences; what stands between quotation marks is not cut."""
    line: list[list[Token]] = [[]]
    quoted = False
    for token in tokens:
        if token.word == "\n":
            yield [sentence for sentence in line if sentence]
            line, quoted = [[]], False
            continue
        ended = line[-1] and line[-1][-1].word in _ENDS and token.word not in _ENDS
        if (ended and not quoted) or len(line[-1]) >= LONGEST:
            line.append([])
        line[-1].append(token)
        quoted ^= token.word == MARK
    yield [sentence for sentence in line if sentence]


def windows_of(tokens: Sequence[Token]) -> Iterator[list[list[Token]]]:
    """The stretches, each as its sentences."""
    for line in sentences_of(tokens):
        held: list[list[Token]] = []
        for sentence in line:
            if held and sum(map(len, held)) + len(sentence) > LONGEST:
                yield held
                held = []
            held.append(sentence)
        if held:
            yield held


def tells_of_others(tokens: Iterable[Token]) -> bool:
    """Whether a word such as `zei` or `gepest` is among them, so that no sentence may be read by itself."""
    return any(_REPORTS & set(lexicon().classes_of(token.word)) for token in tokens)
