"""In and out again, on a device that others use as well."""

import pytest

from keyzer.people import actions
from keyzer.people.roster import NewAccount, NewPerson, NewRole, Roster
from keyzer.protocol import Role
from tests.cast import NOW, PASSWORD, SINCE, Cast, _id
from tests.journeys.conftest import Handing


@pytest.fixture
def tess(cast: Cast) -> str:
    """A teacher who has a password; answers the name to sign in with."""
    person = _id("tess")
    actions.enter(
        Roster(
            people=(NewPerson(person, "Tess", "Hoek"),),
            accounts=(NewAccount(person, "thoek", PASSWORD, "t.hoek@dekeyzer.example"),),
            roles=(NewRole(person, Role.DOCENT, SINCE),),
        ),
        by=None,
        at=NOW,
    )
    return "thoek"


@pytest.mark.article("leerlingen-4")
def test_in_with_a_password_and_out_with_nothing_left(tess: str, hand: Handing) -> None:
    visitor = hand()
    visitor.opens("/melden/mijn/")
    assert visitor.path == "/aanmelden/?next=/melden/mijn/"
    visitor.finds_it_sound()
    visitor.fills_in({"Gebruikersnaam of e-mailadres": tess, "Wachtwoord": "niet dit"})
    visitor.taps("Inloggen")
    visitor.reads("Deze naam en dit wachtwoord horen niet bij elkaar.")
    visitor.finds_it_sound()
    visitor.fills_in({"Wachtwoord": PASSWORD})
    visitor.taps("Inloggen")
    assert visitor.path == "/melden/mijn/"
    visitor.opens("/")
    visitor.reads("Dag Tess Hoek")

    visitor.page.get_by_role("button", name="Menu").click()
    visitor.taps("Uitloggen", within="body")
    visitor.does_not_read("Tess Hoek")
    visitor.page.go_back()
    visitor.page.wait_for_load_state()
    assert "Dag Tess Hoek" not in visitor.words()
    visitor.opens("/melden/mijn/")
    assert visitor.path.startswith("/aanmelden/")
