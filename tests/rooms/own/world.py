"""What the tests of the own room share: a suspension, an intention towards staff, and the words of pages."""

from datetime import datetime
from html import unescape
from re import DOTALL, sub
from typing import Any
from uuid import UUID

from django.test import Client

from keyzer.cases.actions import open_case
from keyzer.letters import actions as letters
from keyzer.people.models import School
from keyzer.protocol import Channel
from tests.cast import Cast
from tests.rooms.cases.world import do, open_incident
from tests.rooms.letters.world import World, suspended


def public_school(cast: Cast, at: datetime) -> World:
    """A suspension of two days, decided at a public school, where objection is open to it (Awb)."""
    school = School.objects.get()
    school.settings = {**school.settings, "governance": "openbaar"}
    school.save()
    return suspended(cast, at)


def send(world: World, who: str, kind: str = "besluit-schorsing") -> UUID:
    """The letter of this kind, drafted, approved and sent by post to one of the cast."""
    letter = world.draft(f"{kind}/{who}")
    seen = world.approve(letter)
    letters.send(letter, Channel.BRIEF, "", seen=seen, by=world.cast.director, at=world.at)
    return letter


def intended(cast: Cast, at: datetime) -> UUID:
    """A case about a teacher, whom HR gave the intention of a reprimand."""
    incident = open_incident(cast, at, by=cast.teamleider, subject=cast.teacher)
    case = open_case(incident, cast.teacher, by=cast.teamleider, at=at)
    given: dict[str, Any] = {
        "given_at": at,
        "facts": "Een bericht op zondag.",
        "reason": "Het was niet voor het eerst.",
    }
    do(cast, case, "record-intention", at, by=cast.hr, measure="berisping", **given)
    return case


def words(browser: Client, address: str, status: int = 200) -> str:
    """The words of a page, on one line."""
    answer = browser.get(address, follow=True)
    assert answer.status_code == status, (address, answer.status_code)
    return text_of(answer.content.decode())


def text_of(page: str) -> str:
    """What a page says, without its marks."""
    body = sub(r"<head>.*?</head>|<script.*?</script>", " ", page, flags=DOTALL)
    return " ".join(unescape(sub(r"<[^>]+>", " ", body)).split())
