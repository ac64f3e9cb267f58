"""Turns of phrase that are a threat, or wish somebody dead; none holds in a report, a denial or a question."""

# ruff: noqa: E501 -- a turn of phrase is read on one line

import re
from collections.abc import Sequence

from .signal import Kind, Sure
from .token import Token
from .words import lexicon

_ME = r"(?:ik|wij|we|mijn (?:broer|broers|neef|neven|vader|gasten|vrienden))"
_YOU = r"(?:je|jou|jullie|u|jouw|die gast|hem|haar)"
_HARM = r"(?:dood|kapot|af|neer|lek|overhoop|verrot|lens|in elkaar|het ziekenhuis in|invalide|kreupel|koud)"
_DO = r"(?:maak|maken|sla|slaan|steek|steken|schiet|schieten|trap|trappen|schop|schoppen|ram|rammen|beuk|ros|timmer|prik|krab)"
_INF = r"(?:vermoorden|doodmaken|afmaken|kapotmaken|doodslaan|doodsteken|neersteken|doodschieten|neerschieten|wurgen|slopen|aftuigen|verzuipen|kelen|afslachten)"
_GAP = r"(?: (?!huiswerk|opdracht|verslag|werk|zin)\S+){0,4}? "
_OFTEN = r"(?:\S+ ){0,4}?"
_FLEE = r"(?:verhuizen|oppassen|uitkijken|binnenblijven|thuisblijven|achterom kijken|onderduiken|op je tellen passen|van school wisselen|een andere school zoeken|een andere route nemen)"
_MINE = r"mijn (?:grote |oudere )?(?:broer|broers|neef|neven|vader|oom|maten|gasten|jongens|vrienden)"
_PRIVATE = r"(?:foto|fotos|foto's|naaktfoto|naaktfoto's|nudes|filmpje|filmpjes|video|chats|geheim|geheimen|adres|screenshots|opname)"
_ABROAD = (
    r"(?:online|rond|op internet|op insta|in de (?:app|groep|klassenapp|groepsapp)|naar (?:iedereen|je|de hele|al))"
)
_SHOWN = (
    (Kind.BEDREIGING, rf"\b{_ME} {_DO} {_YOU}{_GAP}{_HARM}\b"),
    (Kind.BEDREIGING, rf"\b{_ME} (?:ga|gaan|zal|zullen|kom|komen) {_YOU}{_GAP}?{_INF}\b"),
    (Kind.BEDREIGING, rf"\b{_ME} (?:vermoord|wurg|sloop|verzuip|onthoofd|slacht) {_YOU}\b"),
    (Kind.BEDREIGING, r"\b(?:je|jij|jullie|jouw \S+|je \S+) (?:gaat|gaan) er ?aan\b"),
    (Kind.BEDREIGING, r"\b(?:jij|je) (?:bent dood|bent er geweest|overleeft (?:het|dit) niet)$"),
    (
        Kind.BEDREIGING,
        r"\b(?:snij|snijd|hak|breek|ruk|sla|trap)\w* je (?:keel|nek|benen|armen|kop|tanden|kaak|hoofd|strot|vingers)\b(?! er)",
    ),
    (
        Kind.BEDREIGING,
        r"\b(?:i'll|i will|i'm gonna|imma|we'll|gonna) (?:kill|stab|shoot|murder|beat|smash) (?:you|u|ya)\b",
    ),
    (Kind.BEDREIGING, r"\b(?:pas maar op|wacht maar)\b.*\b(?:pak|krijg|vind|sla|maak|kom|weten|weet) (?:je|jou)\b"),
    (
        Kind.PESTEN,
        r"^(?:\S+ ){0,2}(?:ga|val) (?:\S+ ){0,2}dood\b(?! van)|\bpleeg (?:\S+ )?zelfmoord\b|\bkys\b|\b(?:go )?kill yourself\b|\bhang jezelf op\b",
    ),
    (
        Kind.SEKSUEEL,
        r"\b(?:stuur|send|show|geef) (?:\S+ ){0,4}(?:nudes?|naaktfoto\S*|blootfoto\S*|(?:blote|naakte) foto\S*|dickpic\S*)(?! (?:\S+ )?(?:door|n(?:iet|ooit)))\b",
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
    r"\b(?:jij|je|u) (?:bent|staat) (?:de volgende|als volgende|aan de beurt)$|\b(?:jij|je|u|jullie) (?:komt|komen) nog (?:wel )?aan de beurt\b",
    r"\b(?:je|jouw|jullie) (?:tijd|dag|uur|moment) (?:komt nog(?: wel)?|is gekomen|is bijna (?:om|op)|loopt af)\b",
    rf"\bik zou {_OFTEN}{_FLEE}\b|\bzou ik {_OFTEN}{_FLEE}\b|\b(?:beter|beste) {_OFTEN}(?:verhuizen|verdwijnen|onderduiken|thuisblijven|binnenblijven)\b",
    rf"\b{_MINE} (?:komt|komen|gaat|gaan) (?:je|jou|jullie|u) (?:\S+ ){{0,2}}(?:pakken|slaan|opzoeken|opwachten|slopen|klappen|mollen|steken)\b|\b{_MINE} (?:komt|komen) (?:je|jou) halen$",
    rf"\b(?:anders|of) (?:gebeurt er (?:wat|iets)|weet je wat er gebeurt|zwaait er wat|gaan er {_OFTEN}klappen|ben je (?:dood|van mij|de klos|nog niet jarig)|kom ik (?:je|verhaal) halen|overkomt je)\b",
    rf"\b(?:zet|zetten|gooi|gooien|lek|lekken|post|posten|deel|delen|drop|stuur|sturen) (?:ik |we |wij )?(?:je|jouw|al je|die) {_OFTEN}{_PRIVATE} {_OFTEN}{_ABROAD}\b",
    rf"\b{_PRIVATE} (?:gaat|gaan|staat|staan|komt|komen) {_OFTEN}online (?:als|tenzij|wanneer)\b|\b{_PRIVATE} (?:gaat|gaan) (?:de klas|de school|viral|rond) {_OFTEN}(?:als|tenzij)\b",
    r"\b(?:je|jij|jullie|u) (?:zult|zal|gaat|gaan) (?:het|dit|er) (?:\S+ ){0,2}(?:merken|voelen|berouwen|bezuren|bekopen|boeten|spijt)\b|\bniet mee weg (?:hoor|jij|he)?$",
    r"\b(?:sla|trap|ram|beuk|ruk|schop|mep|timmer|breek) (?:ik )?(?:\S+ ){0,4}(?:tanden|gebit|neus|kop|hersens|kaak|kaken|bril|poten) (?:\S+ ){0,2}(?:uit|eruit|in|van|eraf|scheef|kapot)\b",
    r"\b(?:lig|eindig|beland) (?:je|jij) (?:\S+ ){0,3}(?:ziekenhuis|kist|sloot|gracht|kanaal|ic|graf|grond)\b|\b(?:je|jij) (?:ligt|eindigt|belandt) (?:\S+ ){0,3}(?:ziekenhuis|kist|sloot|gracht|kanaal|ic|graf|grond)\b",
    r"\b(?:wacht|wachten) (?:je|jou|u) (?:\S+ ){0,2}op(?: na school| buiten)?$|\b(?:ik|we|wij) (?:vind|vinden|krijg|krijgen|pak|pakken) (?:je|jou|jullie) (?:\S+ )?(?:toch|overal|heus|wel|nog|echt)\b",
    r"\b(?:je|jij|u) (?:bent|is) nergens (?:meer )?veilig\b|\bslaap (?:maar )?met (?:een|1) oog open\b|\bslaap lekker (?:zolang|vannacht|want)\b",
    r"\b(?:nog )?niet klaar met (?:jou|je|jullie|hem|haar|u)$|\b(?:neem|nemen) wraak op (?:je|jou)\b|\breken(?:en)? (?:nog )?(?:met (?:je|jou) af|af met (?:je|jou))\b|\bbetaald zetten\b",
    r"\b(?:je|jouw|uw) (?:fiets|scooter|auto|huis|hond|kat|ramen|ruiten|banden) (?:gaat eraan|is de volgende|gaat kapot|ligt straks|verdwijnt|overleeft)\b",
    r"\b(?:you're|ur|youre|you are) next\b$|\b(?:one eye open|better (?:run|hide|watch out|sleep)|catch you (?:outside|alone)|pull up on you|end you|(?:come|coming) for you|ruin your life|leak your|won't make it|gonna regret)\b",
    r"\bik zou (?:maar )?niet (?:\S+ ){0,3}(?:gaan slapen|naar buiten|naar school|alleen|in slaap vallen)\b",
    r"\b(?:waag|durf) het (?:niet|eens)\b|\bdaag me niet uit\b|\btest me niet\b|\bzeg maar dag tegen je\b|\bneem (?:vast |alvast |maar )+afscheid\b",
    r"\b(?:in de fik|in brand) (?:steken|zetten)\b|\bsteek(?:en)? (?:\S+ ){1,3}in (?:de )?(?:fik|brand)\b",
)
_RULES = (
    *((kind, Sure.ZEKER, re.compile(shape)) for kind, shape in _SHOWN),
    *((Kind.BEDREIGING, Sure.MISSCHIEN, re.compile(shape)) for shape in _HINTED),
)
_TELLS = frozenset({"meld", "hulp"})
_TELLS_NOTHING = frozenset(
    {"krijg", "krijgt", "staat", "bang", "spijt", "pijn", "les", "stop", "politie", "waarom", "oke"}
)
_PLAY = frozenset(
    [
        "fifa",
        "fortnite",
        "minecraft",
        "roblox",
        "uno",
        "monopoly",
        "stratego",
        "kart",
        "mario",
        "tikkertje",
        "trefbal",
        "schaken",
        "dammen",
        "weerwolven",
        "potje",
        "game",
        "level",
        "quiz",
        "tafelvoetbal",
    ]
)
_DENIALS = ("niet", "nergens")
_SIGNS = frozenset('"?')


def told_by_rule(tokens: Sequence[Token]) -> tuple[Kind, Sure] | None:
    """The kind that a turn of phrase in this sentence is of, if it has one and nothing turns it round."""
    words = [token.word for token in tokens]
    line = " ".join(word for word in words if word[0].isalnum())
    if _SIGNS & set(words):
        return None
    if _PLAY & set(words) or any(_tells(word) for word in words):
        return None
    for kind, sure, shape in _RULES:
        if (found := shape.search(line)) and not _denied(line[: found.end()], shape.pattern):
            return kind, sure
    return None


def _tells(word: str) -> bool:
    """Whether it reports what somebody said, or asks for help."""
    return word not in _TELLS_NOTHING and bool(_TELLS & set(lexicon().classes_of(word)[:1]))


def _denied(said: str, shape: str) -> bool:
    """Whether it is denied up to there, by a word that is no part of the turn of phrase itself."""
    if any(denial in shape for denial in _DENIALS):
        return False
    return any("niet" in lexicon().classes_of(word)[:1] for word in said.split())
