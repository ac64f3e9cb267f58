"""What the school's registers say, as facts of a situation. What somebody told goes before what a register says."""

from msgspec import Struct
from msgspec.structs import replace

from .consult import ConsultAnswer
from .lesson import Standing
from .rule import implements
from .situation import Account, AccountShows, Act, Consent, Content, Leave, ManagerLeave, Situation, Towards
from .verdict import AskFirst, Permitted, Refused, Verdict
from .vocabulary import Role, Text

TO_PUPILS = frozenset({Towards.PUPIL, Towards.CLASS})
TAKING = frozenset({Act.PHOTOGRAPH, Act.RECORD})
OF_THE_SCHOOL = frozenset({None, Account.PROFESSIONAL, Account.SCHOOL_OFFICIAL})
"""Accounts for which consent that the school asked can count; None: it is not known yet."""
LEAVES = {
    ConsultAnswer.YES: ManagerLeave.GIVEN,
    ConsultAnswer.YES_IF: ManagerLeave.GIVEN_IF,
    ConsultAnswer.NO: ManagerLeave.REFUSED,
}
SHOWS = {True: AccountShows.SCHOOL_ONLY, False: AccountShows.ALSO_PERSONAL, None: None}
ASK_WHEN = Text(nl="Vraag op school wanneer het wel kan.", en="Ask at school when it is possible.")
NOT_FOR_PUPILS = Text(
    nl="In het register staat dat leerlingen dit account niet volgen.",
    en="The register says that pupils do not follow this account.",
)
REARRANGE = Text(
    nl="Kies een ander account, of bespreek met je leidinggevende of leerlingen dit account mogen volgen.",
    en="Choose another account, or discuss with your manager whether pupils may follow this one.",
)


class AccountEntry(Struct, frozen=True, kw_only=True):
    """An account as the register has it: a channel of the school, or for the work of one member of staff.

    `free_of_personal` is None where nobody said so since it was handed over.
    """

    of_school: bool
    free_of_personal: bool | None
    pupils_may_follow: bool


def with_permit(situation: Situation, standing: Standing) -> Situation:
    """With the lesson, the leave and the exemption of this moment (leerlingen-7)."""
    leave = standing.in_lesson and standing.allowed and not standing.is_agreed
    return replace(
        situation,
        in_lesson=standing.in_lesson,
        teacher_leave=Leave.GIVEN if leave else Leave.NOT_ASKED,
        exemption=standing.is_agreed,
    )


def with_account(situation: Situation, entry: AccountEntry) -> Situation:
    """With whose account it is, and for work also what it shows (personeel-7)."""
    account = Account.SCHOOL_OFFICIAL if entry.of_school else Account.PROFESSIONAL
    if situation.account not in {None, account}:
        return situation
    return replace(situation, account=account, account_shows=situation.account_shows or SHOWS[entry.free_of_personal])


def with_image_consent(situation: Situation, *, everybody: bool) -> Situation:
    """With whether everybody in a picture may be shown for a purpose of the school (leerlingen-6, personeel-6)."""
    if situation.consent is not None or not image_consent_counts(situation):
        return situation
    return replace(situation, consent=Consent.GRANTED if everybody else Consent.NOT_EVERYBODY)


def with_answer(situation: Situation, answer: ConsultAnswer) -> Situation:
    """With what the manager answered beforehand (personeel-1)."""
    return situation if situation.manager_leave else replace(situation, manager_leave=LEAVES[answer])


def shows_somebody(situation: Situation) -> bool:
    """Whether it is a picture of somebody, made or shared."""
    return situation.act in TAKING or Content.PICTURE_OF_PERSON in (situation.content or set())


def image_consent_counts(situation: Situation) -> bool:
    """Whether consent that the school asked can answer for this: a picture alone, through nothing of one's own."""
    others = {Content.PERSONAL_DATA, Content.MESSAGE_OF_ANOTHER} & (situation.content or set())
    return shows_somebody(situation) and not others and situation.account in OF_THE_SCHOOL


@implements("leerlingen-7")
def within_standing(verdict: Verdict, standing: Standing) -> Verdict:
    """The verdict, unless something at school beside the protocol forbids it now: a house rule, or custody."""
    if standing.allowed or not isinstance(verdict, Permitted):
        return verdict
    return Refused(articles=standing.articles, used=verdict.used, lacking=(), why=standing.why, next_step=ASK_WHEN)


@implements("personeel-7")
def within_account(verdict: Verdict, situation: Situation, entry: AccountEntry) -> Verdict:
    """The verdict, unless pupils are to be befriended through an account that the register keeps apart from them."""
    meets_pupils = situation.act is Act.BEFRIEND and situation.towards in TO_PUPILS
    if entry.pupils_may_follow or not meets_pupils or not isinstance(verdict, Permitted):
        return verdict
    return AskFirst(
        whom=Role.TEAMLEIDER,
        articles=("personeel-7",),
        used=verdict.used,
        lacking=(),
        why=NOT_FOR_PUPILS,
        next_step=REARRANGE,
        notes=verdict.notes,
    )
