"""Who gets which page, and the trace that is left."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from keyzer.ledger import queries as ledger
from tests.cast import Cast
from tests.rooms.people import pages

pytestmark = pytest.mark.urls(pages)

SignIn = Callable[[UUID], Client]


def test_a_visitor_gets_the_open_page_and_is_asked_to_sign_in_for_others(client: Client, school: None) -> None:
    assert client.get("/all").content == b"open"
    answer = client.get("/school?q=Noor")
    assert (answer.status_code, answer["Location"]) == (302, "/aanmelden/?next=/school")


def test_who_is_tied_to_the_school_comes_in(sign_in: SignIn, cast: Cast) -> None:
    answer = sign_in(cast.charlie).get("/school")
    assert answer.content == b"Charlie Buiten"
    assert answer["Cache-Control"] == "private, no-store"


def test_who_is_not_tied_to_the_school_is_told_kindly(sign_in: SignIn, cast: Cast) -> None:
    answer = sign_in(cast.stranger).get("/school", headers={"Accept-Language": "nl"})
    assert answer.status_code == 403
    assert "Deze naam kennen we hier nog niet" in answer.content.decode()


def test_a_role_opens_a_page_and_its_absence_is_a_page_that_does_not_exist(sign_in: SignIn, cast: Cast) -> None:
    assert sign_in(cast.coordinator).get("/some").status_code == 200
    assert sign_in(cast.director).get("/some").status_code == 200
    assert sign_in(cast.charlie).get("/some").status_code == 404
    (trace,) = ledger.access_to("page", "for_some")
    assert (trace.by, trace.outcome) == (cast.charlie, "refused")


def test_seeing_and_being_refused_leave_a_trace(sign_in: SignIn, cast: Cast) -> None:
    assert sign_in(cast.subject).get(f"/about/{cast.subject}").status_code == 200
    assert sign_in(cast.charlie).get(f"/about/{cast.subject}").status_code == 404
    traces = list(ledger.access_to("dossier", str(cast.subject)))
    assert {(trace.by, trace.outcome) for trace in traces} == {(cast.subject, "seen"), (cast.charlie, "refused")}


def test_a_guard_costs_few_queries(
    sign_in: SignIn, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = sign_in(cast.mentor)
    with django_assert_max_num_queries(6):
        client.get("/school")


@pytest.mark.parametrize(
    ("view", "guard"), [("for_all", "public"), ("for_the_school", "signed_in"), ("for_some", "for_roles")]
)
def test_every_guarded_view_says_by_what(view: str, guard: str) -> None:
    assert getattr(pages, view).guard == guard
