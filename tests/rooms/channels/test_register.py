"""The register: who enters, looks over, hands on and retires an account, and what is asked of one."""

from datetime import date, timedelta

import pytest

from keyzer.channels import actions, queries
from keyzer.channels.actions import AlreadyRegistered, Draft, NotAllowed, NotAtWork
from keyzer.channels.events import Kind
from keyzer.channels.models import Account
from keyzer.channels.queries import Answer, WaitingKind
from keyzer.ledger.verification import verify
from keyzer.people.models import Employment
from keyzer.post.models import Outgoing
from tests.cast import NOW, Cast, browser_of
from tests.rooms.channels.world import SCHOOL, WORK, channel, viewer, work

pytestmark = pytest.mark.article("personeel-7")
TODAY = NOW.date()
YEAR = timedelta(days=365)


def test_what_is_registered_is_known_whatever_its_form(cast: Cast) -> None:
    channel(cast)
    work(cast)
    found = queries.known("instagram", "https://instagram.com/dekeyzer/")
    assert found is not None
    assert (found.kind, found.is_retired) == (Kind.SCHOOL, False)
    assert queries.known("tiktok", SCHOOL) is None
    assert queries.check("@dekeyzer").answer is Answer.YES
    mine = queries.account_of(cast.charlie, "instagram")
    assert mine is not None
    assert mine.pupils_may_follow
    assert queries.account_of(cast.teacher, "instagram") is None
    assert [one.shown for one in queries.publishes_through(cast.teacher, "instagram")] == [SCHOOL]


def test_a_name_elsewhere_or_alike_is_no_but_told(cast: Cast) -> None:
    channel(cast)
    elsewhere = queries.check("@dekeyzer", "tiktok")
    assert elsewhere.answer is Answer.NO
    assert [one.platform for one in elsewhere.elsewhere] == ["instagram"]
    alike = queries.check("@dekeyz3r.officieel", "instagram")
    assert alike.answer is Answer.NO
    assert [one.name for one in alike.alike] == ["dekeyzer"]


def test_a_page_of_our_website_is_ours_and_one_that_begins_so_is_not(cast: Cast) -> None:
    channel(cast, shown="www.dekeyzer.nl", platform="anders")
    assert queries.check("https://dekeyzer.nl/nieuws/1").answer is Answer.YES
    assert queries.check("https://dekeyzer.nl.evil.com/nieuws").answer is Answer.NO


def test_without_the_declaration_it_is_no_account_for_work(cast: Cast) -> None:
    bare = Draft(platform="instagram", shown="@x_gym", purpose="Gymles", recovery="School")
    with pytest.raises(NotAllowed):
        actions.register_own(bare, by=viewer(cast.charlie), at=NOW)
    with pytest.raises(NotAllowed):
        actions.register_own(bare, by=viewer(cast.subject), at=NOW)
    with pytest.raises(NotAllowed):
        actions.register_channel(bare, by=viewer(cast.teacher), at=NOW)
    with pytest.raises(NotAtWork):
        actions.register_channel(bare._replace(publishers=(cast.subject,)), by=viewer(cast.director), at=NOW)


def test_an_account_is_registered_once_and_anew_after_it_was_retired(cast: Cast) -> None:
    first = work(cast)
    with pytest.raises(AlreadyRegistered):
        work(cast, shown="https://www.instagram.com/Gym.Charlie")
    actions.retire(first, "Nieuwe naam", by=viewer(cast.charlie), at=NOW)
    assert queries.check(WORK).answer is Answer.RETIRED
    work(cast)
    assert queries.check(WORK).answer is Answer.YES


def test_the_line_manager_looks_it_over_each_year_and_nobody_else(cast: Cast) -> None:
    account, later = work(cast), NOW + YEAR - timedelta(days=7)
    waiting = queries.waiting_for(viewer(cast.teamleider), later.date())
    assert [one.kind for one in waiting] == [WaitingKind.REVIEW]
    for person in (cast.charlie, cast.teacher, cast.director):
        with pytest.raises(NotAllowed):
            actions.review(account, is_right=True, remark="", by=viewer(person), at=later)
    actions.review(account, is_right=True, remark="", by=viewer(cast.teamleider), at=later)
    assert not queries.waiting_for(viewer(cast.teamleider), later.date())


def test_one_that_is_not_right_is_looked_at_again_soon_and_its_owner_hears(cast: Cast) -> None:
    account = work(cast)
    actions.review(account, is_right=False, remark="Er staat een vakantiefoto op", by=viewer(cast.teamleider), at=NOW)
    page = queries.page(viewer(cast.charlie), account, TODAY)
    assert page is not None
    assert (page.line.review_due, page.line.to_mend) == (TODAY + timedelta(days=14), True)
    assert Outgoing.objects.filter(to_id=cast.charlie, kind="waiting").count() == 1
    assert [one.kind for one in queries.waiting_for(viewer(cast.charlie), TODAY)] == [WaitingKind.MEND]
    actions.review(account, is_right=True, remark="", by=viewer(cast.teamleider), at=NOW)
    assert queries.waiting_for(viewer(cast.charlie), TODAY) == []


def test_a_sleeping_account_wakes_by_a_sign_of_who_uses_it(cast: Cast) -> None:
    account, later = channel(cast), NOW + timedelta(days=200)
    (waiting,) = queries.waiting_for(viewer(cast.teacher), later.date())
    assert (waiting.kind, waiting.due) == (WaitingKind.SLEEPS, date(2027, 5, 23))
    assert cast.teacher in queries.who_owe_before(date(2027, 5, 24), later.date())
    with pytest.raises(NotAllowed):
        actions.still_in_use(account, by=viewer(cast.charlie), at=later)
    actions.still_in_use(account, by=viewer(cast.teacher), at=later)
    assert not queries.waiting_for(viewer(cast.teacher), later.date())


def test_who_leaves_hands_it_over(cast: Cast) -> None:
    account, last = work(cast), TODAY + timedelta(days=10)
    Employment.objects.filter(person_id=cast.charlie).update(until=last)
    waiting = queries.waiting_for(viewer(cast.safety), TODAY)
    assert [(one.kind, one.due) for one in waiting] == [(WaitingKind.LEAVES, last)]
    with pytest.raises(NotAtWork):
        actions.hand_over(account, cast.subject, by=viewer(cast.safety), at=NOW)
    actions.hand_over(account, cast.teacher, by=viewer(cast.safety), at=NOW)
    assert not queries.waiting_for(viewer(cast.safety), TODAY)[1:]
    assert queries.account_of(cast.teacher, "instagram") is not None


def test_who_publishes_for_the_school_and_leaves_is_told_to_who_keeps_the_register(cast: Cast) -> None:
    account, last = channel(cast), TODAY + timedelta(days=10)
    Employment.objects.filter(person_id=cast.teacher).update(until=last)
    (waiting,) = queries.waiting_for(viewer(cast.safety), TODAY)
    assert (waiting.kind, waiting.id, waiting.owner_name) == (WaitingKind.LEAVES, account, "Teacher de Vries")


def test_recovery_is_for_who_needs_it_and_work_accounts_are_no_list_for_all(cast: Cast) -> None:
    school, own = channel(cast), work(cast)
    for person, knows in ((cast.teacher, True), (cast.mentor, True), (cast.safety, True), (cast.hr, False)):
        page = queries.page(viewer(person), school, TODAY)
        assert page is not None
        assert bool(page.recovery) is knows
    assert queries.page(viewer(cast.teacher), own, TODAY) is None
    assert queries.page(viewer(cast.teamleider), own, TODAY) is not None


def test_a_channel_is_arranged_otherwise_with_a_trace(cast: Cast) -> None:
    account = channel(cast)
    told = Draft("", "", "Nieuws en roosters", "Bij de directeur", publishers=(cast.mentor,))
    actions.rearrange(account, told, by=viewer(cast.safety), at=NOW)
    page = queries.page(viewer(cast.safety), account, TODAY)
    assert page is not None
    assert (page.recovery, [one for one, _name in page.publishers]) == ("Bij de directeur", [cast.mentor])
    assert page.version == 2
    assert verify().alteration is None


@pytest.mark.usefixtures("school_morning")
def test_who_has_an_account_says_anew_what_it_is_for_and_who_may_follow_it(cast: Cast) -> None:
    """Once pupils may follow it, it is looked over soon."""
    draft = Draft("instagram", "@gym.stil", "Vakgroep", "Kluis", free_of_personal=True)
    account = actions.register_own(draft, by=viewer(cast.charlie), at=NOW)
    browser, page = browser_of(cast.charlie), f"/kanalen/{account}/veranderen/"
    assert "Wie mag er plaatsen" not in browser.get(page).content.decode()
    said = {"purpose": "Huiswerk", "recovery": "Bij de balie", "pupils_may_follow": "on"}
    assert browser_of(cast.teacher).post(page, said).status_code == 404
    assert browser.post(page, said).status_code == 302
    row = Account.objects.get(id=account)
    assert (row.purpose, row.pupils_may_follow, row.owner_id) == ("Huiswerk", True, cast.charlie)
    assert row.review_due == TODAY + timedelta(days=14)
    found = queries.page(viewer(cast.charlie), account, TODAY)
    assert found is not None
    assert found.recovery == "Bij de balie"
