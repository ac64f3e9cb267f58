"""A coordinator's week: what is late stands first, and the deadlines go along in an agenda of one's own."""

from datetime import timedelta

import time_machine
from django.test import Client

from keyzer.post import actions as post
from tests.cast import NOW, Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import DESK, PHONE
from tests.rooms.cases.world import open_case


def test_a_coordinator_sees_what_is_late_and_takes_the_deadlines_along(
    cast: Cast, hand: Handing, now: time_machine.Traveller
) -> None:
    open_case(cast, NOW)
    now.move_to(NOW + timedelta(days=3))
    karin = hand(cast.coordinator)
    karin.opens("/")
    karin.reads("Te laat (2)", "Vandaag (", "Binnen een week (", "Later (")
    for size in (DESK, PHONE):
        karin.page.set_viewport_size(size)
        karin.finds_it_sound()
    karin.taps("Agenda")
    karin.reads("Maak een adres")
    karin.finds_it_sound()
    karin.taps("Maak een adres")
    karin.reads("Je ziet dit adres alleen nu")
    karin.finds_it_sound()
    address = karin.page.get_by_role("textbox", name="Adres").input_value()
    path = address.removeprefix(karin.page.url.removesuffix("/agenda/"))
    assert b"Contact met een ouder" in Client().get(path).content
    karin.opens("/agenda/")
    karin.does_not_read(path)
    karin.taps("Stoppen")
    karin.reads("werkt niet meer")
    assert Client().get(path).status_code == 404


def test_an_administrator_sees_that_mail_fails(cast: Cast, hand: Handing) -> None:
    post.queue(to=cast.guardian, kind="waiting", path="/", by=None, at=NOW - timedelta(days=5))
    post.deliver(NOW, 10)
    administrator = hand(cast.beheerder)
    administrator.opens("/")
    administrator.reads("1 e-mail kon niet worden bezorgd")
    administrator.finds_it_sound()
