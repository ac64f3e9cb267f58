"""A number that nobody was given, one that fits, and one of what was erased: the same answer for the same work."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from keyzer.intake import actions, doorkeeping, receipts
from keyzer.intake.events import IntakeLane, Told
from keyzer.intake.models import Receipt
from keyzer.ledger import actions as ledger
from tests.cast import NOW, Cast

BACK = "/melden/ontvangst/"
WRONG = "1234567812345678"
VERB_AND_TABLE = re.compile(r"^(\w+)|((?:intake|ledger|people)_\w+)\"")


@pytest.fixture(autouse=True)
def receipt(cast: Cast, school_morning: object) -> str:
    """The number of a report without a name."""
    told = Told(words="Er gaat een lijst rond")
    return actions.tell_without_name(IntakeLane.MELDING, told, layer=2, sending=uuid4(), evidence=(), at=NOW)


def a_number_that_fits() -> str:
    """One with a check of ours that belongs to nothing."""
    return receipts.made_from(UUID(int=7))


def erased(receipt: str) -> str:
    """The number, after its report was erased."""
    ledger.erase(Receipt.objects.get(lookup=receipts.lookup(receipt)).report_id, at=NOW)
    return receipt


def tried(number: str, address: str = "198.51.100.7") -> int:
    return Client(REMOTE_ADDR=address).post(BACK, {"receipt": number}).status_code


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], tuple[object, ...]]:
    """What a number costs the server, and what it answers: status, words, queries, slow derivations."""
    derived: Counter[str] = Counter()
    slow = hashlib.scrypt

    def counted(password: bytes, **terms: Any) -> bytes:
        derived["scrypt"] += 1
        return slow(password, **terms)

    monkeypatch.setattr(hashlib, "scrypt", counted)

    def of(number: str, address: str) -> tuple[object, ...]:
        before = derived["scrypt"]
        with CaptureQueriesContext(connection) as queries:
            answer = Client(REMOTE_ADDR=address).post(BACK, {"receipt": number})
        page = answer.content.decode().replace(f'value="{number}"', "")
        asked = [VERB_AND_TABLE.findall(query["sql"]) for query in queries]
        return answer.status_code, page, asked, derived["scrypt"] - before, sorted(answer.headers)

    return of


def test_every_number_that_opens_nothing_is_the_same_work(
    work: Callable[[str, str], tuple[object, ...]], receipt: str
) -> None:
    numbers = (erased(receipt), a_number_that_fits(), WRONG, "geen nummer", "12", "9" * 60, "1 OR 1=1")
    found = [work(number, f"192.0.2.{place}") for place, number in enumerate(numbers)]
    assert found == found[:1] * len(numbers)
    status, _page, queries, derivations, _headers = found[0]
    assert (status, derivations) == (422, 1)
    assert queries


def test_numbers_tried_by_machine_are_stopped_and_who_has_one_comes_in_all_the_same(
    receipt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doorkeeping, "TRIED", doorkeeping.TRIED._replace(allowed=3, by_all=5))
    guesses = (number for number in (f"{each:016}" for each in count()) if not receipts.may_be_ours(number))
    assert [tried(next(guesses)) for _time in range(5)] == [422, 422, 422, 429, 429]
    assert tried(next(guesses), "198.51.100.8") == 429
    assert tried(receipt) == 200
    with time_machine.travel(NOW + timedelta(minutes=15), tick=False):
        assert tried(next(guesses)) == 422


def test_one_number_is_read_so_often_and_others_go_on(receipt: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doorkeeping, "READ", doorkeeping.READ._replace(allowed=2))
    assert [tried(receipt) for _time in range(3)] == [200, 200, 429]
    assert tried(a_number_that_fits()) == 422


def test_of_guesses_only_one_in_ten_thousand_has_our_check() -> None:
    assert all(receipts.may_be_ours(receipts.made_from(uuid4())) for _time in range(50))
    assert sum(receipts.may_be_ours(f"{number:016}") for number in range(20_000)) < 15
