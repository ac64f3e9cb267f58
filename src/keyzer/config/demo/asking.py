"""A doubt that waits, one that was answered, and some accounts in the register of the demo school."""

from datetime import datetime, timedelta
from uuid import UUID

from keyzer.channels import actions as channels
from keyzer.channels.actions import Draft
from keyzer.consults import actions as consults
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.protocol import Capacity, ConsultAnswer, Role, Viewer, Wanted

ASKED = timedelta(hours=1)
ANSWERED = timedelta(days=6)
REGISTERED = timedelta(days=60)
SCHOOL = Draft(
    platform="instagram",
    shown="@dekeyzer.demo",
    purpose="Nieuws van school",
    recovery="In de kluis van de administratie, envelop Instagram",
)
GYM = Draft(
    platform="instagram",
    shown="@les.dekeyzer.demo",
    purpose="Opdrachten en huiswerk",
    recovery="Op het mailadres van school",
    pupils_may_follow=True,
    free_of_personal=True,
)
WAITS = Wanted(
    draft="Trots op onze tweedeklassers! Morgen staan de foto's van het kamp online.",
    platform="instagram",
    place="@les.dekeyzer.demo",
    capacity=Capacity.FOR_SCHOOL,
)
WAS = Wanted(
    draft="Vanavond open les in lokaal 114. Kom kijken!",
    platform="instagram",
    place="@les.dekeyzer.demo",
    capacity=Capacity.FOR_SCHOOL,
)


def ask(now: datetime) -> int:
    """Let a teacher ask twice and register accounts; answers how many accounts are in the register."""
    on = clock.local(now).date()
    teacher, director = (_viewer(people.holders(role, on)[0], now) for role in (Role.DOCENT, Role.DIRECTEUR))
    school = SCHOOL._replace(publishers=(UUID(teacher.id),))
    accounts = (
        channels.register_channel(school, by=director, at=now - REGISTERED),
        channels.register_own(GYM, by=teacher, at=now - REGISTERED),
    )
    answered = consults.ask(WAS, "Mag het lokaal erbij?", by=teacher, at=now - ANSWERED)
    said = consults.Draft(ConsultAnswer.YES, "Leuk, doen.", "", ("personeel-1",))
    manager = _viewer(people.manager_of(UUID(teacher.id), clock.local(now - ANSWERED).date()), now)
    consults.answer(answered, said, seen=1, by=manager, at=now - ANSWERED + ASKED)
    consults.ask(WAITS, "Niet iedereen gaf toestemming voor foto's. Mag deze tekst al?", by=teacher, at=now - ASKED)
    return len(accounts)


def _viewer(person: UUID, now: datetime) -> Viewer:
    return people.viewer_of(person, clock.local(now).date())
