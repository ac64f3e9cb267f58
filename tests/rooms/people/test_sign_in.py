"""Signing in and out, and what wrong guesses lead to."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse

from keyzer.people import actions
from keyzer.people.models import User
from keyzer.people.passwords import SchoolArgon2
from keyzer.people.roster import NewAccount, NewPerson, NewRole, Roster
from keyzer.protocol import Role
from tests.cast import NOW, PASSWORD, SINCE, Cast

OWN = "/melden/mijn/"


@pytest.fixture
def teacher(school: None) -> UUID:
    """Somebody with a password."""
    cache.clear()
    person = uuid4()
    roster = Roster(
        people=(NewPerson(person, "Tess", "Hoek"),),
        accounts=(NewAccount(person, "thoek", PASSWORD, "t.hoek@dekeyzer.example"),),
        roles=(NewRole(person, Role.DOCENT, SINCE),),
    )
    actions.enter(roster, by=None, at=NOW)
    return person


def attempt(client: Client, login: str, password: str, address: str = "192.0.2.1") -> int:
    return client.post("/aanmelden/", {"login": login, "password": password}, REMOTE_ADDR=address).status_code


@pytest.mark.parametrize("login", ["thoek", "THOEK", "t.hoek@dekeyzer.example"])
def test_with_name_or_address_and_password(client: Client, teacher: UUID, login: str) -> None:
    assert attempt(client, login, PASSWORD) == 302
    assert client.get("/aanmelden/").status_code == 302


def test_the_page_is_dutch_and_labels_its_fields(client: Client, school: None) -> None:
    page = client.get("/aanmelden/", headers={"Accept-Language": "nl"}).content.decode()
    assert "Gebruikersnaam of e-mailadres" in page
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page


def test_a_wrong_password_says_nothing_about_the_name(client: Client, teacher: UUID) -> None:
    cache.clear()
    known = client.post("/aanmelden/", {"login": "thoek", "password": "fout"}).content.decode()
    unknown = client.post("/aanmelden/", {"login": "niemand", "password": "fout"}).content.decode()
    assert "niemand" in unknown
    errors = [page[page.index("<form") :].replace("thoek", "niemand") for page in (known, unknown)]
    assert [len(page) for page in errors] == [len(errors[0])] * 2


def test_guesses_from_afar_do_not_lock_the_teacher_out(teacher: UUID) -> None:
    guesser = Client(headers={"Accept-Language": "nl"})
    for _ in range(9):
        attempt(guesser, "thoek", "fout", "198.51.100.7")
    refused = guesser.post("/aanmelden/", {"login": "thoek", "password": PASSWORD}, REMOTE_ADDR="198.51.100.7")
    assert "te vaak geprobeerd" in refused.content.decode()
    assert attempt(Client(), "thoek", PASSWORD, "192.0.2.1") == 302


def test_signing_out_needs_a_button(client: Client, teacher: UUID) -> None:
    attempt(client, "thoek", PASSWORD)
    assert client.get("/afmelden/").status_code == 200
    assert client.post("/afmelden/").status_code == 302
    assert client.get("/aanmelden/").status_code == 200


def test_a_session_ends_by_itself(sign_in: Callable[[UUID], Client], cast: Cast, school_morning: datetime) -> None:
    browser = sign_in(cast.reporter)
    assert browser.get(OWN).status_code == 200
    with time_machine.travel(school_morning + timedelta(hours=13), tick=False):
        assert browser.get(OWN).status_code == 302


def test_an_account_that_was_closed_is_out_at_once(sign_in: Callable[[UUID], Client], cast: Cast) -> None:
    browser = sign_in(cast.reporter)
    User.objects.filter(person_id=cast.reporter).update(is_active=False)
    assert browser.get(OWN).status_code == 302


def test_nobody_signs_up_alone(client: Client) -> None:
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")


def test_a_new_password_holds_and_the_old_does_not(client: Client, teacher: UUID) -> None:
    attempt(client, "thoek", PASSWORD)
    new = "drie groene fietsen op een dak"
    answer = client.post("/account/wachtwoord/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert answer.status_code == 302
    assert attempt(Client(), "thoek", PASSWORD) == 200
    assert attempt(Client(), "thoek", new) == 302


@pytest.mark.article("leerlingen-4")
@pytest.mark.article("personeel-5")
def test_a_weak_password_is_refused(client: Client, teacher: UUID) -> None:
    attempt(client, "thoek", PASSWORD)
    weak = {"oldpassword": PASSWORD, "password1": "wachtwoord", "password2": "wachtwoord"}
    assert client.post("/account/wachtwoord/", weak).status_code == 200


def test_who_has_no_password_is_told_so(sign_in: Callable[[UUID], Client], cast: Cast) -> None:
    answer = sign_in(cast.charlie).get("/account/wachtwoord/", follow=True)
    assert answer.redirect_chain == [("/account/geen-wachtwoord/", 302)]
    assert answer.status_code == 200


def test_the_language_can_be_chosen(client: Client, school: None) -> None:
    client.post("/taal/", {"language": "en", "next": "/aanmelden/"})
    assert "Sign in" in client.get("/aanmelden/", headers={"Accept-Language": "nl"}).content.decode()


def test_guesses_at_many_names_do_not_wipe_out_what_was_counted_of_one(teacher: UUID) -> None:
    guesser = Client()
    for _ in range(8):
        attempt(guesser, "thoek", "fout", "198.51.100.7")
    for number in range(400):
        cache.set(f"of-another-name-{number}", [1.0], 900)
    refused = guesser.post("/aanmelden/", {"login": "thoek", "password": PASSWORD}, REMOTE_ADDR="198.51.100.7")
    assert refused.status_code == 200


@pytest.fixture
def hashes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows with every password that is hashed, to compare or to keep."""
    done: list[str] = []

    class Counted(SchoolArgon2):
        def encode(self, password: str, salt: str) -> str:
            done.append(password)
            return super().encode(password, salt)

        def verify(self, password: str, encoded: str) -> bool:
            done.append(password)
            return super().verify(password, encoded)

    monkeypatch.setattr("django.contrib.auth.hashers.get_hashers", lambda: [Counted()])
    monkeypatch.setattr("django.contrib.auth.hashers.get_hashers_by_algorithm", lambda: {"argon2": Counted()})
    return done


@pytest.mark.parametrize(
    "login", ["thoek", "t.hoek@dekeyzer.example", "niemand", "niemand@dekeyzer.example", "sleutelloos"]
)
def test_every_wrong_guess_costs_one_hash(client: Client, teacher: UUID, login: str, hashes: list[str]) -> None:
    """So that the time of an answer does not tell whether there is such an account, or whether it has a password."""
    person = uuid4()
    keyless = NewAccount(person, "sleutelloos", None, "s.loos@dekeyzer.example")
    actions.enter(Roster(people=(NewPerson(person, "Sem", "Loos"),), accounts=(keyless,)), by=None, at=NOW)
    before = hashes.copy()
    attempt(client, login, "fout")
    assert len(hashes) == len(before) + 1
