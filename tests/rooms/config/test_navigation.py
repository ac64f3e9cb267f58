"""What stands around a page, by who looks."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries, Settings

from keyzer.config.navigation import page_frame
from tests.cast import Cast

SignIn = Callable[[UUID], Client]
STAFF = {"/telefoon/nakijken/", "/ruggespraak/", "/kanalen/"}
EVERYBODY = {"/", "/mag-dit/", "/check/", "/beeld/", "/melden/", "/protocol/", "/tekenen/", "/leren/", "/programmas/"}


def addresses(client: Client, page: str = "/mag-dit/") -> dict[str, bool]:
    """The lines of the menu on a page, and which is the present one."""
    return {url: here for _label, url, _icon, here in client.get(page).context["navigation"]}


def test_a_visitor_sees_what_is_for_everybody(client: Client, cast: Cast) -> None:
    assert list(addresses(client)) == ["/", "/mag-dit/", "/melden/", "/protocol/", "/programmas/"]


@pytest.mark.parametrize(
    ("part", "also"),
    [
        ("coordinator", STAFF | {"/inname/", "/melden/ontvangen/", "/incidenten/", "/zaken/"}),
        ("teamleider", STAFF | {"/inname/", "/telefoon/borden/", "/incidenten/", "/zaken/", "/zaken/personeel/"}),
        (
            "director",
            STAFF
            | {"/inname/", "/melden/ontvangen/", "/incidenten/", "/zaken/", "/zaken/personeel/", "/instellingen/"}
            | {"/telefoon/borden/"},
        ),
        ("hr", STAFF | {"/zaken/personeel/", "/instellingen/"}),
        ("charlie", STAFF | {"/inname/", "/telefoon/"}),
        ("beheerder", STAFF | {"/instellingen/", "/telefoon/borden/"}),
        ("subject", {"/mijn/"}),
        ("guardian", {"/mijn/"}),
    ],
)
def test_a_role_opens_its_own_lines(sign_in: SignIn, cast: Cast, part: str, also: set[str]) -> None:
    assert set(addresses(sign_in(getattr(cast, part)))) == EVERYBODY | also


def test_one_line_is_the_present_one(sign_in: SignIn, cast: Cast) -> None:
    lines = addresses(sign_in(cast.coordinator), "/melden/ontvangen/")
    assert [url for url, here in lines.items() if here] == ["/melden/ontvangen/"]


@pytest.mark.django_db
def test_without_a_school_a_page_still_has_a_frame(rf: RequestFactory) -> None:
    assert page_frame(rf.get("/")) == {}


def test_the_frame_costs_few_queries(
    rf: RequestFactory, cast: Cast, settings: Settings, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    settings.KEYZER_DEMO = True
    with django_assert_num_queries(1):
        page_frame(rf.get("/"))
