"""Pages of custody, in bad weather: an unknown tag, one scanned twice, two at once, a parent without authority."""

from datetime import datetime

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from keyzer.custody import queries
from keyzer.custody.models import Custody
from keyzer.protocol import CustodyPhase
from tests.cast import Cast, browser_of
from tests.rooms.custody.world import DESCRIPTION, IN_LESSON, record, safe, take


def url(what: str, custody: object) -> str:
    return reverse("custody:do", args=[custody, what])


@pytest.mark.article("leerlingen-9")
def test_a_teacher_takes_it_in_without_knowing_a_rule(cast: Cast, school_morning: datetime) -> None:
    teacher = browser_of(cast.teacher)
    assert "Daan Bakker" in teacher.get("/inname/nieuw/?q=daan").content.decode()
    said = {"handed_over": "yes", "devices": ["phone"], "conduct": IN_LESSON, "place": "mij", "account": "Spelletje."}
    page = f"/inname/nieuw/{cast.subject}/"
    missing = teacher.post(page, said)
    assert missing.status_code == 422
    assert "merk en kleur" in missing.content.decode()
    answer = teacher.post(page, {**said, "description": DESCRIPTION})
    assert answer.status_code == 302
    assert DESCRIPTION.split()[0] not in answer.headers["Location"]
    shown = teacher.get(answer.headers["Location"]).content.decode()
    assert "niet doorzocht, niet ontgrendeld" in shown
    assert "Spelletje." in shown


def test_not_handing_it_over_is_written_down_and_nothing_is_kept(cast: Cast, school_morning: datetime) -> None:
    said = {"handed_over": "no", "devices": ["phone"], "conduct": IN_LESSON, "place": "mij", "account": "Nee."}
    answer = browser_of(cast.teacher).post(f"/inname/nieuw/{cast.subject}/", said)
    assert answer.status_code == 302
    row = Custody.objects.get()
    assert (row.phase, row.conduct, row.number) == ("refused", "toestel-niet-afgeven", None)
    assert browser_of(cast.teacher).get(f"/inname/{row.id}/label/").status_code == 404


def test_an_unknown_tag_has_a_calm_page(cast: Cast, school_morning: datetime) -> None:
    answer = browser_of(cast.teacher).get("/inname/tag/bestaat-niet/")
    assert answer.status_code == 404
    assert "Dit label is niet bekend" in answer.content.decode()
    assert browser_of(cast.subject).get("/inname/tag/bestaat-niet/").status_code == 404


def test_a_tag_scanned_twice_does_the_same_once(cast: Cast, school_morning: datetime) -> None:
    place, custody = safe(cast, school_morning), take(cast, school_morning)
    teacher, found = browser_of(cast.teacher), record(cast, custody)
    scanned = teacher.get(f"/inname/tag/{found.secret}/")
    assert scanned.headers["Location"] == f"/inname/{custody}/"
    moved = {"seen_version": found.version, "where": str(place)}
    assert teacher.post(f"/inname/{custody}/verplaatsen/", moved).status_code == 302
    again = teacher.post(f"/inname/{custody}/verplaatsen/", moved)
    assert again.status_code == 409
    assert "Iemand anders was je voor" in again.content.decode()
    once_more = {**moved, "seen_version": record(cast, custody).version}
    same = teacher.post(f"/inname/{custody}/verplaatsen/", once_more).content.decode()
    assert "Het apparaat is daar al." in same
    assert record(cast, custody).line.place == place


def test_the_second_of_two_who_give_it_back_reads_who_was_first(cast: Cast, school_morning: datetime) -> None:
    custody = take(cast, school_morning)
    said = {"seen_version": record(cast, custody).version, "person": str(cast.subject), "received": "on"}
    assert browser_of(cast.mentor).post(url("teruggeven", custody), said).status_code == 302
    second = browser_of(cast.teacher).post(url("teruggeven", custody), said)
    assert second.status_code == 409
    words = second.content.decode()
    assert "Teruggegeven aan Daan Bakker" in words
    assert "Mentor de Vries" in words


def test_a_parent_without_authority_is_refused_without_saying_more(cast: Cast, school_morning: datetime) -> None:
    custody = take(cast, school_morning)
    said = {"seen_version": record(cast, custody).version, "person": str(cast.guardian_without_authority)}
    answer = browser_of(cast.teacher).post(url("teruggeven", custody), {**said, "received": "on"})
    assert answer.status_code == 422
    assert "Aan deze persoon kan het niet mee." in answer.content.decode()
    stranger = {**said, "person": str(cast.reporters_guardian), "received": "on"}
    assert browser_of(cast.teacher).post(url("teruggeven", custody), stranger).status_code == 422
    assert record(cast, custody).line.phase is CustodyPhase.HELD


def test_a_signature_is_a_path_and_nothing_else(cast: Cast, school_morning: datetime) -> None:
    custody = take(cast, school_morning)
    said = {"seen_version": record(cast, custody).version, "person": str(cast.subject)}
    for wrong in ('M1 1"><script>', "M1 1L2", "javascript:1"):
        assert (
            browser_of(cast.teacher).post(url("teruggeven", custody), {**said, "signature": wrong}).status_code == 422
        )
    signed = {**said, "signature": "M10 10L20 30M40 40L50 50"}
    assert browser_of(cast.teacher).post(url("teruggeven", custody), signed).status_code == 302
    shown = browser_of(cast.teacher).get(f"/inname/{custody}/").content.decode()
    assert 'd="M10 10L20 30M40 40L50 50"' in shown


def test_why_is_for_few(cast: Cast, school_morning: datetime) -> None:
    custody = take(cast, school_morning)
    assert not record(cast, custody, cast.charlie).reads_why
    assert record(cast, custody, cast.coordinator).reads_why
    assert "Spelletje" not in browser_of(cast.charlie).get(f"/inname/{custody}/").content.decode()
    assert queries.record_for(cast.viewer(cast.safety), custody) is None


def test_parents_with_authority_and_the_pupil_read_it(cast: Cast, school_morning: datetime) -> None:
    custody = take(cast, school_morning)
    for person in (cast.subject, cast.guardian, cast.second_guardian):
        assert "Telefoon van Daan Bakker" in browser_of(person).get("/mijn/").content.decode()
        page = browser_of(person).get(f"/inname/van-mij/{custody}/").content.decode()
        assert DESCRIPTION in page
    for person in (cast.guardian_without_authority, cast.reporter, cast.reporters_guardian, cast.teacher):
        assert browser_of(person).get(f"/inname/van-mij/{custody}/").status_code == 404


def test_counting_and_figures_name_no_pupil(cast: Cast, school_morning: datetime) -> None:
    place = safe(cast, school_morning)
    take(cast, school_morning, place=place)
    teacher = browser_of(cast.teacher)
    assert "Hier hoort één apparaat te liggen." in teacher.get(f"/inname/tellen/{place}/").content.decode()
    counted = teacher.post(f"/inname/tellen/{place}/", {"extra": "12, 15"}).content.decode()
    assert "Niet gevonden" in counted
    assert "12, 15" in counted
    figures = browser_of(cast.director).get("/inname/cijfers/").content.decode()
    assert "minder dan 5" in figures
    assert "Daan" not in figures


def test_the_list_costs_the_same_for_many(
    cast: Cast, school_morning: datetime, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    place = safe(cast, school_morning)
    for pupil in (cast.subject, cast.reporter, cast.affected, cast.bystander, cast.third_year):
        take(cast, school_morning, pupil=pupil, place=place)
    teacher = browser_of(cast.teacher)
    with django_assert_max_num_queries(14):
        page = teacher.get("/inname/")
    assert page.content.decode().count("Telefoon van") == 5
