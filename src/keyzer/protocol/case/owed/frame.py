"""Duties of every case: a handler, conduct named, gravity weighed, the person heard, contact, an outcome."""

from keyzer.protocol.case import facts
from keyzer.protocol.case.effects import Effect
from keyzer.protocol.case.owed.duty import Duty, DutyStatus, Owing, Settle, When, owe, status_of
from keyzer.protocol.rule import implements
from keyzer.protocol.vocabulary import Lane, Role, Text

REASSIGNED_BY = (Role.TEAMLEIDER, Role.DIRECTEUR)
AGREEING = (Role.VEILIGHEIDSCOORDINATOR, Role.TEAMLEIDER, Role.DIRECTEUR)


def outcome_known(owing: Owing) -> bool:
    """Whether a measure was decided that is more than an order suspension, or it was concluded that none follows."""
    return owing.settled or any(one.effect is not Effect.ORDER_SUSPENSION for one in owing.state.decisions)


def owed(owing: Owing) -> list[Duty]:
    """The duties that every case brings."""
    return [*_handler(owing), *_judging(owing), *contacts(owing), *_exceptions(owing), *_hearings_after(owing)]


def _handler(owing: Owing) -> list[Duty]:
    if owing.state.handler is not None:
        return []
    label = Text(nl="Een andere behandelaar aanwijzen", en="Appoint another handler")
    step = (owing.procedure, "horen")
    status = status_of(done=False, excepted=owing.state.sealed)
    return [
        owe(
            owing,
            "handler",
            label,
            When(step, owing.state.last_at, ends=owing.state.last_at),
            status,
            settle=Settle("reassign"),
            by=REASSIGNED_BY,
        )
    ]


def _judging(owing: Owing) -> list[Duty]:
    state, known = owing.state, outcome_known(owing)
    cite = Text(nl="Noemen om welk gedrag het gaat", en="Cite what conduct it is about")
    hear = Text(nl=f"{{person:{state.subject}}} horen", en=f"Hear {{person:{state.subject}}}")
    weigh = Text(nl="De ernst wegen", en="Weigh the gravity")
    decide = Text(nl="Besluiten, of afronden zonder maatregel", en="Decide, or conclude without a measure")
    rows = (
        ("conduct", cite, "wegen", bool(state.conduct), "cite-conduct"),
        ("hear", hear, "horen", facts.is_heard(state, state.subject), "record-hearing"),
        ("weigh", weigh, "wegen", state.gravity is not None, "weigh"),
        ("outcome", decide, "beslissen" if state.lane is Lane.LEERLING else "besluiten", known, "decide-measure"),
    )
    return [
        owe(
            owing,
            name,
            label,
            When((owing.procedure, step), state.round_began),
            status_of(done=done, excepted=known),
            settle=Settle(command, {"person": state.subject} if name == "hear" else {}),
            person=state.handler,
        )
        for name, label, step, done, command in rows
    ]


@implements("leerlingen-9")
def contacts(owing: Owing) -> list[Duty]:
    """Each guardian with authority is contacted, or the pupil who is of age; a second person may make an exception."""
    state = owing.state
    if state.lane is Lane.PERSONEEL:
        return []
    asked = facts.to_contact(state, owing.now)
    everyone = dict.fromkeys((*asked, *facts.with_authority(state)))
    return [
        owe(
            owing,
            f"contact:{person}",
            Text(nl=f"Contact met {{person:{person}}}", en=f"Contact with {{person:{person}}}"),
            When(("zaak-leerling", "ouders-bereiken"), state.round_began),
            _contact_status(owing, person, is_asked=person in asked),
            settle=Settle("record-contact", {"guardian": person}),
            person=state.handler,
        )
        for person in everyone
    ]


def _contact_status(owing: Owing, person: str, *, is_asked: bool) -> DutyStatus:
    excepted = not is_asked or facts.is_excepted(owing.state, person)
    return status_of(done=facts.is_reached(owing.state, person), excepted=excepted)


def _exceptions(owing: Owing) -> list[Duty]:
    """Who asked to leave a guardian uncontacted waits for a second person; reaching the guardian after all ends it."""
    state = owing.state
    asked = facts.to_contact(state, owing.now)
    requests = {request.guardian: request for request in state.exception_requests}
    return [
        owe(
            owing,
            f"exception:{person}",
            Text(
                nl=f"Beslissen of contact met {{person:{person}}} achterwege blijft",
                en=f"Decide whether {{person:{person}}} is left uncontacted",
            ),
            When(("zaak-leerling", "ouders-bereiken"), request.at),
            status_of(
                done=not facts.awaits_exception(state, person),
                excepted=person not in asked or facts.is_reached(state, person),
            ),
            settle=Settle("approve-contact-exception", {"guardian": person}),
            by=AGREEING,
        )
        for person, request in requests.items()
    ]


def _hearings_after(owing: Owing) -> list[Duty]:
    """Who was not heard before an urgent decision is heard as soon as possible after it."""
    step = ("schorsing", "horen-achteraf") if owing.state.lane is Lane.LEERLING else ("zaak-personeel", "horen")
    return [
        owe(
            owing,
            f"hear-after:{decision.decision}:{person}",
            Text(nl=f"{{person:{person}}} alsnog horen", en=f"Hear {{person:{person}}} after all"),
            When(step, decision.at),
            status_of(done=facts.is_heard(owing.state, person)),
            settle=Settle("record-hearing", {"person": person}),
            person=owing.state.handler,
        )
        for decision in owing.state.decisions
        if decision.urgent
        for person in facts.to_hear(owing.state, decision.at)
    ]
