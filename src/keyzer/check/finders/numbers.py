"""Numbers that lead to one person: telephone, citizen service number, bank account."""

import re
from collections.abc import Iterator

from keyzer.check.found import Found
from keyzer.protocol import Sure

COUNTRY = "NL"
FEWEST_DIGITS = re.compile(r"(?:\d[^\d\n]{0,3}){8}")
NINE = re.compile(r"(?<![\d+])(?<!\d[.\- ])\d(?:[.\- ]?\d){7,8}(?![.\- ]?\d)")
SAID_BSN = re.compile(r"\b(?:bsn|burgerservice\w*|sofi\w*|persoonsgebonden nummer)\W*(?:\w+\W+){0,4}$", re.IGNORECASE)
ACCOUNT = re.compile(r"\b[a-z]{2}\d{2}(?:[ .\-]?[a-z0-9]){11,30}\b", re.IGNORECASE)
LOOK_BACK = 60


def numbers(text: str) -> Iterator[Found]:
    """Telephone numbers, citizen service numbers and bank accounts; no library is loaded for a text without digits."""
    if not FEWEST_DIGITS.search(text):
        return
    yield from _accounts(text)
    yield from _citizens(text)
    yield from _telephones(text)


def _telephones(text: str) -> Iterator[Found]:
    """Numbers of people; one of a helpline or a company (0800, 0900, 088, 14...) leads to nobody."""
    from phonenumbers import PhoneNumberMatcher, PhoneNumberType, number_type  # noqa: PLC0415 -- heavy, and seldom used

    nobodys = {
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.UAN,
        PhoneNumberType.VOICEMAIL,
    }
    for match in PhoneNumberMatcher(text, COUNTRY):
        if number_type(match.number) not in nobodys:
            yield Found("telefoon", match.start, match.end, Sure.ZEKER)


def _citizens(text: str) -> Iterator[Found]:
    """Numbers that pass the eleven test; one in eleven of all numbers does, so the word beside it makes it sure."""
    from stdnum.nl import bsn  # noqa: PLC0415 -- seldom used

    for match in NINE.finditer(text):
        said = SAID_BSN.search(text[max(0, match.start() - LOOK_BACK) : match.start()])
        nine = len(re.sub(r"\D", "", match[0])) == 9  # noqa: PLR2004 -- the length of the number
        if bsn.is_valid(match[0].replace(".", "").replace("-", "")) and (said or nine):
            yield Found("bsn", *match.span(), Sure.ZEKER if said else Sure.MISSCHIEN)


def _accounts(text: str) -> Iterator[Found]:
    from stdnum import iban  # noqa: PLC0415 -- seldom used

    for match in ACCOUNT.finditer(text):
        for end in _ends(match):
            if iban.is_valid(text[match.start() : end].replace(".", "")):
                yield Found("iban", match.start(), end, Sure.ZEKER)
                break


def _ends(match: re.Match[str]) -> list[int]:
    """Where the account may end: words that follow it look like a part of it."""
    breaks = [match.start() + gap.start() for gap in re.finditer(r"[ .\-]", match[0])]
    return [match.end(), *reversed(breaks)]
