"""When somebody was born."""

import re
from collections.abc import Iterator

from keyzer.check.found import Found
from keyzer.protocol import Sure

MONTH = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|march|apr(?:il)?|mei|may|jun[ei]?|jul[iy]?|aug(?:ustus|ust)?"
    r"|sept?(?:ember)?|okt(?:ober)?|october|oct|nov(?:ember)?|dec(?:ember)?)\.?"
)
YEAR = r"(?:(?:19|20)\d{2}|['’]?\d{2})"
DATE = rf"(?:\d{{1,2}}[-/. ]\d{{1,2}}[-/. ]{YEAR}|\d{{1,2}} {MONTH}(?: {YEAR})?|(?:19|20)\d{{2}}-\d{{2}}-\d{{2}})\b"
BORN = r"(?:geboren|geboortedatum|geboortedag|geb\.?|born|birthday|verjaardag|jarig|verjaart)"
WITH_YEAR = re.compile(r"(?:19|20)\d{2}")
SAID_BEFORE = re.compile(rf"\b{BORN}\b[^\n]{{0,30}}?(?P<day>\b{DATE})", re.IGNORECASE)
SAID_AFTER = re.compile(rf"(?P<day>\b{DATE})[^\n.!?]{{0,15}}\b(?:geboren|jarig|born)\b", re.IGNORECASE)


def birthdays(text: str) -> Iterator[Found]:
    """Days that are told to be somebody's birthday; with the year it is sure. A date alone may be of anything."""
    for pattern in (SAID_BEFORE, SAID_AFTER):
        for match in pattern.finditer(text):
            sure = Sure.ZEKER if WITH_YEAR.search(match["day"]) else Sure.MISSCHIEN
            yield Found("geboortedatum", *match.span("day"), sure)
