"""A device in custody, told step by step: the people, the school day, and short ways to do something."""

from datetime import UTC, datetime, timedelta
from typing import Any

from keyzer.protocol.case import Actor, Event, Refusal
from keyzer.protocol.case.values import Channel
from keyzer.protocol.custody import (
    Around,
    CustodyCommand,
    CustodyState,
    HandBack,
    KeepLonger,
    TakeIn,
    Whereabouts,
    decide_custody,
    evolve_custody,
)
from keyzer.protocol.load import current
from keyzer.protocol.situation import Device
from keyzer.protocol.vocabulary import Role

EDITION = current()
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BELL = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
TEACHER = Actor(id="teacher", roles=frozenset({Role.DOCENT}))
PORTER = Actor(id="porter", roles=frozenset({Role.OOP}))
DIRECTOR = Actor(id="director", roles=frozenset({Role.DIRECTEUR}))
PUPIL = Actor(id="sem", roles=frozenset({Role.LEERLING}))
AROUND = Around(day_ends=BELL, agreeing=frozenset({"mo"}))
CONDUCT = "toestel-in-les-zonder-toestemming"


def take(**more: Any) -> TakeIn:
    """A phone that a pupil handed over to the teacher."""
    said = {"pupil": "sem", "devices": (Device.PHONE,), "conduct": CONDUCT, "description": "Zwarte telefoon", "tag": 7}
    return TakeIn(**{**said, "where": Whereabouts(holder="teacher"), **more})


def longer(**more: Any) -> KeepLonger:
    """Until tomorrow noon, as the mother agreed by telephone."""
    said = {"reason": "Moeder haalt hem morgen op.", "until": BELL + timedelta(hours=20), "agreed_by": "mo"}
    return KeepLonger(**{**said, "agreed_at": NOW + timedelta(minutes=5), "channel": Channel.TELEFOON, **more})


def back(**more: Any) -> HandBack:
    """To the pupil, who says to have received it."""
    return HandBack(**{"person": "sem", "received": True, **more})


class Story:
    """The events so far; each step comes ten minutes after the last."""

    def __init__(self, around: Around = AROUND) -> None:
        self.around = around
        self.now = NOW
        self.events: list[Event] = []
        self.state: CustodyState | None = None

    def answer(self, command: CustodyCommand, by: Actor = TEACHER) -> list[Event] | Refusal:
        """What the protocol says to it."""
        return decide_custody(EDITION, self.state, command, self.now, by, self.around)

    def do(self, command: CustodyCommand, by: Actor = TEACHER) -> CustodyState:
        """Do it; a refusal fails the test."""
        answer = self.answer(command, by)
        assert not isinstance(answer, Refusal), answer
        for event in answer:
            self.events.append(event)
            self.state = evolve_custody(self.state, event)
        self.now += timedelta(minutes=10)
        assert self.state is not None
        return self.state

    def refused(self, command: CustodyCommand, by: Actor = TEACHER) -> str:
        """The Dutch words of the refusal."""
        answer = self.answer(command, by)
        assert isinstance(answer, Refusal), answer
        assert all(reason.grounds for reason in answer.reasons)
        return " ".join(reason.text.nl for reason in answer.reasons)
