"""Turns of phrase that are a threat, or wish somebody dead; none holds in a report, a denial or a question."""

# ruff: noqa: E501 -- a turn of phrase is read on one line

import re
from collections.abc import Sequence

from .signal import Kind, Sure
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
_HINTED = (
    rf"\b{_ME} (?:weet|weten) (?:je|jou) (?:\S+ )?te vinden\b",
    rf"\b{_ME} (?:weet|weten) waar (?:je|jij|jullie) \S+(?! toch)\b(?! toch)",
    r"\b(?:krijg|krijgt|krijgen) (?:\S+ ){0,3}(?:klappen|slaag|rammel|een pak slaag|een kogel|een mes|een dreun|een ram)\b",
    r"\b(?:spijt (?:van )?(?:krijgen|hebben)|ga je voor boeten|zul je voor boeten|duur betalen|duur te staan)\b",
    rf"\b{_ME} (?:krijg|krijgen|pak|pakken|grijp) (?:je|jou|jullie) (?:nog|wel|toch|na|straks|morgen|vanavond)\b",
    rf"\b{_ME} (?:ga|gaan|kom|komen) (?:je|jou|jullie) (?:\S+ )?(?:pakken|opzoeken|opwachten|grijpen|slaan|steken|wat aandoen|te grazen nemen)\b",
    r"^(?:\S+ )?(?:pas|kijk) (?:jij )?(?:maar )(?:heel goed )?(?:op|uit)(?: \S+)?$|\bwees maar bang\b|\bje dagen zijn geteld\b|\btel je dagen\b",
    r"\b(?:je|jij) (?:komt|loopt|gaat) (?:\S+ ){0,3}niet (?:levend|heel|heelhuids)\b",
    r"\bin elkaar (?:slaan|trappen|timmeren|rammen|beuken)\b|\ble(?:ns|k) (?:slaan|steken|schieten)\b",
    r"\b(?:mes|kogel|pistool|gun|vuist) (?:\S+ )?(?:in|door|op|tegen|tussen|voor) (?:je|jou|jouw)\b",
    r"\b(?:je|jouw) laatste (?:dag|nacht|uur|avond)\b",
    r"\b(?:anders|of) (?:\S+ ){0,2}(?:sla|steek|schiet|breek|maak|trap|ram|vermoord) ik (?:je|jou|jullie|hem|haar)\b",
    r"\b(?:you're|you are|ur) (?:so )?dead\b|\bwatch your back\b|\byou(?:'ll| will) (?:regret|pay)\b|\bi know where you live\b",
    r"\b(?:in de fik|in brand) (?:steken|zetten)\b|\bsteek(?:en)? (?:\S+ ){1,3}in (?:de )?(?:fik|brand)\b",
)
_HINTS = tuple(map(re.compile, _HINTED))
_RULES = tuple((kind, re.compile(shape)) for kind, shape in _SHOWN)
_TURNS_ROUND = frozenset({"niet", "meld", "hulp"})
_NO_DENIAL = frozenset({"overleeft", "levend", "heelhuids"})
_SIGNS = frozenset('"?')


def told_by_rule(tokens: Sequence[Token]) -> tuple[Kind, Sure] | None:
    """The kind that a turn of phrase in this sentence is of, if it has one and nothing turns it round."""
    words = [token.word for token in tokens]
    line = " ".join(word for word in words if word[0].isalnum())
    if _SIGNS & set(words):
        return None
    for kind, shape in _RULES:
        if shape.search(line):
            return None if _turned_round(words) else (kind, Sure.ZEKER)
    if any(shape.search(line) for shape in _HINTS) and not _turned_round(words):
        return Kind.BEDREIGING, Sure.MISSCHIEN
    return None


def _turned_round(words: Sequence[str]) -> bool:
    """Whether it is denied, reported or about help; the threat that somebody will not survive is no denial."""
    classes = {name for word in words for name in lexicon().classes_of(word)[:1]}
    return bool(classes & _TURNS_ROUND) and not _NO_DENIAL & set(words)
