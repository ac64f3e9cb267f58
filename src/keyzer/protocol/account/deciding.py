"""What may be done with an account of the register, by whom, and why the rest is barred."""

from enum import StrEnum

from msgspec import Struct

from keyzer.protocol.access import Viewer
from keyzer.protocol.case.reasons import Reason, name_roles, reason
from keyzer.protocol.rule import implements
from keyzer.protocol.vocabulary import Role

ARTICLE = "personeel-7"
ACCOUNT_KEEPERS = (Role.VEILIGHEIDSCOORDINATOR, Role.DIRECTEUR)
"""Who keeps the register and hears of fakes."""
NOT_AT_WORK = frozenset({Role.LEERLING, Role.OUDER})


class AccountKind(StrEnum):
    """Whose it is: the school's, or of one member of staff for work (personeel-7)."""

    SCHOOL = "school"
    WORK = "werk"


class AccountAct(StrEnum):
    """What can be done with an account that stands in the register."""

    REARRANGE = "rearrange"
    SAY_IN_USE = "say-in-use"
    REVIEW = "review"
    HAND_OVER = "hand-over"
    RETIRE = "retire"


class AboutAccount(Struct, frozen=True, kw_only=True):
    """What counts of an account: `users` publish through it or stand in, `reviewer` looks at it each year."""

    kind: AccountKind
    owner: str | None = None
    users: frozenset[str] = frozenset()
    reviewer: str | None = None
    is_retired: bool = False


@implements("personeel-7")
def declaration_barred(kind: AccountKind, by: Viewer, *, free_of_personal: bool) -> tuple[Reason, ...]:
    """Only who works here has an account for work, and only one that shows nothing personal is one."""
    if kind is AccountKind.SCHOOL:
        return () if by.holds(*ACCOUNT_KEEPERS) else (_keepers_only(),)
    found = []
    if not any(held.role not in NOT_AT_WORK for held in by.roles):
        nl, en = "Alleen wie hier werkt, heeft een werkaccount.", "Only who works here has an account for work."
        found.append(reason(nl, en, ARTICLE))
    if not free_of_personal:
        nl = "Zonder deze verklaring is het geen werkaccount. Dan kun je er geen vrienden zijn met leerlingen."
        en = "Without this it is no account for work. Then you can't be friends with pupils there."
        found.append(reason(nl, en, ARTICLE))
    return tuple(found)


@implements("personeel-7")
def account_barred(about: AboutAccount, act: AccountAct, by: Viewer) -> tuple[Reason, ...]:
    """Its users say that it is used, its reviewer looks it over, its owner or who keeps the register does the rest."""
    if about.is_retired:
        return (reason("Dit account is gestopt.", "This account has stopped.", ARTICLE),)
    match act:
        case AccountAct.SAY_IN_USE if by.id not in about.users | {about.owner}:
            nl, en = "Alleen wie er plaatst, kan dit zeggen.", "Only who publishes through it can say this."
            return (reason(nl, en, ARTICLE),)
        case AccountAct.REVIEW if by.id != about.reviewer or by.id == about.owner:
            nl = "Iemand anders kijkt dit account na. Je eigen account kijk je niet zelf na."
            return (reason(nl, "Somebody else looks this account over. Nobody does so with his own.", ARTICLE),)
        case AccountAct.REARRANGE | AccountAct.HAND_OVER | AccountAct.RETIRE:
            return _of_who_keeps_it(about, act, by)
    return ()


def _of_who_keeps_it(about: AboutAccount, act: AccountAct, by: Viewer) -> tuple[Reason, ...]:
    if act is AccountAct.HAND_OVER and about.kind is AccountKind.SCHOOL:
        nl, en = "Dit kan met dit soort account niet.", "This can't be done with an account of this kind."
        return (reason(nl, en, ARTICLE),)
    if by.holds(*ACCOUNT_KEEPERS) or by.id == about.owner:
        return ()
    return (_keepers_only(),)


def _keepers_only() -> Reason:
    who = name_roles(ACCOUNT_KEEPERS)
    nl, en = f"Dit doet wie het register bijhoudt: {who.nl}.", f"This is done by who keeps the register: {who.en}."
    return reason(nl, en, ARTICLE, who=ACCOUNT_KEEPERS)
