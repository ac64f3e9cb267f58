"""What a school fills in itself: who owns which part, what an empty field blocks, and who changed what."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from importlib import import_module
from uuid import UUID

import pytest
from django.test import Client

from keyzer.cases.opening import settings as pinned
from keyzer.ledger import queries as ledger
from keyzer.people import queries
from keyzer.people.models import School
from keyzer.people.school_settings.days import NotADay, read_days, write_days
from tests.cast import Cast

SignIn = Callable[[UUID], Client]
ADDRESS = "/instellingen/"
AGREEMENT = {
    "agreement_source": "CAO VO 2025-2026, art. x.y",
    "defence_days": "14",
    "order_suspension_weeks": "4",
    "appeal_body": "Commissie van Beroep",
    "appeal_weeks": "6",
    "appeal_address": "Postbus 2",
}


def fill_in(browser: Client, part: str, said: Mapping[str, str], seen: int | None = None) -> int:
    seen = queries.settings_version() if seen is None else seen
    return browser.post(f"{ADDRESS}{part}/", {"seen": seen, **said}).status_code


def words(browser: Client, path: str = ADDRESS) -> str:
    return browser.get(path, headers={"Accept-Language": "nl"}).content.decode()


@pytest.mark.parametrize(
    ("who", "parts"),
    [
        ("director", {"briefhoofd", "bezwaar", "cao", "instemming", "schooldagen", "lestijden", "pauzes"}),
        ("board", {"briefhoofd", "bezwaar", "cao", "instemming", "schooldagen", "lestijden", "pauzes"}),
        ("hr", {"cao", "instemming"}),
        ("beheerder", {"briefhoofd", "lestijden"}),
    ],
)
def test_each_sees_and_fills_in_the_own_parts(cast: Cast, sign_in: SignIn, who: str, parts: set[str]) -> None:
    browser = sign_in(getattr(cast, who))
    page = words(browser)
    for part in ("briefhoofd", "bezwaar", "cao", "instemming", "schooldagen", "lestijden", "pauzes"):
        assert (f'id="{part}"' in page) is (part in parts)
        assert browser.get(f"{ADDRESS}{part}/").status_code == (200 if part in parts else 404)


def test_an_empty_field_says_what_it_blocks(cast: Cast, sign_in: SignIn) -> None:
    School.objects.update(settings={})
    page = words(sign_in(cast.hr))
    assert "nog leeg" in page
    assert "kan er geen zaak over een medewerker worden geopend" in page


@pytest.mark.article("personeel-8")
def test_what_hr_fills_in_reaches_the_next_case(cast: Cast, sign_in: SignIn, school_morning: datetime) -> None:
    browser = sign_in(cast.hr)
    assert fill_in(browser, "cao", AGREEMENT) == 302
    consent = {"works_council_consent": "2026-09-01", "works_council_subject": "De gedragsregels."}
    assert fill_in(browser, "instemming", consent) == 302
    found = pinned(queries.school().settings)
    assert (found.defence_days, found.order_suspension_weeks, found.appeal_weeks) == (14, 4, 6)
    assert (found.agreement_source, found.works_council_consent) == (AGREEMENT["agreement_source"], date(2026, 9, 1))


def test_the_school_keeps_its_days_as_terms_count_them(cast: Cast, sign_in: SignIn) -> None:
    said = {"closed_days": "21-12-2026 t/m 01-01-2027\n24-11-2026", "day_ends": "16:00"}
    assert fill_in(sign_in(cast.director), "schooldagen", said) == 302
    found = pinned(queries.school().settings)
    assert (len(found.closed_days), found.closed_days[0], found.day_ends.hour) == (13, date(2026, 11, 24), 16)
    assert "21-12-2026 t/m 01-01-2027" in words(sign_in(cast.director))


def test_every_change_is_in_the_history_with_who_and_when(
    cast: Cast, sign_in: SignIn, school_morning: datetime
) -> None:
    fill_in(sign_in(cast.hr), "cao", AGREEMENT)
    fill_in(sign_in(cast.director), "cao", {**AGREEMENT, "defence_days": "21", "appeal_address": ""})
    first, second = queries.settings_changes()
    assert (first.by, first.part, first.at) == (cast.hr, "cao", school_morning)
    assert (second.by, second.values) == (cast.director, {"defence_days": 21, "appeal_address": None})
    assert "Adres voor beroep: leeggemaakt" in words(sign_in(cast.hr))
    assert "appeal_address" not in queries.school().settings


def test_the_same_again_writes_nothing(cast: Cast, sign_in: SignIn) -> None:
    browser, seen = sign_in(cast.hr), queries.settings_version()
    assert fill_in(browser, "cao", AGREEMENT, seen) == 302
    before = ledger.position()
    assert fill_in(browser, "cao", AGREEMENT, seen) == 302
    assert ledger.position() == before


def test_who_saw_an_older_page_sees_what_the_other_filled_in(cast: Cast, sign_in: SignIn) -> None:
    seen = queries.settings_version()
    assert fill_in(sign_in(cast.hr), "cao", AGREEMENT, seen) == 302
    answer = sign_in(cast.director).post(
        f"{ADDRESS}cao/", {"seen": seen, "defence_days": "7"}, headers={"Accept-Language": "nl"}
    )
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Dagen om te reageren op een schriftelijk voornemen: 14" in page
    assert 'name="defence_days" value="7"' in page
    assert fill_in(sign_in(cast.director), "schooldagen", {"day_ends": "16:00"}, seen) == 302


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("briefhoofd", {"brin": "1234"}),
        ("briefhoofd", {"letterhead_email": "geen adres"}),
        ("cao", {"defence_days": "0"}),
        ("cao", {"appeal_weeks": "veel"}),
        ("instemming", {"works_council_consent": "2031-01-01", "works_council_subject": "x"}),
        ("instemming", {"works_council_consent": "2026-09-01"}),
        ("schooldagen", {"closed_days": "31-11-2026"}),
        ("schooldagen", {"closed_days": "01-01-2026 t/m 31-12-2027"}),
        ("bezwaar", {"governance": "anders"}),
        ("lestijden", {"bells_normal": "8:30 - 9:20\n9:10 - 10:00"}),
        ("lestijden", {"bells_other": "Toetsweek\nna de pauze"}),
        ("lestijden", {"bells_other": "Toetsweek"}),
        ("lestijden", {"bells_other": "8:30 - 9:20"}),
        ("lestijden", {"bells_other": "Kort\n8:30 - 9:10", "bells_days": "vrijdag: Toetsweek"}),
        ("lestijden", {"bells_other": "Kort\n8:30 - 9:10", "bells_days": "zaterdag: Kort"}),
        ("pauzes", {"phone_in_breaks": "eigen"}),
    ],
)
def test_what_can_not_be_is_said_beside_the_field(
    cast: Cast, sign_in: SignIn, school_morning: datetime, part: str, said: dict[str, str]
) -> None:
    assert fill_in(sign_in(cast.director), part, said) == 422
    assert queries.settings_changes() == []


@pytest.mark.parametrize("text", ["24-12-2026", "21-12-2026 t/m 23-12-2026", "01-01-2026\n03-01-2026 t/m 04-01-2026"])
def test_days_read_as_they_were_written(text: str) -> None:
    assert write_days(read_days(text)) == text


@pytest.mark.parametrize("text", ["morgen", "24-12", "02-01-2027 t/m 01-01-2027", "t/m"])
def test_what_is_no_day_is_named(text: str) -> None:
    with pytest.raises(NotADay, match=text):
        read_days(text)


KINDS = "40-minutenrooster\n08:30 - 09:10\n\nToetsweek\n09:00 - 10:30"
ON = "vrijdag: 40-minutenrooster\n04-12-2026: gewoon\n07-12-2026 t/m 11-12-2026: Toetsweek"


def test_kinds_of_days_are_kept_and_shown_as_they_were_typed(
    cast: Cast, sign_in: SignIn, school_morning: datetime
) -> None:
    browser = sign_in(cast.director)
    assert fill_in(browser, "lestijden", {"bells_other": KINDS, "bells_days": ON}) == 302
    page = browser.get(f"{ADDRESS}lestijden/").context["form"]
    shown = {name: page[name].value() for name in ("bells_other", "bells_days")}
    assert {name: set(text.split("\n")) for name, text in shown.items()} == {
        "bells_other": set(KINDS.split("\n")),
        "bells_days": set(ON.split("\n")),
    }
    kept = dict(queries.school().settings["bells_days"])
    assert (kept[5], kept["2026-12-04"], kept["2026-12-09"]) == ("40-minutenrooster", "", "Toetsweek")


def test_short_days_of_before_become_a_kind_of_day() -> None:
    named = import_module("keyzer.people.migrations.0005_kinds_of_days")._named
    was = {"bells_short": [["08:30", "09:10"]], "bells_short_weekdays": ["5"]}
    found = named({**was, "bells_other_days": ["2026-11-27", "2026-11-24"], "day_ends": "16:00"})
    assert found == {
        "day_ends": "16:00",
        "bells_other": [["Verkort rooster", [["08:30", "09:10"]]]],
        "bells_days": [[5, "Verkort rooster"], ["2026-11-27", ""], ["2026-11-24", "Verkort rooster"]],
    }
