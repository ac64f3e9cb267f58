"""The door of the protocol: what the rooms may import. Behind it stands the paper made executable, and no school."""

from .access import (
    Clause,
    Filed,
    Handled,
    RoleHeld,
    Told,
    Viewer,
    allows,
    case_visibility,
    dossier_visibility,
    doubt_visibility,
    incident_visibility,
    log_visibility,
    may_handle,
    may_manage_people,
    may_publish_questions,
    may_see_case,
    may_see_dossier,
    may_see_doubt,
    may_see_incident,
    may_see_log,
    may_see_register,
    may_see_report,
    report_visibility,
)
from .ask import ask, next_question
from .case import (
    Actor,
    CaseState,
    Choice,
    Command,
    CommandError,
    Duty,
    DutyStatus,
    Event,
    EventError,
    Field,
    Guardian,
    Open,
    Option,
    Party,
    Phase,
    Reason,
    Refusal,
    Rung,
    StreamError,
    decide,
    decode_event,
    describe,
    duties,
    encode_event,
    measure_range,
    narrative,
    open_duties,
    options,
    parse_command,
    replay,
    summarise,
)
from .case.clocks import objection_ends
from .case.commands.frame import Close, NameParty
from .case.commands.letters import IssueLetter, SendLetter, WithdrawLetter
from .case.commands.measures import ReturnDevice, TakeDevice
from .case.commands.remedies import HandOverPack
from .case.facts import articles_broken, established, gravity, parties
from .case.facts import people as people_of
from .case.letters.addressees import left_out
from .case.letters.compose import Composed, compose
from .case.letters.slots import Slot, SlotStatus, letter_slots
from .case.targets import conduct_to_name
from .case.told import OwnAppeal, OwnCase, OwnDecision, OwnIntention, OwnObjection, Reader, Remedy, RemedyKind, own_case
from .case.values import WORDS, CasePath, Channel, SchoolSettings
from .checking import CheckFinding, Sure, check_finding
from .consent import (
    IMAGE_PURPOSES,
    IMAGE_STANDINGS,
    AboutImage,
    ImageAnswer,
    ImagePurpose,
    ImageSaid,
    ImageStanding,
    image_answer_owed,
    image_barred,
    image_deciders,
    image_standing,
    image_withdrawers,
    may_see_class_consent,
    take_down_due,
)
from .consult import (
    APPROVING,
    ConsultAct,
    ConsultAnswer,
    ConsultAnswered,
    ConsultAsked,
    ConsultEvent,
    ConsultPassedOn,
    ConsultPhase,
    ConsultRevised,
    ConsultState,
    ConsultWithdrawn,
    PassedBecause,
    Wanted,
    approval_code,
    approved_digest,
    consult_barred,
    decode_consult_event,
    encode_consult_event,
    normal_text,
    replay_consult,
    reply_barred,
)
from .custody import (
    CLAIMS,
    PHASES,
    Around,
    ClaimKind,
    Count,
    CustodyCommand,
    CustodyPhase,
    CustodyState,
    HandBack,
    Join,
    KeepLonger,
    Move,
    OpenClaim,
    RecordRefusal,
    SettleClaim,
    TakeIn,
    TellAdult,
    Whereabouts,
    decide_custody,
    decode_custody_event,
    due_back,
    encode_custody_event,
    evolve_custody,
    may_keep,
    may_keep_longer,
    may_settle_claims,
    replay_custody,
)
from .decode import faults, reflow
from .edition import Article, Conduct, Edition, LetterKind, Measure, Offence, Procedure, SigningRule, Source, Step
from .lesson import (
    BASES,
    DEVICES,
    PURPOSES,
    AskedExemption,
    AskedPermit,
    Basis,
    BreakRule,
    GivenLeave,
    KnownNow,
    Lesson,
    LessonPurpose,
    Span,
    Standing,
    basis_of,
    exemption_barred,
    exemption_granters,
    may_say_so,
    permit_barred,
    school_year_ends,
    standing,
    withdrawal_barred,
)
from .load import EditionError, current, editions, in_force, lint, load_edition, shipped
from .names import ARTICLE_KINDS, AUDIENCES, PARTS, ROLES
from .rules.common_questions import CommonQuestion, common_question_of, common_questions
from .rules.questions import Question, question, words_for
from .signing import (
    ArticleChange,
    AskedSignature,
    Bond,
    Piece,
    compared,
    counts_for,
    differences,
    languages,
    signatures_asked,
)
from .signing.counting import still_counting
from .situation import FACTS, Act, Capacity, Device, Situation, SituationError, as_words, parse_situation
from .terms import SchoolCalendar, due_after
from .trace import article_index, articles_markdown, trace
from .verdict import AskFirst, LeftToJudgement, Permitted, Refused, Verdict, answer_as_json, answer_as_words, headline
from .vocabulary import (
    ArticleKind,
    Audience,
    Change,
    Encoding,
    FreePart,
    Gate,
    Grade,
    Lane,
    LetterAbout,
    LetterApprover,
    LetterPart,
    LetterTo,
    Part,
    Place,
    Role,
    Sureness,
    Text,
    Voice,
)

# fmt: off
__all__ = [
    "APPROVING", "ARTICLE_KINDS", "AUDIENCES", "BASES", "CLAIMS", "DEVICES", "FACTS", "IMAGE_PURPOSES",
    "IMAGE_STANDINGS", "PARTS", "PHASES", "PURPOSES", "ROLES", "WORDS", "AboutImage", "Act", "Actor", "Around",
    "Article", "ArticleChange", "ArticleKind", "AskFirst", "AskedExemption", "AskedPermit", "AskedSignature",
    "Audience", "Basis", "Bond", "BreakRule", "Capacity", "CasePath", "CaseState", "Change", "Channel", "CheckFinding",
    "Choice", "ClaimKind", "Clause", "Close", "Command", "CommandError", "CommonQuestion", "Composed", "Conduct",
    "ConsultAct", "ConsultAnswer", "ConsultAnswered", "ConsultAsked", "ConsultEvent", "ConsultPassedOn", "ConsultPhase",
    "ConsultRevised", "ConsultState", "ConsultWithdrawn", "Count", "CustodyCommand", "CustodyPhase", "CustodyState",
    "Device", "Duty", "DutyStatus", "Edition", "EditionError", "Encoding", "Event", "EventError", "Field", "Filed",
    "FreePart", "Gate", "GivenLeave", "Grade", "Guardian", "HandBack", "HandOverPack", "Handled", "ImageAnswer",
    "ImagePurpose", "ImageSaid", "ImageStanding", "IssueLetter", "Join", "KeepLonger", "KnownNow", "Lane",
    "LeftToJudgement", "Lesson", "LessonPurpose", "LetterAbout", "LetterApprover", "LetterKind", "LetterPart",
    "LetterTo", "Measure", "Move", "NameParty", "Offence", "Open", "OpenClaim", "Option", "OwnAppeal", "OwnCase",
    "OwnDecision", "OwnIntention", "OwnObjection", "Part", "Party", "PassedBecause", "Permitted", "Phase", "Piece",
    "Place", "Procedure", "Question", "Reader", "Reason", "RecordRefusal", "Refusal", "Refused", "Remedy", "RemedyKind",
    "ReturnDevice", "Role", "RoleHeld", "Rung", "SchoolCalendar", "SchoolSettings", "SendLetter", "SettleClaim",
    "SigningRule", "Situation", "SituationError", "Slot", "SlotStatus", "Source", "Span", "Standing", "Step",
    "StreamError", "Sure", "Sureness", "TakeDevice", "TakeIn", "TellAdult", "Text", "Told", "Verdict", "Viewer",
    "Voice", "Wanted", "Whereabouts", "WithdrawLetter", "allows", "answer_as_json", "answer_as_words", "answer_barred",
    "approval_code", "approved_digest", "article_index", "articles_broken", "articles_markdown", "as_words", "ask",
    "basis_of", "case_visibility", "check_finding", "common_question_of", "common_questions", "compared", "compose",
    "conduct_to_name", "consult_barred", "counts_for", "current", "decide", "decide_custody", "decode_consult_event",
    "decode_custody_event", "decode_event", "describe", "differences", "dossier_visibility", "doubt_visibility",
    "due_after", "due_back", "duties", "editions", "encode_consult_event", "encode_custody_event", "encode_event",
    "established", "evolve_custody", "exemption_barred", "exemption_granters", "faults", "gravity", "headline",
    "image_answer_owed", "image_barred", "image_deciders", "image_standing", "image_withdrawers", "in_force",
    "incident_visibility", "languages", "left_out", "letter_slots", "lint", "load_edition", "log_visibility",
    "may_handle", "may_keep", "may_keep_longer", "may_manage_people", "may_publish_questions", "may_say_so",
    "may_see_case", "may_see_class_consent", "may_see_dossier", "may_see_doubt", "may_see_incident", "may_see_log",
    "may_see_register", "may_see_report", "may_settle_claims", "measure_range", "narrative", "next_question",
    "normal_text", "objection_ends", "open_duties", "options", "own_case", "parse_command", "parse_situation",
    "parties", "people_of", "permit_barred", "question", "reflow", "replay", "replay_consult", "replay_custody",
    "reply_barred", "report_visibility", "school_year_ends", "shipped", "signatures_asked", "standing",
    "still_counting", "summarise", "take_down_due", "trace", "withdrawal_barred", "words_for",
]
# fmt: on
