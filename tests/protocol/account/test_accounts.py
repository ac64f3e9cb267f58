"""Who may do what with an account of the register, and by when it is looked at (personeel-7)."""

from datetime import UTC, date, datetime

import pytest

from keyzer.protocol import (
    ACCOUNT_KEEPERS,
    AboutAccount,
    AccountAct,
    AccountKind,
    Role,
    RoleHeld,
    SchoolCalendar,
    Viewer,
    account_barred,
    account_sleeps_before,
    account_step_due,
    account_wakes_by,
    declaration_barred,
)
from keyzer.protocol.load import shipped

EDITION = shipped("de-keyzer-2026-08-01")
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
OWN = AboutAccount(kind=AccountKind.WORK, owner="gym", users=frozenset({"gym", "mo"}), reviewer="lead")
OURS = AboutAccount(kind=AccountKind.SCHOOL, users=frozenset({"gym"}), reviewer="head")
pytestmark = pytest.mark.article("personeel-7")


def somebody(name: str, role: Role) -> Viewer:
    return Viewer(id=name, roles=(RoleHeld(role=role),))


GYM, MO, LEAD = (somebody(name, Role.DOCENT) for name in ("gym", "mo", "lead"))
HEAD, SAFETY = somebody("head", Role.DIRECTEUR), somebody("safe", Role.VEILIGHEIDSCOORDINATOR)
EVERYBODY = {"gym": GYM, "mo": MO, "lead": LEAD, "head": HEAD, "safe": SAFETY}


def may(about: AboutAccount, act: AccountAct) -> set[str]:
    return {name for name, viewer in EVERYBODY.items() if not account_barred(about, act, viewer)}


@pytest.mark.parametrize(
    ("act", "of_work", "of_school"),
    [
        (AccountAct.SAY_IN_USE, {"gym", "mo"}, {"gym"}),
        (AccountAct.REVIEW, {"lead"}, {"head"}),
        (AccountAct.HAND_OVER, {"gym", "head", "safe"}, set()),
        (AccountAct.RETIRE, {"gym", "head", "safe"}, {"head", "safe"}),
        (AccountAct.REARRANGE, {"gym", "head", "safe"}, {"head", "safe"}),
    ],
)
def test_each_act_has_its_people(act: AccountAct, of_work: set[str], of_school: set[str]) -> None:
    assert may(OWN, act) == of_work
    assert may(OURS, act) == of_school


def test_nobody_looks_over_an_own_account_and_nothing_is_done_with_one_that_stopped() -> None:
    own = AboutAccount(kind=AccountKind.WORK, owner="head", users=frozenset({"head"}), reviewer="head")
    assert "niet zelf na" in account_barred(own, AccountAct.REVIEW, HEAD)[0].text.nl
    stopped = AboutAccount(kind=AccountKind.SCHOOL, users=frozenset({"gym"}), reviewer="head", is_retired=True)
    assert all(not may(stopped, act) for act in AccountAct)


def test_an_account_for_work_is_of_who_works_here_and_shows_nothing_personal() -> None:
    assert not declaration_barred(AccountKind.WORK, GYM, free_of_personal=True)
    (why,) = declaration_barred(AccountKind.WORK, GYM, free_of_personal=False)
    assert why.grounds == ("personeel-7",)
    assert len(declaration_barred(AccountKind.WORK, somebody("kim", Role.LEERLING), free_of_personal=False)) == 2
    assert not declaration_barred(AccountKind.SCHOOL, SAFETY, free_of_personal=False)
    assert declaration_barred(AccountKind.SCHOOL, GYM, free_of_personal=True)[0].who == frozenset(ACCOUNT_KEEPERS)


def test_the_terms_are_those_of_the_edition() -> None:
    days = {
        step: account_step_due(EDITION, step, MONDAY, SchoolCalendar()).date() for step in ("nakijken", "herstellen")
    }
    assert days == {"nakijken": date(2027, 11, 23), "herstellen": date(2026, 12, 7)}
    assert account_step_due(EDITION, "nepaccount", MONDAY, SchoolCalendar()).date() == date(2026, 11, 24)
    assert account_step_due(EDITION, "overdragen", MONDAY, SchoolCalendar()) == MONDAY
    assert account_sleeps_before(EDITION, date(2026, 11, 30), None) == date(2026, 5, 30)
    assert account_sleeps_before(EDITION, date(2026, 11, 30), 2) == date(2026, 9, 30)
    assert account_wakes_by(EDITION, date(2026, 8, 31), None) == date(2027, 2, 28)


def test_who_keeps_the_register_is_who_the_edition_says() -> None:
    for step in ("overdragen", "nepaccount"):
        assert set(EDITION.step("werkaccount", step).by) == set(ACCOUNT_KEEPERS)
