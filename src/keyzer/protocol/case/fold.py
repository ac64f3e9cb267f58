"""`evolve` and `replay`: how each event changes the state of a case."""

from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from keyzer.protocol.case.events import frame, letters, measures, remedies, repair, staff, talks
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.state import CaseState, Phase, StreamError
from keyzer.protocol.case.values import CasePath, Party

KEPT_IN: dict[type[Event], str] = {
    frame.FactsEstablished: "facts",
    frame.StatementAdded: "statements",
    talks.HearingInvited: "invitations",
    talks.HearingRecorded: "hearings",
    talks.UrgencyClaimed: "urgency",
    talks.GuardianReached: "reached",
    talks.GuardianNotReached: "missed",
    talks.ContactExceptionRequested: "exception_requests",
    talks.ContactExceptionApproved: "exceptions",
    talks.ContactExceptionDeclined: "exceptions_declined",
    repair.StopContactAgreed: "stop_contacts",
    repair.LookedBack: "looked_back",
    repair.MediationPlanned: "mediation_plans",
    repair.MediationHeld: "mediations",
    repair.RepairAgreed: "repairs",
    repair.RepairRecorded: "repairs_recorded",
    talks.AftercarePlanned: "aftercare_plans",
    talks.AftercareGiven: "aftercare",
    measures.MeasureProposed: "proposals",
    measures.IntentionRecorded: "intentions",
    measures.DecisionAnnounced: "announcements",
    measures.MeasureLifted: "lifted",
    measures.SuspensionReviewed: "reviews",
    measures.InspectorateNotified: "inspectorate_notices",
    measures.InspectorateConsulted: "inspectorate_consulted",
    measures.OtherSchoolFound: "other_schools",
    measures.MunicipalityNotified: "municipality_notices",
    measures.SchoolWorkArranged: "school_work",
    measures.ReturnTalkHeld: "return_talks",
    measures.DeviceTaken: "devices_taken",
    measures.DeviceKeptLonger: "devices_kept",
    measures.DeviceReturned: "devices_returned",
    remedies.ObjectionLodged: "objections",
    remedies.ObjectionHeard: "objection_hearings",
    remedies.DisputeFiled: "disputes",
    remedies.DisputeJudged: "judgments",
    remedies.ObjectionDecided: "objection_decisions",
    remedies.AppealLodged: "appeals",
    remedies.AppealJudged: "appeal_judgments",
    remedies.CommunityOfficerConsulted: "officer_consulted",
    remedies.PackHandedOver: "packs",
    remedies.PoliceDecided: "police_decisions",
    remedies.PoliceReportFiled: "police_reports",
    remedies.PoliceOutcomeRecorded: "police_outcomes",
    remedies.VictimKnowledgeRecorded: "victim_knowledge",
    remedies.ComplaintChoiceRecorded: "complaint_choices",
    staff.DefenceRecorded: "defences",
    staff.InvestigationStepLogged: "inquiry",
    staff.LegalAdviceRecorded: "legal_advice",
    staff.DeciderKnew: "knowledge",
    staff.ConfidentialInspectorConsulted: "inspector_consulted",
    staff.SuspicionJudged: "suspicions",
    staff.InformedBeforeReport: "informed",
    staff.OffenceReportedToPolice: "offence_reports",
    staff.ConfidentialInspectorInformed: "inspector_informed",
    letters.LetterIssued: "letters_issued",
    letters.LetterSent: "letters_sent",
    letters.LetterWithdrawn: "letters_withdrawn",
}


def evolve(state: CaseState | None, event: Event) -> CaseState:
    """The state after `event`. Raises StreamError when a stream does not begin with the opening of a case."""
    if isinstance(event, frame.CaseOpened):
        if state is not None:
            message = "a case opens once: start another stream"
            raise StreamError(message)
        return _opened(event)
    if state is None:
        message = f"`{event.named()}` came before the case was opened: replay the stream from its start"
        raise StreamError(message)
    return replace(state, version=state.version + 1, last_at=event.at, **_change(state, event))


def replay(events: Iterable[Event]) -> CaseState:
    """The state that a whole stream leads to. Raises StreamError for an empty stream."""
    state: CaseState | None = None
    for event in events:
        state = evolve(state, event)
    if state is None:
        message = "no events: a case begins with `case-opened`"
        raise StreamError(message)
    return state


def _change(state: CaseState, event: Event) -> dict[str, Any]:
    kept = KEPT_IN.get(type(event))
    if kept is not None:
        return {kept: (*getattr(state, kept), event)}
    return CHANGES[type(event)](state, event)


def _opened(event: frame.CaseOpened) -> CaseState:
    return CaseState(
        edition=event.edition,
        lane=event.lane,
        subject=event.subject,
        incident=event.incident,
        handler=event.handler,
        born=event.born,
        compulsory_education=event.compulsory_education,
        guardians=event.guardians,
        settings=event.settings,
        parties=event.parties,
        conduct=event.conduct,
        opened_at=event.at,
        round_began=event.at,
        last_at=event.at,
        cited_at=event.at if event.conduct else None,
        sealed=event.path is CasePath.TASK_OFFENCE,
    )


def _cited(state: CaseState, event: frame.ConductCited) -> dict[str, Any]:
    new = tuple(conduct for conduct in event.conduct if conduct not in state.conduct)
    return {"conduct": state.conduct + new, "cited_at": event.at}


def _party(state: CaseState, event: frame.PartyNamed) -> dict[str, Any]:
    return {"parties": (*state.parties, Party(person=event.person, part=event.part))}


def _decided(state: CaseState, event: measures.MeasureDecided) -> dict[str, Any]:
    kept = tuple(proposal for proposal in state.proposals if proposal.measure != event.measure)
    return {"decisions": (*state.decisions, event), "proposals": kept}


def _withdrawn(state: CaseState, event: measures.ProposalWithdrawn) -> dict[str, Any]:
    return {"proposals": tuple(proposal for proposal in state.proposals if proposal.measure != event.measure)}


def _adopted(state: CaseState, event: staff.SettingsAdopted) -> dict[str, Any]:
    return {"settings": replace(state.settings, **event.filled())}


def _reopened(_state: CaseState, event: frame.CaseReopened) -> dict[str, Any]:
    return {"phase": Phase.OPEN, "round_began": event.at, "ended": None}


def _sealed(state: CaseState, event: staff.TaskOffenceReported) -> dict[str, Any]:
    return {"task_offence": (*state.task_offence, event), "sealed": True}


CHANGES: dict[type[Event], Callable[[CaseState, Any], dict[str, Any]]] = {
    frame.ConductCited: _cited,
    frame.GravityWeighed: lambda _state, event: {"gravity": event},
    frame.PartyNamed: _party,
    frame.HandlerReleased: lambda _state, _event: {"handler": None},
    frame.CaseReassigned: lambda _state, event: {"handler": event.handler},
    frame.EndedWithoutMeasure: lambda _state, event: {"ended": event, "proposals": ()},
    frame.CaseClosed: lambda _state, _event: {"phase": Phase.CLOSED},
    frame.CaseReopened: _reopened,
    measures.MeasureDecided: _decided,
    measures.ProposalWithdrawn: _withdrawn,
    staff.SettingsAdopted: _adopted,
    staff.TaskOffenceReported: _sealed,
}
