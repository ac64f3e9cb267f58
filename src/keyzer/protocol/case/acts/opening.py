"""The opening of a case: who may, about whom, and what must be known or agreed first."""

from datetime import datetime

from keyzer.protocol.case import facts
from keyzer.protocol.case.commands.frame import Open
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.events.frame import CaseOpened
from keyzer.protocol.case.moment import PROCEDURE_OF
from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.case.values import Actor, CasePath
from keyzer.protocol.case.who import DIRECTORS, SETTLERS
from keyzer.protocol.edition import Edition
from keyzer.protocol.rule import implements
from keyzer.protocol.terms import local_day
from keyzer.protocol.vocabulary import Gate, Lane, Part, Role

OPENERS = {
    Lane.LEERLING: frozenset({Role.COORDINATOR, Role.TEAMLEIDER, Role.VEILIGHEIDSCOORDINATOR, *DIRECTORS}),
    Lane.PERSONEEL: frozenset({Role.TEAMLEIDER, Role.HR, *DIRECTORS}),
}


@implements("reikwijdte-5")
def open_case(edition: Edition, command: Open, at: datetime, by: Actor) -> Event | list[Reason]:
    """A case opens wherever the conduct took place; or the reasons why it can't be opened so."""
    said = {name: getattr(command, name) for name in command.__struct_fields__}
    broken = facts.articles_broken(edition, command.lane, command.conduct)
    grounds = (PROCEDURE_OF[command.lane], *broken)
    event = CaseOpened(
        at=at,
        by=by.id,
        grounds=tuple(dict.fromkeys(grounds)),
        edition=edition.id,
        edition_digest=edition.digest,
        **said,
    )
    return _against_opening(edition, event, by) or event


def _against_opening(edition: Edition, event: CaseOpened, by: Actor) -> list[Reason]:
    ground = PROCEDURE_OF[event.lane]
    involved = {event.subject, *(guardian.person for guardian in event.guardians)}
    involved |= {party.person for party in event.parties if party.part is not Part.MELDER}
    against = []
    if event.path is CasePath.ORDINARY and not by.roles & OPENERS[event.lane]:
        against += [_not_yours(event.lane, ground)]
    if {event.handler, by.id} & involved:
        against += [
            reason(
                "Wie bij de zaak betrokken is, opent of behandelt die niet.", "A party can't open or handle.", ground
            )
        ]
    against += [_unknown_conduct(kind, ground) for kind in event.conduct if kind not in edition.conduct]
    return against + (_against_pupil if event.lane is Lane.LEERLING else _against_staff)(event, ground)


def _not_yours(lane: Lane, ground: str) -> Reason:
    return reason(
        "Een zaak opent de coördinator of de leiding.",
        "Coordinators and leaders open a case.",
        ground,
        who=OPENERS[lane],
    )


def _unknown_conduct(kind: str, ground: str) -> Reason:
    return reason(f"`{kind}` staat niet in het protocol.", f"`{kind}` is not in the protocol.", ground)


def _against_staff(event: CaseOpened, ground: str) -> list[Reason]:
    """Cases about staff wait for the consent of the staff council to the rules; the path of the law does not."""
    consent = event.settings.works_council_consent
    if event.path is CasePath.TASK_OFFENCE or (consent is not None and consent <= local_day(event.at)):
        return []
    return [
        reason(
            "De instemming van de personeelsgeleding (PMR) is nog niet vastgelegd. Vul die eerst in bij de school.",
            "The consent of the staff council is not recorded yet. First fill it in with the school's settings.",
            ground,
            gate=Gate.WORKS_COUNCIL_CONSENT,
            who=SETTLERS,
        )
    ]


def _against_pupil(event: CaseOpened, ground: str) -> list[Reason]:
    if event.path is CasePath.TASK_OFFENCE:
        return [reason("Deze weg is er alleen voor wie een taak heeft op school.", "This path is for staff.", ground)]
    if event.born is None:
        return [reason("De geboortedatum van de leerling ontbreekt.", "The pupil's date of birth is missing.", ground)]
    adult = facts.birthday(event.born, facts.ADULT_AT) <= local_day(event.at)
    if adult or any(guardian.authority for guardian in event.guardians):
        return []
    return [reason("Er is geen ouder of voogd met gezag bekend.", "No guardian with authority is known.", ground)]
