"""For whom a page is: everybody who is bound has a page of their own, and each article speaks to whoever reads it."""

from django.http import HttpRequest

from keyzer.people.requests import recognise
from keyzer.protocol import Audience

PAGES = {
    "leerlingen": Audience.LEERLING,
    "ouders": Audience.OUDER,
    "personeel": Audience.PERSONEEL,
    "vrijwilligers": Audience.VRIJWILLIGER,
    "stagiairs": Audience.STAGIAIR,
    "anderen": Audience.ANDER,
}
"""The last word in the address of each audience's page."""


def audiences_of(request: HttpRequest) -> tuple[Audience, ...]:
    """As what whoever has signed in is bound today, each audience once; nothing for a visitor."""
    known = recognise(request)
    roles = {held.role.value for held in known.viewer.roles} if known else set()
    bound = {Audience(role) if role in list(Audience) else Audience.PERSONEEL for role in roles}
    return tuple(audience for audience in Audience if audience in bound)
