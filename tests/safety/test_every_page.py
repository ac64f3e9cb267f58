"""Every address, asked for by everybody: who finds a page, and that for all others it does not exist."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
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
from tests.safety.addresses import EVERYBODY, PAGES, Page
from tests.safety.ways_in import BY_LINK, BY_SECRET, OPEN, OUTSIDERS, POSTED, POSTED_BY_FEW
from tests.safety.world import BOARD_STORY, STAFF_STORY, World, build, nobody

__all__ = ["evidence_folder"]


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
        answer = browser.get(url)
        answer.getvalue()  # a download is read to its end, so that no file stays open
        if answer.status_code != due:
            yield f"{page.name} {page.parts}: {who} gets {answer.status_code} and should get {due}"


@pytest.mark.article("leerlingen-9")
@pytest.mark.article("personeel-8")
def test_everybody_finds_what_is_theirs_and_nothing_else(cast: Cast, world: World) -> None:
    """Looking writes nothing but traces; that a report was read is told to who sent it, and done here beforehand."""
    browsers = {who: browser_of(getattr(cast, who)) for who in EVERYBODY.split()}
    assert set(browsers) | {"stranger"} == {name for name, _person in cast.people()}
    for report in (world.report, world.doubt, world.sealed_report):
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


def test_what_few_may_send_nobody_else_can(cast: Cast, world: World) -> None:
    before, found = ledger.position(), []
    for page in (one for one in PAGES if one.name in POSTED_BY_FEW):
        for who in set(EVERYBODY.split()) - set(page.for_whom.split()):
            status = browser_of(getattr(cast, who)).post(address(page.name, page.parts, cast, world)).status_code
            found += [f"{page.name}: {who} gets {status}"] if status != 404 else []
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
        if page.parts and page.name not in OPEN:
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
            if not page.parts or who in page.for_whom.split() or page.name.endswith(":evidence_file"):
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
    secrets = [STORY, TOLD, STAFF_STORY, BOARD_STORY, *(str(one) for one in world)]
    searches = ("/zoeken/?q=Daan", "/zoeken/?q=2A")
    lists = ("/", "/melden/mijn/", "/melden/ontvangen/", "/incidenten/", "/zaken/", "/zaken/?toon=gesloten",
             "/zaken/personeel/", "/mijn/", "/dossier/mijn/", *searches)  # fmt: skip
    found = []
    for who in OUTSIDERS.split():
        if who == "hr":
            continue
        browser = browser_of(getattr(cast, who))
        theirs = {str(world.talk)} if who == "vertrouwenspersoon" else set()
        for url in lists:
            content = browser.get(url, follow=True).content.decode()
            found += [
                f"{who} reads `{secret}` on {url}" for secret in secrets if secret in content and secret not in theirs
            ]
    nothing_found(found)


def test_the_pupil_lane_never_tells_of_the_staff_lane(cast: Cast, world: World) -> None:
    """Whoever works on pupils alone, and the pupils themselves, find no trace of the case about a teacher."""
    of_staff = (world.staff_incident, world.staff_case, world.board_incident, world.board_case)
    secrets = [STAFF_STORY, BOARD_STORY, *(str(one) for one in of_staff)]
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
