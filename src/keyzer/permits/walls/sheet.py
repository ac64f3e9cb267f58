"""The sheet for a door: one question, and a code that leads to its answer."""

from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from django.utils.translation import get_language, gettext

from keyzer.permits.queries.walls import Wall
from keyzer.printing import qr
from keyzer.printing.typesetting import set_document

from . import pages

DOCUMENT = Path(__file__).resolve().parent / "documents" / "door.typ"


def door(wall: Wall, address: str, school: str, at: datetime) -> bytes:
    """The sheet as PDF. Raises RenderingProblem."""
    words = {
        "language": get_language() or "nl",
        "school": school,
        "place": pages.title_of(wall),
        "question": gettext("Is my phone allowed now?"),
        "how": gettext("Point your camera at the square, or look on the screen in class."),
        "alt": gettext("Code for the camera of a phone"),
        "address": urlsplit(address).netloc,
        "note": gettext("In a lesson a phone is allowed only when the teacher said so beforehand."),
    }
    return set_document(DOCUMENT, {**words, "code": qr.drawing(address)}, at=at)
