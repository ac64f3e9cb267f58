"""The door of the protocol: every name that the rooms may import, and none that no room uses.

Behind it stands the paper made executable, and no school.
"""

from .access import (
    Clause,
    Filed,
    Handled,
    RoleHeld,
    Told,
    Viewer,
    case_visibility,
    doubt_visibility,
    incident_visibility,
    may_handle,
    may_publish_questions,
    may_see_case,
    may_see_dossier,
    may_see_doubt,
    may_see_incident,
    may_see_log,
    may_see_report,
    may_tell_of_police,
    report_visibility,
)
from .account import (
    ACCOUNT_KEEPERS,
    AboutAccount,
    AccountAct,
    AccountKind,
    account_barred,
    account_sleeps_before,
    account_step_due,
    account_wakes_by,
    declaration_barred,
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
from .case.commands.frame import Close, NameParty
from .case.commands.letters import IssueLetter, SendLetter, WithdrawLetter
from .case.commands.measures import KeepDevice, ReturnDevice, TakeDevice
from .case.commands.remedies import HandOverPack
from .case.facts import articles_broken, established, gravity, parties
from .case.facts import people as people_of
from .case.letters.addressees import left_out
from .case.letters.compose import Composed, compose
from .case.letters.slots import Slot, letter_slots
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
    image_own_choice_from,
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
    ConsultShows,
    ConsultState,
    ConsultWithdrawn,
    FilesCompared,
    PassedBecause,
    Wanted,
    approval_code,
    approved_digest,
    consult_barred,
    decode_consult_event,
    encode_consult_event,
    files_compared,
    normal_text,
    replay_consult,
    reply_barred,
    who_answers,
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
    encode_custody_event,
    may_keep,
    may_keep_longer,
    may_settle_claims,
    replay_custody,
)
from .data import Source
from .decode import faults, reflow
from .edition import Article, Conduct, Edition, Measure, Offence, SigningRule
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
from .load import current, editions, in_force, lint, shipped
from .names import ARTICLE_KINDS, AUDIENCES, PARTS, ROLES
from .registers import (
    AccountEntry,
    image_consent_counts,
    shows_somebody,
    with_account,
    with_answer,
    with_image_consent,
    with_permit,
    within_account,
    within_standing,
)
from .rules.common_questions import CommonQuestion, common_question_of, common_questions
from .rules.questions import question, words_for
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
from .situation import (
    FACTS,
    Act,
    Capacity,
    Content,
    Device,
    Leave,
    Situation,
    SituationError,
    as_words,
    parse_situation,
)
from .terms import SchoolCalendar, due_after
from .trace import article_index, trace
from .verdict import AskFirst, LeftToJudgement, Permitted, Refused, Verdict, answer_as_json, answer_as_words, headline
from .vocabulary import Audience, Change, Grade, Lane, Part, Role, Sureness, Text
