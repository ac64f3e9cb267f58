"""Duties about objections, the police and the complaint of whom it was done to."""

from datetime import timedelta

from msgspec import UNSET

from keyzer.protocol.case import facts
from keyzer.protocol.case.clocks import complaint_ends, last_objection_day, objection_due
from keyzer.protocol.case.effects import Effect
from keyzer.protocol.case.events.remedies import ObjectionLodged
from keyzer.protocol.case.owed.duty import Duty, DutyStatus, Owing, Settle, When, owe, status_of
from keyzer.protocol.case.targets import open_disputes
from keyzer.protocol.case.values import PoliceChoice
from keyzer.protocol.rule import implements
from keyzer.protocol.vocabulary import Text

BEFORE_COMPLAINT_ENDS = timedelta(days=14)
REMOVAL = "verwijdering"
POLICE = "aangifte"


def owed(owing: Owing) -> list[Duty]:
    """The duties about remedies and the police."""
    return [*_terms(owing), *_objections(owing), *police(owing), *_complaints(owing)]


def _terms(owing: Owing) -> list[Duty]:
    """A removal is not closed before the time to object is over, or the objection is decided."""
    duties = []
    for decision in facts.with_effect(owing.state, Effect.REMOVAL):
        ends = last_objection_day(owing.edition, owing.state, decision.decision, owing.now)
        objected = any(one.decision == decision.decision for one in owing.state.objections)
        over = ends is not None and owing.now > ends
        label = Text(nl="De tijd om bezwaar te maken afwachten", en="Wait for the time to object to end")
        status = status_of(done=over or objected)
        duty_id = f"objection-term:{decision.decision}"
        duties.append(owe(owing, duty_id, label, When((REMOVAL, "bezwaar"), decision.at, ends=ends), status))
    return duties


def _objections(owing: Owing) -> list[Duty]:
    first = {one.decision: one for one in reversed(owing.state.objections)}
    heard = {decision for decision in first if facts.objectors_heard(owing.state, decision)}
    decided = {one.decision for one in owing.state.objection_decisions}
    hear = Text(nl="Horen over het bezwaar", en="Hear the objection")
    return [
        owe(
            owing,
            f"{name}:{objection.decision}",
            label,
            When((REMOVAL, step), objection.at, ends=objection_due(owing.edition, owing.state, objection)),
            status_of(done=objection.decision in done),
            settle=Settle(command, {"decision": objection.decision}),
        )
        for objection in first.values()
        for name, label, step, done, command in (
            ("objection-hear", hear, "bezwaar-horen", heard, "hear-objection"),
            ("objection-decide", _deciding(owing, objection), "bezwaar-beslissen", decided, "decide-objection"),
        )
    ]


def _deciding(owing: Owing, objection: ObjectionLodged) -> Text:
    """What the board owes; while a dispute stops the clock it says what it waits for."""
    if all(one.decision != objection.decision for one in open_disputes(owing.state)):
        return Text(nl="Beslissen op het bezwaar", en="Decide on the objection")
    return Text(
        nl="Beslissen op het bezwaar, na het oordeel van de geschillencommissie",
        en="Decide on the objection, after the disputes committee has judged",
    )


@implements("leerlingen-10", "personeel-9")
def police(owing: Owing) -> list[Duty]:
    """What may be an offence is reported to the police, or a director writes down why not."""
    state = owing.state
    if not facts.suspected_offences(owing.edition, state) or state.cited_at is None:
        return []
    decided = [one for one in state.police_decisions if one.at >= state.cited_at]
    decide = Text(nl="Beslissen over aangifte", en="Decide about the police")
    status = status_of(done=bool(decided), excepted=bool(state.task_offence))
    step = (owing.procedure, "aangifte-wegen")
    duties = [owe(owing, "police", decide, When(step, state.cited_at), status, settle=Settle("decide-police"))]
    if state.police_decisions and state.police_decisions[-1].choice is PoliceChoice.REPORT:
        label = Text(nl="Aangifte doen", en="Report to the police")
        done = status_of(done=bool(state.police_reports))
        start = state.police_decisions[-1].at
        duties.append(
            owe(
                owing,
                "police-report",
                label,
                When((POLICE, "aangifte-doen"), start),
                done,
                settle=Settle("file-police-report"),
            )
        )
    return duties


def _complaints(owing: Owing) -> list[Duty]:
    if not facts.needs_complaint(owing.edition, owing.state):
        return []
    return [_complaint(owing, person) for person in facts.affected(owing.state)]


def _complaint(owing: Owing, person: str) -> Duty:
    known = [one.learned_on for one in owing.state.victim_knowledge if one.person == person]
    ends = complaint_ends(owing.edition, known[-1]) if known else None
    chosen = any(one.person == person for one in owing.state.complaint_choices)
    nl = f"Met {{person:{person}}} bespreken of er een klacht komt"
    return owe(
        owing,
        f"complaint:{person}",
        Text(nl=nl, en=f"Discuss with {{person:{person}}} whether to file a complaint"),
        When(
            (POLICE, "klachttermijn" if ends else "slachtoffer-inlichten"),
            owing.state.cited_at or owing.state.opened_at,
            ends=ends or UNSET,
            alarm=ends - BEFORE_COMPLAINT_ENDS if ends else None,
        ),
        DutyStatus.DONE if chosen else DutyStatus.OPEN,
        settle=Settle("record-complaint-choice" if known else "record-victim-knowledge", {"person": person}),
        by=owing.edition.step(POLICE, "slachtoffer-inlichten").by,
    )
