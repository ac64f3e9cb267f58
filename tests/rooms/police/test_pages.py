"""The pages about the police, as the director and others walk them in the browser."""

import hashlib
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from keyzer.cases import queries as cases
from keyzer.ledger import queries as ledger
from keyzer.police.models import Pack
from tests.cast import Cast, browser_of
from tests.rooms.cases.world import do, open_case
from tests.rooms.police.world import FACTS, Stalking, decide_to_report, stalking

Fields = dict[str, Any]


def page_of(person: UUID, address: str) -> str:
    answer = browser_of(person).get(address)
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def filled_in(cast: Cast, world: Stalking, **changed: object) -> Fields:
    """The form of a pack as a browser sends it."""
    shows = {f"shows_{file.hex}": "others" for file in world.files.values()}
    return {
        "seen_version": str(cases.version(world.case)),
        "facts": FACTS,
        "when": "16 november",
        "where": "thuis",
        "persons": [str(cast.affected)],
        "moments": ["1"],
        **shows,
        f"shows_{world.files['chat.txt'].hex}": "nobody",
        **changed,
    }


def sent(cast: Cast, world: Stalking, **changed: object) -> Any:
    return browser_of(cast.director).post(f"/politie/{world.case}/pakket/", filled_in(cast, world, **changed))


@pytest.mark.article("leerlingen-10")
def test_the_page_tells_what_it_may_be_and_that_this_is_no_judgement(
    cast: Cast, school_morning: datetime, evidence_folder: Path
) -> None:
    world = stalking(cast, school_morning)
    page = page_of(cast.coordinator, f"/politie/{world.case}/")
    for expected in (
        "een vermoeden, geen oordeel",
        "Belaging",
        "Sr art. 285b",
        "alleen na een klacht",
        "Een aangifte van de school is geen klacht",
        "Noor Jansen is jonger dan 16",
        "Vastleggen sinds wanneer Noor Jansen het weet",
        "Halt",
        "niet de school",
        "Geen mogelijk strafbaar feit",
    ):
        assert expected in page, expected
    assert "Helpwanted" not in page


@pytest.mark.article("leerlingen-10")
def test_the_complaint_ends_three_months_after_the_day_it_was_known(
    cast: Cast, school_morning: datetime, evidence_folder: Path
) -> None:
    world = stalking(cast, school_morning)
    do(cast, world.case, "record-victim-knowledge", school_morning, person=str(cast.affected), learned_on="2026-11-16")
    page = page_of(cast.coordinator, f"/politie/{world.case}/")
    assert "16 feb 2027" in page
    assert f"/zaken/{world.case}/record-complaint-choice/" in page


@pytest.mark.article("leerlingen-10")
def test_who_decides_finds_the_step_and_others_who_it_is_for(
    cast: Cast, school_morning: datetime, evidence_folder: Path
) -> None:
    world = stalking(cast, school_morning)
    link = f"/zaken/{world.case}/decide-police/"
    assert link in page_of(cast.director, f"/politie/{world.case}/")
    coordinators = page_of(cast.coordinator, f"/politie/{world.case}/")
    assert link not in coordinators
    assert "Hierover gaat: directeur" in coordinators
    assert f"/zaken/{world.case}/consult-community-officer/" in coordinators
    assert "Dit helpt, maar het hoeft niet" in coordinators


@pytest.mark.article("leerlingen-10")
def test_a_reasoned_no_ends_it_openly(cast: Cast, school_morning: datetime, evidence_folder: Path) -> None:
    world = stalking(cast, school_morning)
    do(
        cast,
        world.case,
        "decide-police",
        school_morning,
        by=cast.director,
        choice="no-report",
        reason="Noor wil het niet.",
    )
    page = page_of(cast.director, f"/politie/{world.case}/")
    assert "de school doet geen aangifte" in page
    assert page.count("Niet nodig") == 3
    assert browser_of(cast.director).get(f"/politie/{world.case}/pakket/").status_code == 404


def test_conduct_that_is_no_offence_asks_for_nothing(cast: Cast, school_morning: datetime) -> None:
    page = page_of(cast.director, f"/politie/{open_case(cast, school_morning)}/")
    assert "geen strafbaar feit" in page
    assert "aangifte" not in page.partition("<main")[2].partition("</main>")[0]


@pytest.mark.article("leerlingen-10")
def test_of_sexual_pictures_nothing_is_opened_or_taken_along(
    cast: Cast, school_morning: datetime, evidence_folder: Path
) -> None:
    world = stalking(cast, school_morning, conduct=["seksueel-beeld-delen"])
    decide_to_report(cast, world.case, school_morning)
    assert "Niet bekijken, niet bewaren, niet doorsturen" in page_of(cast.coordinator, f"/politie/{world.case}/")
    composing = page_of(cast.director, f"/politie/{world.case}/pakket/")
    assert "Er gaat geen bestand mee" in composing
    assert "shows_" not in composing
    browser = browser_of(cast.director)
    without_place = browser.post(f"/politie/{world.case}/pakket/", filled_in(cast, world))
    assert without_place.status_code == 422


@pytest.mark.article("leerlingen-10")
def test_a_pack_is_made_downloaded_and_handed_over(cast: Cast, world: Stalking, school_morning: datetime) -> None:
    director = browser_of(cast.director)
    composing = page_of(cast.director, f"/politie/{world.case}/pakket/")
    assert FACTS in composing
    assert "maandag 16 november 2026" in composing
    address = sent(cast, world).headers["Location"]
    pack = Pack.objects.get()
    assert address == f"/politie/pakket/{pack.id}/"
    zipped = director.get(f"{address}bewijs/")
    assert hashlib.sha256(zipped.getvalue()).hexdigest() == pack.archive_digest
    assert zipped.headers["Content-Disposition"] == 'attachment; filename="bewijs.zip"'
    assert zipped.headers["Cache-Control"] == "no-store"
    assert director.get(f"{address}rapport/").getvalue().startswith(b"%PDF")
    for kind in ("police-pack", "police-pack-archive", "police-pack-report"):
        director.get(address)
        assert list(ledger.access_to(kind, str(pack.id))), kind
    said = {"seen_version": str(cases.version(world.case)), "to_whom": "Wijkagent J. Peters", "how": "op een stick"}
    assert director.post(f"{address}overdracht/", {**said, "to_whom": ""}).status_code == 422
    for _twice in range(2):
        assert director.post(f"{address}overdracht/", said).headers["Location"] == f"/politie/{world.case}/"
    events = cases.case_for(cast.viewer(cast.director), world.case)
    assert events is not None
    handed = [one for one in events.replayed.events if one.named() == "pack-handed-over"]
    assert [getattr(one, "digest", "") for one in handed] == [pack.archive_digest]
    assert "Wijkagent J. Peters" in page_of(cast.director, f"/politie/{world.case}/")
    assert "Wijkagent J. Peters" in page_of(cast.director, address)


def test_the_next_pack_begins_with_what_the_last_one_held(
    cast: Cast, world: Stalking, school_morning: datetime
) -> None:
    sent(cast, world, damage="Een kapotte telefoon", wants_contact=[str(cast.affected)])
    again = page_of(cast.director, f"/politie/{world.case}/pakket/")
    assert "Een kapotte telefoon" in again
    assert re.search(rf'name="shows_{world.files["chat.txt"].hex}" value="nobody"[^>]*checked', again)


def test_what_is_amiss_is_told_beside_the_field_and_nothing_typed_is_lost(
    cast: Cast, world: Stalking, school_morning: datetime
) -> None:
    named = sent(cast, world, facts="Sem zag het. Het duurde lang.")
    assert named.status_code == 422
    assert "Hier staat “Sem”" in named.content.decode()
    assert "Het duurde lang" in named.content.decode()
    unanswered = sent(cast, world, **{f"shows_{world.files['groep.png'].hex}": ""})
    assert unanswered.status_code == 422
    wish = sent(cast, world, persons=[], wants_support=[str(cast.affected)])
    assert "haal de wens weg" in wish.content.decode()
    assert sent(cast, world, persons=[str(cast.third_year)]).status_code == 422
    assert not Pack.objects.exists()


def test_a_file_that_names_somebody_is_told_beside_its_question(
    cast: Cast, school_morning: datetime, evidence_folder: Path
) -> None:
    world = stalking(cast, school_morning, evidence={"chat.txt": b"Sem: haha\n"})
    decide_to_report(cast, world.case, school_morning)
    answer = sent(cast, world)
    assert answer.status_code == 422
    assert "Dit bestand noemt “Sem”" in answer.content.decode()


def test_who_typed_while_the_case_went_on_reads_what_was_added(
    cast: Cast, world: Stalking, school_morning: datetime
) -> None:
    before = filled_in(cast, world, damage="Een kapotte telefoon")
    do(cast, world.case, "cite-conduct", school_morning, conduct=["bedreiging"])
    answer = browser_of(cast.director).post(f"/politie/{world.case}/pakket/", before)
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Iemand bedreigen" in shown
    assert "Een kapotte telefoon" in shown
    assert sent(cast, world).status_code == 302


def test_the_director_looks_at_evidence_with_a_reason(cast: Cast, world: Stalking, school_morning: datetime) -> None:
    address = f"/incidenten/{world.incident}/bewijs/{world.files['chat.txt']}/"
    assert f'href="{address}"' in page_of(cast.director, f"/politie/{world.case}/pakket/")
    assert 'name="reason"' in page_of(cast.director, address)


@pytest.mark.parametrize("who", ["coordinator", "safety", "charlie", "subject", "affected", "guardian", "beheerder"])
def test_who_may_not_report_to_the_police_finds_no_pack(
    cast: Cast, world: Stalking, school_morning: datetime, who: str
) -> None:
    sent(cast, world)
    pack = Pack.objects.get().id
    browser: Client = browser_of(getattr(cast, who))
    for address in (f"/politie/{world.case}/pakket/", f"/politie/pakket/{pack}/", f"/politie/pakket/{pack}/bewijs/",
                    f"/politie/pakket/{pack}/rapport/", f"/politie/pakket/{pack}/overdracht/"):  # fmt: skip
        assert browser.get(address).status_code == 404, address
    assert browser.post(f"/politie/{world.case}/pakket/", filled_in(cast, world)).status_code == 404
    assert Pack.objects.count() == 1


@pytest.mark.article("leerlingen-10")
def test_no_offence_goes_silently(cast: Cast, school_morning: datetime, evidence_folder: Path) -> None:
    world = stalking(cast, school_morning)
    do(cast, world.case, "end-without-measure", school_morning, ground="solved", reason="Samen opgelost.")
    said = {"seen_version": str(cases.version(world.case)), "summary": "Klaar."}
    answer = browser_of(cast.coordinator).post(f"/zaken/{world.case}/close/", said)
    assert answer.status_code == 422
    assert "Beslissen over aangifte" in answer.content.decode()
