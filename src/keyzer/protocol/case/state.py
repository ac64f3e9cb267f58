"""The state of a case: a fold over its events, kept by noun. What the nouns mean is asked in `facts`."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from keyzer.protocol.case.events import frame, letters, measures, remedies, repair, staff, talks
from keyzer.protocol.case.values import Guardian, Party, SchoolSettings
from keyzer.protocol.vocabulary import Lane


class Phase(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class CaseState(Struct, frozen=True, kw_only=True):
    """All that is known of a case. `round_began` is when it opened or was last reopened."""

    edition: str
    lane: Lane
    subject: str
    incident: str
    handler: str | None
    born: date | None
    compulsory_education: bool
    guardians: tuple[Guardian, ...]
    settings: SchoolSettings
    parties: tuple[Party, ...]
    conduct: tuple[str, ...]
    opened_at: datetime
    round_began: datetime
    last_at: datetime
    phase: Phase = Phase.OPEN
    version: int = 1
    sealed: bool = False
    cited_at: datetime | None = None
    facts: tuple[frame.FactsEstablished, ...] = ()
    gravity: frame.GravityWeighed | None = None
    ended: frame.EndedWithoutMeasure | None = None
    statements: tuple[frame.StatementAdded, ...] = ()
    invitations: tuple[talks.HearingInvited, ...] = ()
    hearings: tuple[talks.HearingRecorded, ...] = ()
    urgency: tuple[talks.UrgencyClaimed, ...] = ()
    reached: tuple[talks.GuardianReached, ...] = ()
    missed: tuple[talks.GuardianNotReached, ...] = ()
    exception_requests: tuple[talks.ContactExceptionRequested, ...] = ()
    exceptions: tuple[talks.ContactExceptionApproved, ...] = ()
    exceptions_declined: tuple[talks.ContactExceptionDeclined, ...] = ()
    stop_contacts: tuple[repair.StopContactAgreed, ...] = ()
    looked_back: tuple[repair.LookedBack, ...] = ()
    mediation_plans: tuple[repair.MediationPlanned, ...] = ()
    mediations: tuple[repair.MediationHeld, ...] = ()
    repairs: tuple[repair.RepairAgreed, ...] = ()
    repairs_recorded: tuple[repair.RepairRecorded, ...] = ()
    aftercare_plans: tuple[talks.AftercarePlanned, ...] = ()
    aftercare: tuple[talks.AftercareGiven, ...] = ()
    proposals: tuple[measures.MeasureProposed, ...] = ()
    intentions: tuple[measures.IntentionRecorded, ...] = ()
    decisions: tuple[measures.MeasureDecided, ...] = ()
    announcements: tuple[measures.DecisionAnnounced, ...] = ()
    lifted: tuple[measures.MeasureLifted, ...] = ()
    reviews: tuple[measures.SuspensionReviewed, ...] = ()
    inspectorate_notices: tuple[measures.InspectorateNotified, ...] = ()
    inspectorate_consulted: tuple[measures.InspectorateConsulted, ...] = ()
    other_schools: tuple[measures.OtherSchoolFound, ...] = ()
    municipality_notices: tuple[measures.MunicipalityNotified, ...] = ()
    school_work: tuple[measures.SchoolWorkArranged, ...] = ()
    return_talks: tuple[measures.ReturnTalkHeld, ...] = ()
    devices_taken: tuple[measures.DeviceTaken, ...] = ()
    devices_kept: tuple[measures.DeviceKeptLonger, ...] = ()
    devices_returned: tuple[measures.DeviceReturned, ...] = ()
    objections: tuple[remedies.ObjectionLodged, ...] = ()
    objection_hearings: tuple[remedies.ObjectionHeard, ...] = ()
    disputes: tuple[remedies.DisputeFiled, ...] = ()
    judgments: tuple[remedies.DisputeJudged, ...] = ()
    objection_decisions: tuple[remedies.ObjectionDecided, ...] = ()
    appeals: tuple[remedies.AppealLodged, ...] = ()
    appeal_judgments: tuple[remedies.AppealJudged, ...] = ()
    officer_consulted: tuple[remedies.CommunityOfficerConsulted, ...] = ()
    packs: tuple[remedies.PackHandedOver, ...] = ()
    police_decisions: tuple[remedies.PoliceDecided, ...] = ()
    police_reports: tuple[remedies.PoliceReportFiled, ...] = ()
    police_outcomes: tuple[remedies.PoliceOutcomeRecorded, ...] = ()
    victim_knowledge: tuple[remedies.VictimKnowledgeRecorded, ...] = ()
    complaint_choices: tuple[remedies.ComplaintChoiceRecorded, ...] = ()
    defences: tuple[staff.DefenceRecorded, ...] = ()
    inquiry: tuple[staff.InvestigationStepLogged, ...] = ()
    legal_advice: tuple[staff.LegalAdviceRecorded, ...] = ()
    knowledge: tuple[staff.DeciderKnew, ...] = ()
    task_offence: tuple[staff.TaskOffenceReported, ...] = ()
    inspector_consulted: tuple[staff.ConfidentialInspectorConsulted, ...] = ()
    suspicions: tuple[staff.SuspicionJudged, ...] = ()
    informed: tuple[staff.InformedBeforeReport, ...] = ()
    offence_reports: tuple[staff.OffenceReportedToPolice, ...] = ()
    inspector_informed: tuple[staff.ConfidentialInspectorInformed, ...] = ()
    letters_issued: tuple[letters.LetterIssued, ...] = ()
    letters_sent: tuple[letters.LetterSent, ...] = ()
    letters_withdrawn: tuple[letters.LetterWithdrawn, ...] = ()


class StreamError(ValueError):
    """Events do not form a case: the first one must open it, and only the first."""
