"""Every address, asked for by everybody: who finds a page, and that for all others it does not exist."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from keyzer.ledger import queries as ledger
from keyzer.ledger.models import Access
from keyzer.people.queries import account_of
from tests.architecture.reading import nothing_found
from tests.cast import Cast, browser_of
from tests.rooms.cases.world import TOLD
from tests.rooms.intake.conftest import STORY, evidence_folder
from tests.safety.world import STAFF_STORY, World, build, nobody

__all__ = ["evidence_folder"]

PUPILS = "reporter subject affected bystander third_year grown_up"
GUARDIANS = "guardian second_guardian guardian_without_authority reporters_guardian grown_ups_parent"
STAFF = (
    "coordinator other_coordinator mentor teacher teamleider zorgcoordinator safety director board hr beheerder "
    "vertrouwenspersoon charlie"
)
EVERYBODY = f"{PUPILS} {GUARDIANS} {STAFF} fg"
SEES_PUPILS_CASE = "coordinator teamleider safety director board"
WORKS_ON_PUPILS_CASE = "coordinator teamleider director board"
SEES_STAFF_CASE = "teamleider hr director board"
REPORTS_TO_POLICE = "director board"


class Page(NamedTuple):
    """An address and for whom it is there; `others` is what everybody else gets."""

    name: str
    parts: tuple[str, ...]
    for_whom: str
    found: int = 200
    others: int = 404


PAGES = (
    Page("desk:front", (), EVERYBODY),
    Page("desk:search", (), STAFF),
    Page("desk:calendar", (), STAFF),
    Page("desk:calendar-stop", (), STAFF, found=405),
    Page("maydo:start", (), EVERYBODY),
    Page("maydo:answer", (), EVERYBODY),
    Page("handbook:contents", (), EVERYBODY),
    Page("handbook:conduct", (), EVERYBODY),
    Page("handbook:measures", (), EVERYBODY),
    Page("handbook:article", ("leerlingen", "9"), EVERYBODY),
    Page("account_change_password", (), EVERYBODY, found=302),
    Page("account_set_password", (), EVERYBODY),
    Page("account_logout", (), EVERYBODY),
    Page("account_login", (), EVERYBODY, found=302),
    Page("account_inactive", (), EVERYBODY),
    Page("set_language", (), EVERYBODY, found=302),
    Page("settings", (), "director board hr beheerder"),
    Page("settings_part", ("briefhoofd",), "director board beheerder"),
    Page("settings_part", ("cao",), "director board hr"),
    Page("demo", (), ""),
    Page("post:demo", (), ""),
    Page("post:demo", (), ""),
    Page("design:style", (), ""),
    Page("intake:start", (), EVERYBODY),
    Page("intake:tell", ("melding",), EVERYBODY),
    Page("intake:board", (), f"{STAFF} fg"),
    Page("intake:told_board", ("board_report",), "safety"),
    Page("intake:show", ("board_report",), "safety board"),
    Page("incidents:show", ("board_incident",), "board"),
    Page("cases:show", ("board_case",), "board"),
    Page("cases:command", ("board_case", "judge-suspicion"), "board"),
    Page("intake:mine", (), EVERYBODY),
    Page("intake:handled", (), STAFF),
    Page("intake:file", ("geen:echte:handtekening",), ""),
    Page("intake:show", ("report",), "reporter coordinator teamleider"),
    Page("intake:show", ("doubt",), "reporter coordinator"),
    Page("intake:sent", ("report",), "reporter coordinator teamleider"),
    Page("intake:open_file", ("report", "file"), "reporter coordinator teamleider", found=302),
    Page("intake:open_incident", ("report",), "coordinator"),
    Page("incidents:index", (), STAFF),
    Page("incidents:show", ("incident",), SEES_PUPILS_CASE),
    Page("incidents:add-fact", ("incident",), WORKS_ON_PUPILS_CASE),
    Page("incidents:cite", ("incident",), WORKS_ON_PUPILS_CASE),
    Page("incidents:show", ("staff_incident",), SEES_STAFF_CASE),
    Page("incidents:add-fact", ("staff_incident",), SEES_STAFF_CASE),
    Page("cases:index", (), STAFF),
    Page("cases:staff", (), SEES_STAFF_CASE),
    Page("cases:begin-staff", (), SEES_STAFF_CASE),
    Page("own:index", (), EVERYBODY),
    Page("own:case", ("case",), "subject guardian"),
    Page("own:case", ("staff_case",), ""),
    Page("own:statement", ("case",), "subject guardian"),
    Page("own:objection", ("case", "b1"), ""),
    Page("own:defence", ("staff_case", "berisping"), ""),
    Page("own:letter", ("case",), ""),
    Page("own:letter-file", ("case",), ""),
    Page("cases:open", ("incident", "subject"), ""),
    Page("cases:involve", ("incident",), WORKS_ON_PUPILS_CASE),
    Page("cases:change-part", ("incident",), WORKS_ON_PUPILS_CASE),
    Page("cases:show", ("case",), SEES_PUPILS_CASE),
    Page("cases:measures", ("case",), SEES_PUPILS_CASE),
    Page("cases:command", ("case", "weigh"), SEES_PUPILS_CASE),
    Page("cases:show", ("staff_case",), SEES_STAFF_CASE),
    Page("cases:measures", ("staff_case",), SEES_STAFF_CASE),
    Page("cases:command", ("staff_case", "weigh"), SEES_STAFF_CASE),
    Page("letters:case", ("case",), SEES_PUPILS_CASE),
    Page("letters:case", ("staff_case",), SEES_STAFF_CASE),
    Page("letters:case", ("board_case",), "board"),
    Page("letters:draft", ("case",), ""),
    Page("letters:show", ("letter",), SEES_PUPILS_CASE),
    Page("letters:rewrite", ("letter",), WORKS_ON_PUPILS_CASE),
    Page("letters:approve", ("letter",), ""),
    Page("letters:send", ("letter",), WORKS_ON_PUPILS_CASE),
    Page("letters:withdraw", ("letter",), WORKS_ON_PUPILS_CASE),
    Page("letters:pdf", ("letter",), ""),
    Page("police:show", ("case",), SEES_PUPILS_CASE),
    Page("police:show", ("staff_case",), SEES_STAFF_CASE),
    Page("police:compose", ("case",), ""),
    Page("police:compose", ("offence_case",), REPORTS_TO_POLICE),
    Page("police:evidence", ("offence_case", "packed_file"), REPORTS_TO_POLICE),
    Page("police:pack", ("pack",), REPORTS_TO_POLICE),
    Page("police:report", ("pack",), REPORTS_TO_POLICE),
    Page("police:archive", ("pack",), REPORTS_TO_POLICE),
    Page("police:hand-over", ("pack",), REPORTS_TO_POLICE),
    Page("dossier:own", (), EVERYBODY, found=302),
    Page("dossier:file", ("subject",), "subject guardian second_guardian coordinator teamleider safety director"),
    Page("dossier:file", ("grown_up",), "grown_up teamleider safety director"),
    Page("dossier:file", ("teacher",), "teacher hr director board"),
)
POSTED = {
    "intake:say": ("report",),
    "intake:add_evidence": ("report",),
    "intake:turn_into_report": ("doubt",),
    "intake:step_aside": ("report",),
    "intake:open_incident": ("report",),
    "incidents:add-fact": ("incident",),
    "incidents:cite": ("incident",),
    "own:statement": ("case",),
    "own:objection": ("case", "b1"),
    "own:defence": ("staff_case", "berisping"),
    "cases:open": ("incident", "subject"),
    "cases:involve": ("incident",),
    "cases:change-part": ("incident",),
    "cases:command": ("case", "weigh"),
    "settings_part": ("schooldagen",),
    "police:compose": ("offence_case",),
    "police:hand-over": ("pack",),
    "letters:draft": ("case",),
    "letters:rewrite": ("letter",),
    "letters:approve": ("letter",),
    "letters:send": ("letter",),
    "letters:withdraw": ("letter",),
    "demo_sign_in": ("subject",),
}
BY_SECRET = {"desk:calendar-feed"}
"""Addresses that a secret in them opens, whoever brings it; the tests of their rooms prove them."""
BY_LINK = (
    "own:link", "own:link-file", "own:link-statement", "own:link-objection", "own:link-defence", "own:link-close",
)  # fmt: skip
"""For who has a link to a letter and no account; what a link that holds leads to is tried in the room itself."""
OUTSIDERS = (
    "charlie other_coordinator mentor teacher zorgcoordinator hr fg beheerder vertrouwenspersoon "
    "bystander third_year guardian_without_authority second_guardian reporters_guardian grown_ups_parent"
)


@pytest.fixture
def world(cast: Cast, school_morning: datetime, evidence_folder: Path) -> World:
    """One of everything."""
    return build(cast, school_morning)


def address(page: str, parts: tuple[str, ...], cast: Cast, world: World) -> str:
    """The address with the ids that the parts name."""
    return reverse(page, args=[getattr(world, part, None) or getattr(cast, part, part) for part in parts])


def amiss(page: Page, cast: Cast, world: World, browsers: dict[str, Client]) -> Iterator[str]:
    """Where somebody gets another answer than is due."""
    url = address(page.name, page.parts, cast, world)
    for who, browser in browsers.items():
        due = page.found if who in page.for_whom.split() else page.others
        status = browser.get(url).status_code
        if status != due:
            yield f"{page.name} {page.parts}: {who} gets {status} and should get {due}"


@pytest.mark.article("leerlingen-9")
@pytest.mark.article("personeel-8")
def test_everybody_finds_what_is_theirs_and_nothing_else(cast: Cast, world: World) -> None:
    """Looking writes nothing but traces; that a report was read is told to who sent it, and done here beforehand."""
    browsers = {who: browser_of(getattr(cast, who)) for who in EVERYBODY.split()}
    assert set(browsers) | {"stranger"} == {name for name, _person in cast.people()}
    for report in (world.report, world.doubt):
        browsers["coordinator"].get(f"/melden/{report}/")
    browsers["board"].get(f"/melden/{world.board_report}/")
    before = ledger.position()
    nothing_found(line for page in PAGES for line in amiss(page, cast, world, browsers))
    assert ledger.position() == before


def test_to_send_something_one_must_be_let_in(cast: Cast, world: World) -> None:
    before = ledger.position()
    found = []
    for who in OUTSIDERS.split():
        browser = browser_of(getattr(cast, who))
        for page, parts in POSTED.items():
            status = browser.post(address(page, parts, cast, world), {"seen": 1, "seen_version": 1}).status_code
            if status != 404:
                found.append(f"{page}: {who} gets {status}")
    nothing_found(found)
    assert ledger.position() == before


def test_no_address_is_left_out() -> None:
    asked = {page.name for page in PAGES} | set(POSTED) | set(BY_LINK)
    assert set(named(get_resolver())) == asked | BY_SECRET


def test_a_link_that_was_never_made_is_the_same_to_everybody(cast: Cast) -> None:
    browsers = [Client(), *(browser_of(person) for person in (cast.stranger, cast.guardian, cast.director))]
    for name in BY_LINK:
        url = reverse(name, args=["geen.echte.handtekening"])
        assert {browser.post(url).status_code for browser in browsers} == {404}, name


def named(resolver: URLResolver, room: str = "") -> Iterator[str]:
    """Every name that an address has."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from named(pattern, f"{pattern.namespace}:" if pattern.namespace else room)
        elif pattern.name:
            yield f"{room}{pattern.name}"


def test_who_is_tied_to_nothing_gets_in_nowhere(cast: Cast, world: World) -> None:
    stranger, visitor = browser_of(cast.stranger), Client()
    for page in PAGES:
        if page.parts and page.name != "handbook:article":
            url = address(page.name, page.parts, cast, world)
            assert stranger.get(url).status_code == 403, page
            assert visitor.get(url).status_code == 302, page


def looks(browser: Client, url: str, ids: tuple[UUID, ...]) -> tuple[int, str, dict[str, Any]]:
    """An answer, without the ids that were asked for."""
    answer = browser.get(url)
    content = answer.content.decode()
    for one in ids:
        content = content.replace(str(one), "")
    return answer.status_code, content, dict(answer.headers)


def test_not_for_you_looks_like_not_there(cast: Cast, world: World) -> None:
    found = []
    for who in ("charlie", "bystander", "guardian_without_authority", "fg"):
        browser = browser_of(getattr(cast, who))
        for page in PAGES:
            if not page.parts or who in page.for_whom.split() or page.name == "intake:file":
                continue
            there = tuple(getattr(world, part, None) or getattr(cast, part, part) for part in page.parts)
            gone = tuple(nobody() if isinstance(part, UUID) else part for part in there)
            ids = tuple(part for part in (*there, *gone) if isinstance(part, UUID))
            one, other = (looks(browser, reverse(page.name, args=parts), ids) for parts in (there, gone))
            if one != other:
                found.append(f"{page.name} {page.parts}: {who} can tell that it is there")
    nothing_found(found)


def test_a_refusal_leaves_a_trace_of_who_asked(cast: Cast, world: World) -> None:
    browser = browser_of(cast.charlie)
    for page in PAGES:
        if page.parts and "charlie" not in page.for_whom.split():
            before = Access.objects.filter(by=cast.charlie, outcome="refused").count()
            browser.get(address(page.name, page.parts, cast, world))
            assert Access.objects.filter(by=cast.charlie, outcome="refused").count() == before + 1, page


def test_nothing_tells_of_it_elsewhere(cast: Cast, world: World) -> None:
    """No list, search, front page or file of an outsider holds a word or an id of what is not theirs."""
    secrets = [STORY, TOLD, STAFF_STORY, *(str(one) for one in world)]
    searches = ("/zoeken/?q=Daan", "/zoeken/?q=2A")
    lists = ("/", "/melden/mijn/", "/melden/ontvangen/", "/incidenten/", "/zaken/", "/zaken/?toon=gesloten",
             "/mijn/", "/dossier/mijn/", *searches)  # fmt: skip
    found = []
    for who in OUTSIDERS.split():
        if who == "hr":
            continue
        browser = browser_of(getattr(cast, who))
        for url in lists:
            content = browser.get(url, follow=True).content.decode()
            found += [f"{who} reads `{secret}` on {url}" for secret in secrets if secret in content]
    nothing_found(found)


def test_the_pupil_lane_never_tells_of_the_staff_lane(cast: Cast, world: World) -> None:
    """Whoever works on pupils alone, and the pupils themselves, find no trace of the case about a teacher."""
    secrets = [STAFF_STORY, str(world.staff_incident), str(world.staff_case)]
    found = []
    for who in ("coordinator", "other_coordinator", "safety", "mentor", "reporter", "affected", "teacher"):
        browser = browser_of(getattr(cast, who))
        for url in ("/", "/incidenten/", "/zaken/", "/zaken/?toon=gesloten", f"/dossier/{cast.affected}/",
                    f"/dossier/{cast.reporter}/", f"/dossier/{cast.teacher}/", f"/zaken/{world.case}/",
                    "/mijn/", "/melden/ontvangen/"):  # fmt: skip
            content = browser.get(url).content.decode()
            found += [f"{who} reads `{secret}` on {url}" for secret in secrets if secret in content]
    nothing_found(found)


def test_every_form_needs_its_token(cast: Cast, world: World) -> None:
    browser = Client(enforce_csrf_checks=True)
    account = account_of(cast.coordinator)
    assert account is not None
    browser.force_login(account)
    before = ledger.position()
    for page, parts in {**POSTED, "intake:tell": ("melding",), "account_logout": (), "set_language": ()}.items():
        answer = browser.post(address(page, parts, cast, world))
        assert answer.status_code in {403, 404}, page
    assert ledger.position() == before
    assert browser.get("/melden/mijn/").status_code == 200
