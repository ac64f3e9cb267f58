"""What a request tells: the facts in its address and, of whoever has signed in, the audience."""

import msgspec
from django.http import HttpRequest

from keyzer import protocol
from keyzer.people.requests import recognise
from keyzer.protocol import Audience, Role

NEXT = "next"
"""Not a fact: names the question that a form was sent for, so that an empty answer is noticed."""

AUDIENCES = {
    Role.LEERLING: Audience.LEERLING,
    Role.OUDER: Audience.OUDER,
    Role.VRIJWILLIGER: Audience.VRIJWILLIGER,
    Role.STAGIAIR: Audience.STAGIAIR,
    Role.ANDER: Audience.ANDER,
}


def situation_of(request: HttpRequest) -> protocol.Situation:
    """The situation in the address. Raises SituationError for a fact or value that does not exist."""
    words = {fact: values for fact, values in request.GET.lists() if fact != NEXT}
    situation = protocol.parse_situation(words)
    return situation if situation.who else msgspec.structs.replace(situation, who=audience_of(request))


def audience_of(request: HttpRequest) -> Audience | None:
    """Of whoever has signed in: staff before all else, for staff are bound most; None for a visitor."""
    known = recognise(request)
    if known is None or not known.viewer.roles:
        return None
    audiences = [AUDIENCES.get(held.role, Audience.PERSONEEL) for held in known.viewer.roles]
    return Audience.PERSONEEL if Audience.PERSONEEL in audiences else audiences[0]
