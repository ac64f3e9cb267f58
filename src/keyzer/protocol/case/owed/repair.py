"""Duties about putting right, and those that outlast a case: looking back, and asking again how things are."""

from keyzer.protocol.case.events.repair import StopContactAgreed
from keyzer.protocol.case.owed.duty import Duty, Owing, Settle, When, owe, status_of, waiting_on
from keyzer.protocol.case.targets import aftercare_again, aftercare_owed, open_mediations
from keyzer.protocol.rule import implements
from keyzer.protocol.terms import end_of
from keyzer.protocol.vocabulary import Text

PUPIL = "zaak-leerling"


@implements("leerlingen-9", "leerlingen-5")
def owed(owing: Owing) -> list[Duty]:
    """What was agreed or planned is done and looked back on; who was affected is asked again after some weeks."""
    return [*_mediations(owing), *_repairs(owing), *_looking_back(owing), *_aftercare(owing), *_asking_again(owing)]


def _mediations(owing: Owing) -> list[Duty]:
    later = open_mediations(owing.state)
    planned = {plan.person: plan for plan in owing.state.mediation_plans}
    return [
        owe(
            owing,
            f"mediation:{person}",
            Text(nl=f"Het gesprek met {{person:{person}}} vastleggen", en=f"Record the talk with {{person:{person}}}"),
            When((PUPIL, "herstellen"), plan.at, ends=plan.planned_at),
            status_of(done=person not in later),
            settle=Settle("record-mediation", {"person": person}),
            person=owing.state.handler,
        )
        for person, plan in planned.items()
    ]


def _repairs(owing: Owing) -> list[Duty]:
    done = {one.repair for one in owing.state.repairs_recorded}
    return [
        owe(
            owing,
            f"repair:{one.repair}",
            Text(nl="Nagaan of het is goedgemaakt", en="Check that it was put right"),
            When((PUPIL, "herstellen"), one.at, ends=end_of(one.due_on)),
            status_of(done=one.repair in done),
            settle=Settle("record-repair", {"repair": one.repair}),
            person=owing.state.handler,
        )
        for one in owing.state.repairs
    ]


def _looking_back(owing: Owing) -> list[Duty]:
    done = {one.agreement for one in owing.state.looked_back}
    return [waiting_on(_look_back(owing, one, done)) for one in owing.state.stop_contacts if one.agreement]


def _look_back(owing: Owing, agreed: StopContactAgreed, done: set[str]) -> Duty:
    label = Text(
        nl=f"Terugkijken op de afspraak om {{person:{agreed.person}}} met rust te laten",
        en=f"Look back on the agreement to leave {{person:{agreed.person}}} alone",
    )
    return owe(
        owing,
        f"look-back:{agreed.agreement}",
        label,
        When((PUPIL, "met-rust-laten"), agreed.at, ends=end_of(agreed.until)),
        status_of(done=agreed.agreement in done),
        settle=Settle("look-back", {"agreement": agreed.agreement}),
        person=owing.state.handler,
    )


def _aftercare(owing: Owing) -> list[Duty]:
    later = aftercare_owed(owing.state)
    planned = {plan.person: plan for plan in owing.state.aftercare_plans}
    return [
        owe(
            owing,
            f"aftercare:{person}",
            Text(nl=f"Nazorg voor {{person:{person}}}", en=f"Aftercare for {{person:{person}}}"),
            When((PUPIL, "nazorg"), plan.at, ends=end_of(plan.planned_on)),
            status_of(done=person not in later),
            settle=Settle("record-aftercare", {"person": person}),
            person=owing.state.handler,
        )
        for person, plan in planned.items()
    ]


def _asking_again(owing: Owing) -> list[Duty]:
    """The first talk is no end: some weeks later someone asks again, also when the case was closed."""
    again = aftercare_again(owing.state)
    first = {talk.person: talk for talk in reversed(owing.state.aftercare) if not talk.again}
    return [
        waiting_on(
            owe(
                owing,
                f"aftercare-again:{person}",
                Text(nl=f"{{person:{person}}} nog eens vragen hoe het gaat", en=f"Ask {{person:{person}}} again"),
                When((PUPIL, "nazorg-later"), talk.at),
                status_of(done=person not in again),
                settle=Settle("record-aftercare", {"person": person}),
                person=owing.state.handler,
            )
        )
        for person, talk in first.items()
    ]
