"""The school's own lines on its letters, and who must fill in what is still empty."""

from collections.abc import Mapping
from typing import Any

from keyzer import protocol

FIELDS = {
    "letterhead_address": "address",
    "letterhead_phone": "phone",
    "letterhead_email": "email",
    "letterhead_website": "website",
    "brin": "brin",
}
"""Settings of the school, each with the line that it gives."""
NEEDED = {
    "letterhead_address": protocol.Text(nl="het adres van de school", en="the school's address"),
    "letterhead_phone": protocol.Text(nl="het telefoonnummer van de school", en="the school's telephone number"),
    "letterhead_email": protocol.Text(nl="het e-mailadres van de school", en="the school's e-mail address"),
}
NEEDED_BY_A_BODY = {"brin": protocol.Text(nl="het BRIN-nummer", en="the BRIN number")}
FILLED_IN_BY = frozenset({protocol.Role.DIRECTEUR, protocol.Role.BESTUUR, protocol.Role.BEHEERDER})
PAGE = "briefhoofd"
"""The part of the school's settings where it is filled in."""


def lines(settings: Mapping[str, Any]) -> dict[str, str]:
    """What is known of the letterhead; what is not filled in is absent."""
    known = {line: str(settings.get(field) or "").strip() for field, line in FIELDS.items()}
    return {line: ", ".join(said.splitlines()) for line, said in known.items() if said}


def lacking(settings: Mapping[str, Any], *, to_a_body: bool) -> list[protocol.Reason]:
    """What the letterhead lacks for this letter, each with who fills it in and where."""
    needed = NEEDED | (NEEDED_BY_A_BODY if to_a_body else {})
    return [
        protocol.Reason(
            text=protocol.Text(
                nl=f"Op het briefhoofd ontbreekt {what.nl}. De directeur of beheerder vult dit in bij Instellingen.",
                en=f"The letterhead lacks {what.en}. The director or the administrator fills it in under Settings.",
            ),
            grounds=(),
            who=FILLED_IN_BY,
        )
        for field, what in needed.items()
        if not str(settings.get(field) or "").strip()
    ]
