"""A printed list as its document is given it: the words in the language of the text that is signed."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from keyzer.acknowledgements.queries.paper import Line, LineState, PaperFile
from keyzer.acknowledgements.receipts import short
from keyzer.design.moments import in_full
from keyzer.kit import clock
from keyzer.printing import qr, typesetting
from keyzer.printing.characters import printable
from keyzer.protocol import Audience

DOCUMENT = Path(__file__).parent / "documents" / "lijst.typ"


def sheet(found: PaperFile, *, school: str, home: str) -> bytes:
    """The list as accessible, archival PDF. `home` is the school's address without a slash at its end.

    Raises typesetting.RenderingProblem.
    """
    return typesetting.set_document(DOCUMENT, content(found, school=school, home=home), at=found.made_at)


def content(found: PaperFile, *, school: str, home: str) -> dict[str, Any]:
    """All that the document shows."""
    with override(found.language):
        slips = groupby(found.lines, lambda one: one.household)
        whole = home + reverse("acknowledgements:paper", args=[found.token])
        data = {
            "language": found.language,
            "title": _("Signing the protocol"),
            "school": printable(school),
            "reference": f"{found.edition.id if found.edition else ''} · {found.token[:6]}",
            "made_on": clock.local(found.made_at).date().isoformat(),
            "seal": short(found.digest),
            "words": _words(found),
            "slips": [_slip(found, list(lines), home) for _number, lines in slips],
        }
        return data if found.households else {**data, "address": whole, "code": qr.drawing(whole)}


def _words(found: PaperFile) -> dict[str, Any]:
    day = in_full(found.edition.in_force_from) if found.edition else ""
    known = {"day": day, "class": found.seat.name}
    return {
        "seal": _("Protocol in force from %(day)s, seal of the text") % known,
        "of": pgettext("page 1 of 3", "of"),
        "date": _("Date"),
        "whole": _("Open the whole list"),
        "heads": ["#", _("Name"), _("Signature"), _("Seen"), _("Code")],
        "lead": _to_adults(found) if found.households else _to_pupils(known),
        "after": [_("The codes are for the mentor. They open nothing for anybody else.")],
    }


def _to_pupils(known: dict[str, str]) -> list[str]:
    return [
        pgettext("to a pupil", "With your signature you say: I have read the protocol and I keep to it."),
        pgettext("to a pupil", "Don't you understand something? Ask your mentor before you sign.") % known,
    ]


def _to_adults(found: PaperFile) -> list[str]:
    return [
        pgettext("to an adult", "With your signature you say: I have read the protocol and I keep to it."),
        _("Please give this sheet back to the mentor of class %(class)s. Is something not clear? Call or write to us.")
        % {"class": found.seat.name},
    ]


def _slip(found: PaperFile, lines: Sequence[Line], home: str) -> dict[str, Any]:
    heading = _("Class %(name)s: sign the protocol") % {"name": found.seat.name}
    return {"heading": heading, "lines": [_line(found, line, home) for line in lines]}


def _line(found: PaperFile, line: Line, home: str) -> dict[str, Any]:
    address = home + reverse("acknowledgements:paper-line", args=[found.token, line.number])
    said = {
        "number": line.number,
        "name": printable(line.name),
        "address": address,
        "code": qr.drawing(address),
        "alt": _("Code of line %(number)s") % {"number": line.number},
    }
    if found.households:
        said["what"] = for_whom(line)
    if line.state is LineState.SIGNED:
        said["already"] = _("has signed already")
    return said


def for_whom(line: Line) -> str:
    """On whose behalf an adult signs."""
    if line.asked.audience is Audience.LEERLING and line.on_behalf_of:
        return _("for %(name)s") % {"name": printable(line.on_behalf_of)}
    return _("for yourself")
