"""Moments are said as people say them, and terms tell whether they press."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import translation

from keyzer.design import moments

NOW = datetime(2025, 11, 20, 9, 30, tzinfo=UTC)  # a Thursday, half past ten in Amsterdam


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (NOW + timedelta(hours=5, minutes=30), "vandaag 16:00"),
        (NOW + timedelta(hours=22, minutes=30), "morgen 9:00"),
        (NOW - timedelta(days=1), "gisteren 10:30"),
        (date(2025, 11, 24), "ma 24 nov"),
        (date(2026, 1, 5), "5 jan 2026"),
        (datetime(2025, 11, 20, 23, 30, tzinfo=UTC), "morgen 0:30"),
    ],
)
def test_moments_in_dutch(moment: date, words: str) -> None:
    assert moments.spoken(moment, NOW) == words


def test_moments_in_english() -> None:
    with translation.override("en"):
        assert moments.spoken(NOW + timedelta(days=1), NOW) == "tomorrow 10:30"
        assert moments.spoken(date(2025, 11, 24), NOW) == "Mon 24 Nov"


@pytest.mark.parametrize(
    ("due", "kind", "words"),
    [
        (NOW - timedelta(minutes=1), "late", "te laat, was vandaag 10:29"),
        (date(2025, 11, 18), "late", "2 dagen te laat"),
        (date(2025, 11, 20), "waits", "uiterlijk vandaag"),
        (NOW + timedelta(hours=5, minutes=30), "waits", "vóór vandaag 16:00"),
        (NOW + timedelta(days=4), "open", "vóór ma 24 nov 10:30"),
        (date(2025, 11, 24), "open", "uiterlijk ma 24 nov"),
    ],
)
def test_terms_tell_whether_they_press(due: date, kind: str, words: str) -> None:
    assert moments.deadline(due, NOW) == (kind, words)


def test_the_whole_date_and_the_machine_value() -> None:
    assert moments.in_full(NOW) == "donderdag 20 november 2025, 10:30"
    assert moments.in_full(NOW.date()) == "donderdag 20 november 2025"
    assert moments.machine(NOW) == "2025-11-20T10:30+01:00"
    assert moments.machine(NOW.date()) == "2025-11-20"
