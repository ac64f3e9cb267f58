"""The page `Mag dit?` with what registers say: accounts, consent for pictures, the manager's answer."""

import re
from collections.abc import Callable
from html import unescape
from uuid import UUID

import pytest
from django.test import Client

from keyzer.channels import actions as channels
from keyzer.consent import actions as consent
from keyzer.ledger.models import Access
from keyzer.people import queries as people
from keyzer.protocol import ConsultAnswer, ImagePurpose, ImageSaid
from tests.cast import NOW, Cast
from tests.rooms.channels import world as accounts
from tests.rooms.consults import world as consults

SignIn = Callable[[UUID], Client]
pytestmark = pytest.mark.usefixtures("school_morning")
ANSWER = "/mag-dit/antwoord/?who=personeel"
FOLLOW = f"{ANSWER}&act=befriend&towards=pupil"
PICTURE = f"{ANSWER}&act=post&content=picture-of-person&account=school-official&place=elsewhere"
DOUBT = f"{ANSWER}&act=post&content=ordinary&account=own-private&place=elsewhere&in_doubt=true"


def page(browser: Client, url: str, status: int = 200) -> str:
    response = browser.get(url, follow=True)
    assert response.status_code == status
    return " ".join(unescape(response.content.decode()).split())


def tapped(browser: Client, told: str, words: str) -> str:
    found = re.search(rf'href="([^"]+)"[^>]*>(?:<span>)?{re.escape(words)}', told)
    assert found, f"`{words}` cannot be tapped"
    return page(browser, found[1])


def agree(*about: UUID) -> None:
    """Everybody who decides about these pupils says yes to the site."""
    for pupil in about:
        for one in people.guardians_of(pupil, NOW.date()):
            if one.authority:
                consent.answer(pupil, ImagePurpose.SITE, ImageSaid.YES, by=one.id, at=NOW)


@pytest.mark.article("personeel-7")
def test_an_account_of_the_register_answers_whose_it_is_and_what_it_shows(sign_in: SignIn, cast: Cast) -> None:
    accounts.work(cast)
    charlie = sign_in(cast.charlie)
    told = tapped(charlie, page(charlie, FOLLOW), "@gym.charlie (Instagram)")
    told = tapped(charlie, told, "Nee")
    assert "Ja, dit mag" in told
    assert "@gym.charlie (Instagram) staat in het register als account voor je werk." in told
    assert "Via welk account?" in tapped(charlie, told, "Zelf antwoorden")


@pytest.mark.article("personeel-7")
def test_an_account_that_was_looked_over_and_is_not_right_is_told_as_it_is(sign_in: SignIn, cast: Cast) -> None:
    account = accounts.work(cast)
    channels.review(account, is_right=False, remark="Vakantiefoto's", by=accounts.viewer(cast.teamleider), at=NOW)
    told = page(sign_in(cast.charlie), f"{FOLLOW}&kanaal={account}&unwelcome=false")
    assert "Nee, dit mag niet" in told
    assert "ook iets persoonlijks" in told


@pytest.mark.article("personeel-7")
def test_through_an_account_that_pupils_don_t_follow_one_asks_first(sign_in: SignIn, cast: Cast) -> None:
    draft = channels.Draft(
        platform="instagram", shown="@gym.collegas", purpose="Vakgroep", recovery="Kluis", free_of_personal=True
    )
    account = channels.register_own(draft, by=accounts.viewer(cast.charlie), at=NOW)
    told = page(sign_in(cast.charlie), f"{FOLLOW}&kanaal={account}&unwelcome=false")
    assert "Vraag het eerst" in told
    assert "dat leerlingen dit account niet volgen" in told
    colleagues = FOLLOW.replace("towards=pupil", "towards=staff")
    assert "Ja, dit mag" in page(sign_in(cast.charlie), f"{colleagues}&kanaal={account}&unwelcome=false")


@pytest.mark.article("personeel-7")
def test_only_accounts_that_fit_what_was_told_are_offered(sign_in: SignIn, cast: Cast) -> None:
    accounts.work(cast)
    accounts.channel(cast)
    told = page(sign_in(cast.charlie), f"{FOLLOW}&account=professional&unwelcome=false")
    assert "Wat staat er op dat account?" in told
    assert "@gym.charlie (Instagram)" in told
    other = page(sign_in(cast.teacher), f"{FOLLOW}&account=professional&unwelcome=false")
    assert "@DeKeyzer" not in other


@pytest.mark.article("personeel-7")
def test_what_was_handed_over_is_asked_anew(sign_in: SignIn, cast: Cast) -> None:
    account = accounts.work(cast)
    channels.hand_over(account, cast.teacher, by=accounts.viewer(cast.charlie), at=NOW)
    told = page(sign_in(cast.teacher), f"{FOLLOW}&kanaal={account}&unwelcome=false")
    assert "Wat staat er op dat account?" in told


@pytest.mark.article("personeel-7")
def test_an_account_that_stopped_answers_nothing_and_the_question_comes_back(sign_in: SignIn, cast: Cast) -> None:
    account = accounts.work(cast)
    channels.retire(account, "Gestopt", by=accounts.viewer(cast.charlie), at=NOW)
    before = Access.objects.count()
    asked = f"{FOLLOW}&kanaal={account}&unwelcome=false"
    assert "Ja, dit mag" not in page(sign_in(cast.charlie), asked)
    told = page(sign_in(cast.charlie), f"{asked}&account=own-private")
    assert "@gym.charlie (Instagram) is gestopt" in told
    assert Access.objects.count() == before
    page(sign_in(cast.teacher), asked, status=404)


@pytest.mark.article("personeel-7")
def test_the_account_of_another_can_t_be_told_by_address(sign_in: SignIn, cast: Cast) -> None:
    account = accounts.work(cast)
    before = Access.objects.count()
    page(sign_in(cast.teacher), f"{FOLLOW}&kanaal={account}", status=404)
    assert Access.objects.count() == before + 1
    page(sign_in(cast.teacher), f"{FOLLOW}&kanaal=onzin", status=404)
    assert "@gym.charlie" not in page(Client(), f"{FOLLOW}&kanaal={account}")


def test_what_somebody_tells_goes_before_the_register(sign_in: SignIn, cast: Cast) -> None:
    account = accounts.work(cast)
    told = page(sign_in(cast.charlie), f"{FOLLOW}&account=own-private&kanaal={account}&unwelcome=false")
    assert "Nee, dit mag niet" in told
    assert "Wat school al wist" not in told


@pytest.mark.article("leerlingen-6", "personeel-6")
def test_the_consent_register_says_who_of_a_class_may_not_be_shown(sign_in: SignIn, cast: Cast) -> None:
    agree(cast.subject, cast.reporter)
    mentor = sign_in(cast.mentor)
    tapped(mentor, page(mentor, PICTURE), "Opzoeken of mijn klas op de foto mag")
    asked = PICTURE.replace("antwoord", "beeld")
    told = page(mentor, f"{asked}&doel=site&klas={cast.class_2a}&zoek=1")
    assert "<li>Noor Jansen</li>" in told
    assert "Daan Bakker" not in told
    refused = tapped(mentor, told, "Iemand van hen is te herkennen")
    assert "Nee, dit mag niet" in refused
    assert "Niet van iedereen is er een ja." in refused
    without = tapped(mentor, told, "Niemand van hen is te herkennen")
    assert "Is er twijfel" in without
    allowed = tapped(mentor, without, "Nee, geen twijfel")
    assert "Ja, dit mag" in allowed
    assert "Niet: Noor Jansen." in allowed


@pytest.mark.article("leerlingen-6", "personeel-6")
def test_who_does_not_work_with_a_class_gets_no_names(sign_in: SignIn, cast: Cast) -> None:
    asked = PICTURE.replace("antwoord", "beeld")
    told = page(sign_in(cast.charlie), f"{asked}&doel=site&klas={cast.class_2a}&zoek=1")
    assert "Vraag de mentor van deze klas" in told
    assert "Jansen" not in told
    told = page(sign_in(cast.charlie), f"{PICTURE}&in_doubt=false&beeld=site.{cast.class_2a}")
    assert "niet iedereen mag op de foto" in told
    assert "Jansen" not in told
    page(sign_in(cast.subject), asked, status=404)


@pytest.mark.article("leerlingen-6")
def test_a_yes_is_read_anew_and_counts_for_channels_of_the_school_alone(sign_in: SignIn, cast: Cast) -> None:
    consent.answer(cast.grown_up, ImagePurpose.SITE, ImageSaid.YES, by=cast.grown_up, at=NOW)
    mentor, known = sign_in(cast.mentor), f"beeld=site.{cast.class_6a}"
    before = page(mentor, f"{PICTURE}&in_doubt=false&{known}")
    consent.answer(cast.grown_up, ImagePurpose.SITE, ImageSaid.NO, by=cast.grown_up, at=NOW)
    after = page(mentor, f"{PICTURE}&in_doubt=false&{known}")
    assert ("Ja, dit mag" in before, "Nee, dit mag niet" in after) == (True, True)
    private = PICTURE.replace("school-official", "own-private")
    asked = page(mentor, f"{private}&{known}")
    assert "Vindt de persoon om wie het gaat het goed?" in asked
    assert "telt alleen voor kanalen van school" in asked


@pytest.mark.article("leerlingen-6")
def test_a_pupil_is_told_to_ask_and_hears_no_names(sign_in: SignIn, cast: Cast) -> None:
    told = page(
        sign_in(cast.reporter),
        "/mag-dit/antwoord/?who=leerling&act=post&content=picture-of-person&account=own-private",
    )
    assert "Vraag het aan wie erop staat." in told
    assert f'href="/beeld/{cast.reporter}/"' in told
    account = page(sign_in(cast.reporter), "/mag-dit/antwoord/?who=leerling&act=sign-in-as&place=elsewhere")
    assert "wie erop staat" not in account
    assert "Opzoeken" not in told


@pytest.mark.article("personeel-1")
@pytest.mark.parametrize(
    ("said", "tap", "outcome"),
    [
        (ConsultAnswer.YES, ": ja.", "Ja, dit mag"),
        (ConsultAnswer.YES_IF, ": ja, als: Zonder namen.", "Doe eerst wat je leidinggevende vroeg."),
        (ConsultAnswer.NO, ": nee.", "Je leidinggevende heeft nee gezegd."),
    ],
)
def test_the_answer_of_the_manager_is_offered(
    said: ConsultAnswer, tap: str, outcome: str, sign_in: SignIn, cast: Cast
) -> None:
    consults.answer(consults.ask(cast), cast.teamleider, said)
    charlie = sign_in(cast.charlie)
    told = page(charlie, DOUBT)
    words = f"Je vraag van vandaag over “Wat een topdag met de brugklas! Kook ook” (Instagram){tap}"
    told = tapped(charlie, told, words[:45])
    assert outcome in told
    assert tap in told


@pytest.mark.article("personeel-1")
def test_an_answer_fits_who_speaks_and_is_the_asker_s_alone(sign_in: SignIn, cast: Cast) -> None:
    consult = consults.ask(cast)
    charlie = sign_in(cast.charlie)
    assert "wacht nog op antwoord" in page(charlie, DOUBT)
    page(charlie, f"{DOUBT}&antwoord={consult}", status=404)
    consults.answer(consult, cast.teamleider)
    assert "nog geen antwoord van je leidinggevende" in page(charlie, f"{DOUBT}&capacity=self")
    page(sign_in(cast.teamleider), f"{DOUBT}&antwoord={consult}", status=404)
    page(sign_in(cast.teacher), f"{DOUBT}&antwoord={consult}", status=404)


def test_pages_with_what_registers_say_are_kept_by_no_cache(sign_in: SignIn, cast: Cast) -> None:
    assert "no-store" in sign_in(cast.charlie).get(FOLLOW).headers["Cache-Control"]


def test_a_broken_question_about_a_picture_is_told_kindly(sign_in: SignIn, cast: Cast) -> None:
    mentor, asked = sign_in(cast.mentor), PICTURE.replace("antwoord", "beeld")
    assert "Kies minstens één klas." in page(mentor, f"{asked}&doel=site&zoek=1", status=422)
    page(mentor, "/mag-dit/beeld/?act=fly", status=400)
    page(mentor, f"{PICTURE}&beeld=site.{cast.subject}", status=404)
