"""The walk: a photo is forwarded, the pupil is heard, the director suspends for two days, and the case closes."""

import pytest

from keyzer.protocol.case import Refusal, replay
from keyzer.protocol.vocabulary import Gate, Role
from tests.protocol.case.world import COORDINATOR, DAY, DIRECTOR, Story


def _prepared() -> Story:
    story = Story()
    story.do("invite-hearing", person="sem", planned_at=story.now + DAY, place="kamer 12")
    story.now += DAY
    story.hear()
    for _ in range(2):
        story.do("record-contact", guardian="mo", channel="telefoon", contacted_at=story.now)
    story.reach("mo", view_asked=True)
    story.reach("vic", view_asked=True)
    story.weigh()
    return story


@pytest.mark.article("leerlingen-9")
def test_the_coordinator_is_told_who_suspends_and_what_is_missing() -> None:
    story = Story()
    story.do("propose", measure="inname-apparaat", reason="Het toestel is het middel.")
    starts = story.now + DAY
    answer = story.ask("decide-measure", COORDINATOR, measure="schorsing", reason="x", starts=starts, ends=starts + DAY)
    assert isinstance(answer, Refusal)
    assert {Role.DIRECTEUR} in [set(reason.who) for reason in answer.reasons]
    assert {reason.gate for reason in answer.reasons} >= {
        Gate.GRAVITY_WEIGHED,
        Gate.SUBJECT_HEARD,
        Gate.GUARDIANS_HEARD,
        Gate.GUARDIANS_CONTACTED,
    }


@pytest.mark.article("leerlingen-9")
def test_the_walk_from_report_to_closing() -> None:
    story = _prepared()
    story.suspend(days=2)
    assert "inspectorate:b1" in story.owed()
    assert "Nog open: Melden bij de Inspectie" in story.refused("close", summary="Klaar")
    for person in ("sem", "mo", "vic"):
        story.give(person, DIRECTOR)
    story.do("notify-inspectorate", DIRECTOR, decision="b1", reference="ISD-1")
    story.do("notify-municipality", decision="b1", reference="LP-1")
    story.do("arrange-school-work", decision="b1", arrangement="Werk via de mentor.")
    assert story.owed() == ["return-talk:b1"]
    story.now += 3 * DAY
    story.do("record-return-talk", decision="b1", account="Weer welkom.")
    story.do("close", summary="De afspraken staan.")
    assert story.state.phase == "closed"
    assert replay(story.events) == story.state
