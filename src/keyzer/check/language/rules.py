"""Turns of phrase that are a threat, or wish somebody dead, whatever the model weighs. None holds in a report, a denial or a question."""

import re
from collections.abc import Sequence

from .signal import Kind
from .tokens import Token
from .words import lexicon

_ME = r"(?:ik|wij|we|mijn (?:broer|broers|neef|neven|vader|gasten|vrienden))"
_YOU = r"(?:je|jou|jullie|u|jouw|die gast|hem|haar)"
_HARM = r"(?:dood|kapot|af|neer|lek|overhoop|verrot|lens|in elkaar|het ziekenhuis in|invalide|kreupel|koud)"
_DO = r"(?:maak|maken|sla|slaan|steek|steken|schiet|schieten|trap|trappen|schop|schoppen|ram|rammen|beuk|ros|timmer|prik|krab)"
_INF = r"(?:vermoorden|doodmaken|afmaken|kapotmaken|doodslaan|doodsteken|neersteken|doodschieten|neerschieten|wurgen|slopen|aftuigen|verzuipen|kelen|afslachten)"
_GAP = r"(?: \S+){0,4}? "
_SHOWN = (
    (Kind.BEDREIGING, rf"\b{_ME} {_DO} {_YOU}{_GAP}{_HARM}\b"),
    (Kind.BEDREIGING, rf"\b{_ME} (?:ga|gaan|zal|zullen|kom|komen) {_YOU}{_GAP}?{_INF}\b"),
    (Kind.BEDREIGING, rf"\b{_ME} (?:vermoord|wurg|sloop|verzuip|onthoofd|slacht) {_YOU}\b"),
    (Kind.BEDREIGING, r"\b(?:je|jij|jullie|jouw \S+|je \S+) (?:gaat|gaan) er ?aan\b"),
    (Kind.BEDREIGING, r"\b(?:jij|je) (?:bent dood|bent er geweest|overleeft (?:het|dit) niet)$"),
    (
        Kind.BEDREIGING,
        r"\b(?:snij|snijd|hak|breek|ruk|sla|trap)\w* je (?:keel|nek|benen|armen|kop|tanden|kaak|hoofd|strot|vingers)\b",
    ),
    (
        Kind.BEDREIGING,
        r"\b(?:i'll|i will|i'm gonna|imma|we'll|gonna) (?:kill|stab|shoot|murder|beat|smash) (?:you|u|ya)\b",
    ),
    (Kind.BEDREIGING, r"\b(?:pas maar op|wacht maar)\b.*\b(?:pak|krijg|vind|sla|maak|kom|weten|weet) (?:je|jou)\b"),
    (
        Kind.PESTEN,
        r"^(?:\S+ ){0,2}(?:ga|val) (?:\S+ ){0,2}dood\b|\bpleeg (?:\S+ )?zelfmoord\b|\bkys\b|\b(?:go )?kill yourself\b|\bhang jezelf op\b",
    ),
    (Kind.BELEDIGING, r"\bkrijg (?:toch )?(?:de )?(?:kanker|tering|tyfus|klere|pleuris|pokken|cholera|pest)\b"),
)
_RULES = tuple((kind, re.compile(shape)) for kind, shape in _SHOWN)
_TURNS_ROUND = frozenset({"niet", "meld", "hulp"})
_SIGNS = frozenset('"?')


def told_by_rule(tokens: Sequence[Token]) -> Kind | None:
    """The kind that a turn of phrase in this sentence is of, if it has one and nothing turns it round."""
    words = [token.word for token in tokens]
    line = " ".join(word for word in words if word[0].isalnum())
    kind = next((kind for kind, shape in _RULES if shape.search(line)), None)
    if kind is None or _SIGNS & set(words):
        return None
    classes = {name for word in words for name in lexicon().classes_of(word)[:1]}
    return None if classes & _TURNS_ROUND and "overleeft" not in words else kind
