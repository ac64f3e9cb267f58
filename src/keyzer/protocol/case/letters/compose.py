"""`compose`: a letter with all its parts, or every reason why it can't be made yet."""

from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from keyzer.protocol.case.letters.addressees import against
from keyzer.protocol.case.letters.matters import matters
from keyzer.protocol.case.letters.page import Page
from keyzer.protocol.case.letters.parts import PARTS
from keyzer.protocol.case.reasons import Reason, Refusal, reason
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.case.values import Actor
from keyzer.protocol.edition import Edition
from keyzer.protocol.vocabulary import LetterPart, Voice


class Composed(Struct, frozen=True, kw_only=True):
    """What a letter tells, by part. A part that is not known, and a value in it, is left out.

    Values are `str`, `bool`, `int`, `date`, aware `datetime`, `Text`, and dicts and lists of these; persons stand as
    `{person:<id>}`. `remedy.until` counts as if the letter were made known on the day of composing.
    """

    kind: str
    slot: str
    about: str
    addressee: str
    voice: Voice
    grounds: tuple[str, ...]
    parts: dict[str, Any]


def compose(
    edition: Edition, state: CaseState, slot: str, now: datetime, by: Actor | None = None
) -> Composed | Refusal:
    """The letter of a slot as it would be at `now`; a Refusal names each part or gate that is missing.

    `by` is who issues it: under an intention stands that name, under a decision the name of who decided.
    """
    page = page_of(edition, state, slot, now)
    if isinstance(page, Refusal):
        return page
    page = replace(page, by=by)
    missing = lacking(page)
    if missing:
        return Refusal(tuple(missing))
    grounds = (*page.kind.grounds, *(page.measure.grounds if page.measure else ()))
    return Composed(
        kind=page.kind.id,
        slot=page.slot,
        about=page.matter.id,
        addressee=page.addressee,
        voice=page.voice,
        grounds=tuple(dict.fromkeys(grounds)),
        parts=_parts(page),
    )


def page_of(edition: Edition, state: CaseState, slot: str, now: datetime) -> Page | Refusal:
    """The page that a slot stands for, whoever the addressee is; a Refusal when the case has no such matter."""
    kind_id, _, rest = slot.partition("/")
    about, _, addressee = rest.partition("/")
    kind = edition.letters.get(kind_id)
    if kind is None or kind.lane is not state.lane:
        return Refusal((reason(f"`{kind_id}` is hier geen brief.", f"`{kind_id}` is no letter here."),))
    for matter in matters(kind, state):
        if matter.id == about:
            return Page(edition=edition, state=state, kind=kind, matter=matter, addressee=addressee, now=now)
    nl, en = f"`{about}` is er in deze zaak niet.", f"`{about}` is not in this case."
    return Refusal((reason(nl, en, *kind.grounds),))


def lacking(page: Page) -> list[Reason]:
    """Everything that keeps a letter back: its addressee, and each part that it must have."""
    return against(page) + [_missing(page, part) for part in _due(page) if PARTS[part].read(page) is None]


def _due(page: Page) -> list[LetterPart]:
    return [part for part in page.kind.parts if PARTS[part].applies(page)]


def _missing(page: Page, part: LetterPart) -> Reason:
    lost = PARTS[part]
    return Reason(text=lost.missing, grounds=page.kind.grounds, gate=lost.gate, command=lost.command)


def _parts(page: Page) -> dict[str, Any]:
    read = {part.value: PARTS[part].read(page) for part in (*_due(page), *page.kind.also)}
    return {part: value for part, value in read.items() if value is not None and value not in ("", [], {})}
