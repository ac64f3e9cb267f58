"""What a sentence gives as the words of somebody else: a writer is not held to them."""

from collections.abc import Sequence

from .token import NAME, Token
from .windows import MARK, tells_of_others
from .words import lexicon

_SPOKE = frozenset({"zei", "zeiden", "riep", "riepen", "schreeuwde", "schreef", "schreven", "stuurde", "stuurden"}) | {
    *("appte", "appten", "said", "shouted", "wrote", "texted", "sent", "told")
}
_SPEAKS = _SPOKE | {"zegt", "zeggen", "roept", "roepen", "schrijft", "schrijven", "stuurt", "appt", "says", "stond"}
_BEGINS = frozenset({"ik", "je", "jij", "jullie", "we", "wij", "ga", "i", "you", "we'll", "i'll"})
_MYSELF = frozenset({"ik", "we", "wij", "i"})
_ENDS = frozenset(".!?\n")
_TURNS = _ENDS | {",", "dus", "daarom", "so"}
_COLON_WITHIN = 5


def own_words(tokens: Sequence[Token]) -> list[Token]:
    """The words without what is quoted, where somebody else is reported to have said it, by marks or without."""
    outside = _outside_marks(tokens)
    kept: list[Token] = []
    place = 0
    while place < len(outside):
        kept.append(outside[place])
        place += 1
        ends = _after_colon(outside, place) or _after_a_verb(outside, place)
        if ends:
            place = next((at for at in range(place, len(outside)) if outside[at].word in ends), len(outside))
    return kept


def _outside_marks(tokens: Sequence[Token]) -> list[Token]:
    outside: list[Token] = []
    quoted = False
    for token in tokens:
        if token.word == MARK:
            quoted = not quoted
        elif not quoted:
            outside.append(token)
    return outside if not quoted and len(outside) < len(tokens) and tells_of_others(outside) else list(tokens)


def _after_colon(tokens: Sequence[Token], place: int) -> frozenset[str] | None:
    """Where the words of another end that begin at `place`: `hij zei tegen mij: …` holds for the whole sentence."""
    if tokens[place - 1].word != ":":
        return None
    before = range(max(0, place - 1 - _COLON_WITHIN), place - 1)
    return _ENDS if any(tokens[at].word in _SPEAKS and not _says_it_himself(tokens, at) for at in before) else None


def _says_it_himself(tokens: Sequence[Token], verb: int) -> bool:
    return any(token.word in _MYSELF for token in tokens[max(0, verb - 1) : verb + 2])


def _after_a_verb(tokens: Sequence[Token], place: int) -> frozenset[str] | None:
    """The same of `hij zei je bent …`, up to where the sentence turns; `hij zegt je …` may pass a threat on."""
    who_spoke, begins = tokens[max(0, place - 2) : place], tokens[place : place + 1]
    if not begins or begins[0].word not in _BEGINS or len(who_spoke) == 1:
        return None
    who, spoke = who_spoke
    is_other = who.word == NAME or "derde" in lexicon().classes_of(who.word)
    return _TURNS if is_other and spoke.word in _SPOKE else None
