"""A standing exemption: which devices, from when to when, by whom. Why it was agreed is asked nowhere."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from keyzer.protocol.access import Viewer
from keyzer.protocol.case.reasons import Reason, name_roles, reason
from keyzer.protocol.edition import Edition
from keyzer.protocol.rule import implements
from keyzer.protocol.situation import Device
from keyzer.protocol.vocabulary import Role

from .permit import ARTICLE, PROCEDURE

EXEMPTION = "vrijstelling"
LAST_MONTH, LAST_DAY = 7, 31


class AskedExemption(Struct, frozen=True, kw_only=True):
    """What is agreed: `until` is the last day, on `review_on` the school looks whether it is still needed."""

    pupil: str
    layer: int | None
    kinds: frozenset[Device]
    since: date
    until: date
    review_on: date


def exemption_granters(edition: Edition) -> tuple[Role, ...]:
    """Who may agree on one."""
    return edition.step(PROCEDURE, EXEMPTION).by


def school_year_ends(day: date) -> date:
    """The last day, 31 July, of the school year in which `day` lies (Uitvoeringsbesluit WVO 2020, 8.11)."""
    return date(day.year + (day.month > LAST_MONTH), LAST_MONTH, LAST_DAY)


@implements("leerlingen-7", "reikwijdte-2")
def exemption_barred(edition: Edition, viewer: Viewer, asked: AskedExemption, on: date) -> tuple[Reason, ...]:
    """Every reason why this can't be agreed on that day; none when it can."""
    return (*_who(edition, viewer, asked.layer), *_which(asked), *_days(asked, on))


def _who(edition: Edition, viewer: Viewer, layer: int | None) -> Iterator[Reason]:
    roles = exemption_granters(edition)
    if not any(held.role in roles and held.layer in {None, layer} for held in viewer.roles):
        named = name_roles(roles)
        nl = f"Dit spreekt de {named.nl} af, voor leerlingen van het eigen leerjaar."
        yield reason(nl, f"This is agreed by the {named.en}, for pupils of the own year.", ARTICLE, who=roles)


def _which(asked: AskedExemption) -> Iterator[Reason]:
    if asked.layer is None:
        yield reason("Dit is geen leerling van deze school.", "This is no pupil of this school.", ARTICLE)
    if not asked.kinds:
        yield reason("Kies welk apparaat mag.", "Choose which device is allowed.", "reikwijdte-2")


def _days(asked: AskedExemption, on: date) -> Iterator[Reason]:
    last = school_year_ends(asked.since)
    if asked.since < on:
        yield reason("De eerste dag is al voorbij. Begin vandaag of later.", "Begin today or later.", ARTICLE)
    if asked.until < asked.since:
        yield reason("De laatste dag ligt voor de eerste.", "The last day is before the first.", ARTICLE)
    elif asked.until > last:
        yield reason(
            f"Een afspraak duurt hoogstens dit schooljaar, tot en met {last:%d-%m-%Y}.",
            f"It lasts no longer than this school year, until {last:%d-%m-%Y}.",
            ARTICLE,
        )
    elif not asked.since < asked.review_on <= asked.until and asked.since != asked.until:
        yield reason(
            "Kijk na de eerste dag, en voor het einde, of de afspraak nog nodig is.",
            "Look again after the first day, and before the end.",
            ARTICLE,
        )
