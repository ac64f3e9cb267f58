"""A suspension told by letter, on a phone: made for all, read over, approved, sent; each page is sound."""

from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import UUID

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.cast import Cast
from tests.journeys.frame import PHONE, Scheme, Visitor
from tests.rooms.letters.world import World

Handing = Callable[..., Visitor]


@pytest.fixture
def hand(chromium: Browser, live_server: LiveServer, cast: Cast, school_morning: datetime) -> Iterator[Handing]:
    """Hand a phone to somebody of the cast."""
    cache.clear()
    handed: list[Visitor] = []

    def give(person: UUID, *, scheme: Scheme = "light", scripts: bool = True) -> Visitor:
        context = chromium.new_context(viewport=PHONE, color_scheme=scheme, locale="nl-NL", java_script_enabled=scripts)
        visitor = Visitor(context, live_server.url)
        visitor.signs_in_as(person)
        handed.append(visitor)
        return visitor

    yield give
    for visitor in handed:
        visitor.context.close()


@pytest.mark.article("leerlingen-9")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_decision_goes_out_by_letter(world: World, hand: Handing, scheme: Scheme) -> None:
    coordinator, director = hand(world.cast.coordinator, scheme=scheme), hand(world.cast.director, scheme=scheme)
    coordinator.opens(f"/zaken/{world.case}/")
    coordinator.taps("Brieven bij deze zaak")
    coordinator.finds_it_sound()
    coordinator.taps("Maak voor alle 3")
    coordinator.taps("Marja Bakker")
    coordinator.reads("Jij kunt deze brief niet vaststellen", "Hierover gaat: directeur")
    coordinator.finds_it_sound()
    coordinator.taps("Teksten aanpassen")
    coordinator.finds_it_sound()
    coordinator.fills_in({"In je eigen woorden": "We zien ook hoe Daan zijn best doet."})
    coordinator.taps("Teksten aanpassen")
    director.opens(coordinator.path)
    director.reads("We zien ook hoe Daan zijn best doet.", "Dorpsstraat 1, 1234 AB Teststad")
    director.taps("Brief vaststellen")
    director.reads("Vastgesteld", "Controlegetal")
    director.finds_it_sound()
    director.taps("Volgende brief: aan")
    director.reads("Klad")
    director.page.go_back()
    coordinator.opens(director.path)
    coordinator.taps("Brief versturen")
    coordinator.finds_it_sound()
    coordinator.ticks("Aangetekend")
    coordinator.taps("Brief versturen")
    coordinator.reads("Vul het nummer in, of wie ervoor heeft getekend.")
    coordinator.finds_it_sound()
    coordinator.fills_in({"Hoe is dat later te bewijzen?": "3SABC001"})
    coordinator.taps("Brief versturen")
    coordinator.reads("Verstuurd", "3SABC001")
    coordinator.finds_it_sound()


def test_it_works_without_a_script(world: World, hand: Handing) -> None:
    letter = world.draft("besluit-schorsing/subject")
    director = hand(world.cast.director, scripts=False)
    director.opens(f"/brieven/brief/{letter}/")
    director.taps("Brief vaststellen")
    director.taps("Brief intrekken")
    director.fills_in({"Waarom trek je deze brief in?": "Eerst nog een gesprek."})
    director.taps("Brief intrekken")
    director.reads("Ingetrokken", "Eerst nog een gesprek.")
