"""The pages of letters, as people use them."""

import re
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any
from uuid import UUID

import pytest

from keyzer.ledger.models import Access
from keyzer.letters.models import Letter
from tests.cast import Cast, browser_of
from tests.rooms.cases.world import do, open_case
from tests.rooms.letters.world import World

DECISION = "besluit-schorsing"


def page(person: UUID, url: str, status: int = 200) -> str:
    """What somebody finds."""
    answer = browser_of(person).get(url)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def send(person: UUID, url: str, **said: object) -> Any:
    """What comes of a form."""
    return browser_of(person).post(url, said)


def hidden(html: str) -> dict[str, str]:
    """The hidden fields of the form that approves."""
    return dict(re.findall(r'name="(seen_version|digest)" value="([^"]+)"', html))


def test_a_tap_makes_the_letter_for_all_and_the_director_approves(world: World) -> None:
    cast, url = world.cast, f"/brieven/{world.case}/"
    html = page(cast.coordinator, url)
    assert "Maak voor alle 3" in html
    assert "Brieven bij deze zaak" in page(cast.coordinator, f"/zaken/{world.case}/")
    slots = [slot.id for slot in world.slots().values() if slot.kind == DECISION]
    assert send(cast.coordinator, f"{url}maken/", slot=slots).headers["Location"] == url
    letter = Letter.objects.get(addressee_id=cast.guardian)
    shown = f"/brieven/brief/{letter.id}/"
    html = page(cast.coordinator, shown)
    assert "Jij kunt deze brief niet vaststellen" in html
    assert "Hierover gaat: directeur" in html
    html = page(cast.director, shown)
    assert "<h3>Wat er is gebeurd</h3>" in html
    assert send(cast.director, f"{shown}vaststellen/", **hidden(html)).headers["Location"] == shown
    html = page(cast.coordinator, shown)
    assert "Controlegetal" in html
    assert "Brief versturen" in html


def test_what_was_typed_stays_when_somebody_was_first(world: World) -> None:
    cast = world.cast
    letter = world.draft(f"{DECISION}/guardian")
    url = f"/brieven/brief/{letter}/tekst/"
    first = {"seen_version": 1, "language": "nl"}
    assert send(cast.director, url, **first, opening="Eerst.").status_code == HTTPStatus.FOUND
    answer = send(cast.coordinator, url, **first, opening="Ook hallo.")
    assert answer.status_code == HTTPStatus.CONFLICT
    html = answer.content.decode()
    assert "Ook hallo." in html
    assert "Teksten aangepast" in html
    assert 'name="seen_version" value="2"' in html
    assert "Eerst." in page(cast.coordinator, f"/brieven/brief/{letter}/")


def test_who_read_an_older_letter_is_asked_to_read_again(world: World) -> None:
    letter = world.draft(f"{DECISION}/guardian")
    url = f"/brieven/brief/{letter}/"
    read = hidden(page(world.cast.director, url))
    do(world.cast, world.case, "arrange-school-work", world.at, decision="b1", arrangement="Elke dag via de mentor.")
    browser = browser_of(world.cast.director)
    browser.post(f"{url}vaststellen/", read)
    assert "Lees hem opnieuw" in browser.get(url).content.decode()
    assert Letter.objects.get(id=letter).phase == "draft"


def test_what_is_lacking_is_said_with_where_to_fill_it_in(cast: Cast, school_morning: datetime) -> None:
    case = open_case(cast, school_morning)
    planned = school_morning + timedelta(days=1)
    do(cast, case, "invite-hearing", school_morning, person=str(cast.guardian), planned_at=planned, place="B12")
    html = page(cast.coordinator, f"/brieven/{case}/")
    assert f'<a href="/zaken/{case}/establish-facts/">Leg eerst vast wat er is gebeurd.</a>' in html
    letter = send(cast.coordinator, f"/brieven/{case}/maken/", slot=f"uitnodiging-gesprek/u1/{cast.guardian}")
    html = page(cast.coordinator, letter.headers["Location"])
    assert "Deze brief kan nog niet worden vastgesteld" in html
    assert "Op het briefhoofd ontbreekt het adres van de school" in html
    page(cast.coordinator, f"{letter.headers['Location']}pdf/", status=404)


def test_a_draft_that_can_not_go_out_any_more_is_shown_apart(world: World) -> None:
    letter = world.draft(f"{DECISION}/guardian")
    do(
        world.cast,
        world.case,
        "lift-measure",
        world.at,
        by=world.cast.director,
        decision="b1",
        reason="Bij nader inzien.",
    )
    html = page(world.cast.coordinator, f"/brieven/{world.case}/")
    assert "Deze kunnen niet meer weg" in html
    assert f"/brieven/brief/{letter}/" in html
    assert "Maak voor alle" not in html


def test_the_letterhead_is_asked_for_first(world: World) -> None:
    letter = world.draft(f"{DECISION}/guardian")
    world.furnish(letterhead_phone="")
    director = page(world.cast.director, f"/brieven/brief/{letter}/")
    assert "Op het briefhoofd ontbreekt het telefoonnummer" in director
    assert "/instellingen/briefhoofd/" in director
    assert "vaststellen/" not in director
    assert "/instellingen/" not in page(world.cast.coordinator, f"/brieven/{world.case}/").split("<main", 1)[1]


def test_a_name_of_another_pupil_is_pointed_out(world: World) -> None:
    do(world.cast, world.case, "establish-facts", world.at, text="Daan stuurde de foto van Lena door.",
       happened_on=world.at.date(), place="thuis", channel="app")  # fmt: skip
    letter = world.draft(f"{DECISION}/guardian")
    assert "de naam van Lena Visser" in page(world.cast.director, f"/brieven/brief/{letter}/")


def test_it_is_sent_with_its_proof(world: World) -> None:
    letter = world.draft(f"{DECISION}/guardian")
    seen = world.approve(letter)
    url = f"/brieven/brief/{letter}/"
    answer = send(world.cast.coordinator, f"{url}versturen/", seen_version=seen, channel="aangetekend", proof="")
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Vul het nummer in" in answer.content.decode()
    for _twice in range(2):
        said = {"seen_version": seen, "channel": "aangetekend", "proof": "3SABC001"}
        assert send(world.cast.coordinator, f"{url}versturen/", **said).status_code == HTTPStatus.FOUND
    html = page(world.cast.coordinator, url)
    assert "3SABC001" in html
    assert "Aangetekend" in html


def test_a_letter_that_was_sent_is_not_taken_back(world: World) -> None:
    letter = world.draft(f"{DECISION}/guardian")
    url = f"/brieven/brief/{letter}/"
    assert send(world.cast.coordinator, f"{url}intrekken/", seen_version=1, reason="Dubbel.").status_code == 302
    assert "Dubbel." in page(world.cast.coordinator, url)
    answer = send(world.cast.coordinator, f"{url}intrekken/", seen_version=2, reason="Nog eens.")
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "is ingetrokken" in answer.content.decode()


def test_the_file_is_a_download_that_tells_nothing_by_its_name(world: World) -> None:
    letter = world.draft(f"{DECISION}/guardian")
    for _phase in ("draft", "approved"):
        answer = browser_of(world.cast.director).get(f"/brieven/brief/{letter}/pdf/")
        assert answer.content.startswith(b"%PDF")
        assert re.fullmatch(r'attachment; filename="brief-[0-9a-f]{4}\.pdf"', answer.headers["Content-Disposition"])
        if _phase == "draft":
            world.approve(letter)
    assert Access.objects.filter(object_kind="letter-file", outcome="seen").count() == 2
    Letter.objects.filter(id=letter).update(digest="0" * 64)
    assert "niet te openen" in page(world.cast.director, f"/brieven/brief/{letter}/pdf/", status=409)


@pytest.mark.parametrize("who", ["charlie", "subject", "guardian", "other_coordinator", "hr", "beheerder"])
def test_for_others_it_does_not_exist(world: World, who: str) -> None:
    letter = world.draft(f"{DECISION}/guardian")
    person = getattr(world.cast, who)
    for url in (f"/brieven/{world.case}/", f"/brieven/brief/{letter}/", f"/brieven/brief/{letter}/pdf/"):
        page(person, url, status=404)
    assert Access.objects.filter(by=person, outcome="refused").count() == 3


def test_who_sees_the_case_and_does_not_work_on_it_reads_only(world: World) -> None:
    letter = world.draft(f"{DECISION}/guardian")
    html = page(world.cast.safety, f"/brieven/brief/{letter}/")
    assert "Teksten aanpassen" not in html
    page(world.cast.safety, f"/brieven/brief/{letter}/tekst/", status=404)
    assert send(world.cast.safety, f"/brieven/{world.case}/maken/", slot="x/y/z").status_code == 404


def test_emoji_come_as_words(world: World) -> None:
    do(world.cast, world.case, "establish-facts", world.at, text="Daan schreef 🔪 en 👍🏽.",
       happened_on=world.at.date(), place="thuis", channel="app")  # fmt: skip
    letter = world.draft(f"{DECISION}/guardian")
    assert "[hocho] en [thumbs up sign]" in page(world.cast.director, f"/brieven/brief/{letter}/")
    world.approve(letter)


def test_what_people_write_is_never_evaluated(world: World) -> None:
    text = '#read("/etc/passwd") $x^2$ *vet* <script>alert(1)</script> @ref'
    do(world.cast, world.case, "establish-facts", world.at, text=text,
       happened_on=world.at.date(), place="thuis", channel="app")  # fmt: skip
    letter = world.draft(f"{DECISION}/guardian")
    html = page(world.cast.director, f"/brieven/brief/{letter}/")
    assert "#read(&quot;/etc/passwd&quot;) $x^2$ *vet* &lt;script&gt;alert(1)&lt;/script&gt; @ref" in html
