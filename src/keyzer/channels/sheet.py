"""The sheet with a code: point a camera at it and check whether an account is the school's."""

from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from django.utils.translation import get_language, gettext

from keyzer.kit import clock
from keyzer.printing import qr
from keyzer.printing.typesetting import set_document

DOCUMENT = Path(__file__).resolve().parent / "documents" / "check.typ"
NOON = time(12)


def sheet_of(address: str, school: str, at: datetime, account: str = "") -> bytes:
    """The sheet as PDF, set once a day, of one account or of any. Raises RenderingProblem."""
    return _set(address, school, account, get_language() or "nl", clock.local(at).date())


@lru_cache(maxsize=4)
def _set(address: str, school: str, account: str, language: str, on: date) -> bytes:
    parts = urlsplit(address)
    any_how = gettext("Point your camera at the square, and type the name of the account.")
    own_how = gettext("Point your camera at the square and read whether %(account)s is really ours.")
    words = {
        "language": language,
        "school": school,
        "question": gettext("Is this account really of our school?"),
        "how": own_how % {"account": account} if account else any_how,
        "alt": gettext("Code for the camera of a phone"),
        "address": f"{parts.netloc}{parts.path}",
        "note": gettext("You can also tell us there of a fake account. You don't have to say who you are."),
    }
    return set_document(
        DOCUMENT, {**words, "code": qr.drawing(address)}, at=datetime.combine(on, NOON, clock.SCHOOL_ZONE)
    )
