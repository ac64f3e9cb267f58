"""Every kind of letter: with all its parts when they are there, and refused by the name of the part that is not."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from keyzer.protocol.load import current
from keyzer.protocol.vocabulary import LetterPart, Voice
from tests.protocol.case.world import DAY, Story
from tests.protocol.letters import stories
from tests.protocol.letters.stories import slot_ids, written

Told = Callable[[], Story]
COMPLETE: dict[str, tuple[Told, str, Voice]] = {
    "uitnodiging-gesprek": (stories.invited, "u1/sem", Voice.PUPIL),
    "verslag-gesprek": (stories.pupil, "g1/sem", Voice.PUPIL),
    "besluit-licht": (stories.light, "b1/mo", Voice.GUARDIAN),
    "besluit-inname": (stories.device_taken, "b1/mo", Voice.GUARDIAN),
    "besluit-schorsing": (stories.suspended, "b1/sem", Voice.PUPIL),
    "melding-inspectie": (stories.suspended, "b1/inspectorate", Voice.BODY),
    "melding-gemeente": (stories.suspended, "b1/municipality", Voice.BODY),
    "voornemen-verwijdering": (stories.removal_intended, "v1/vic", Voice.GUARDIAN),
    "besluit-verwijdering": (stories.removed, "b1/sem", Voice.PUPIL),
    "ontvangst-bezwaar": (stories.objected, "o1/mo", Voice.GUARDIAN),
    "beslissing-bezwaar": (stories.answered, "a1/mo", Voice.GUARDIAN),
    "afronding": (stories.ended, "", Voice.PUPIL),
    "uitnodiging-gesprek-personeel": (stories.staff_invited, "u1/stan", Voice.STAFF),
    "verslag-gesprek-personeel": (stories.staff, "g1/stan", Voice.STAFF),
    "waarschuwing-personeel": (stories.staff_warned, "b1/stan", Voice.STAFF),
    "ordeschorsing": (stories.order_suspended, "b1/stan", Voice.STAFF),
    "voornemen-personeel": (stories.staff_intended, "v1/stan", Voice.STAFF),
    "besluit-personeel": (stories.staff_decided, "b1/stan", Voice.STAFF),
    "ontslag-op-staande-voet": (stories.dismissed_at_once, "b1/stan", Voice.STAFF),
    "afronding-personeel": (lambda: stories.ended("personeel"), "", Voice.STAFF),
}


def test_every_kind_of_letter_is_tried() -> None:
    assert set(COMPLETE) == set(current().letters)


@pytest.mark.article("leerlingen-9")
@pytest.mark.article("personeel-8")
@pytest.mark.parametrize("kind", COMPLETE)
def test_a_complete_letter_holds_what_its_kind_must_hold(kind: str) -> None:
    told, rest, voice = COMPLETE[kind]
    story = told()
    slot = next(one for one in slot_ids(story) if one.startswith(f"{kind}/{rest}"))
    letter = written(story, slot)
    conditional = {"urgency", "other-school", "remedy", "period", "legal-advice", "heard", "earlier"}
    assert set(current().letters[kind].parts) - set(letter.parts) <= conditional
    assert letter.voice is voice
    assert set(current().letters[kind].grounds) <= set(letter.grounds)
    assert None not in letter.parts.values()


MISSING: dict[str, tuple[Told, str, str]] = {
    "invitation to a talk that is over": (stories.invited, "uitnodiging-gesprek/u1/sem", "invite-hearing"),
    "intention without a talk to come": (stories.removal_intended, "voornemen-verwijdering/v1/mo", "invite-hearing"),
}


@pytest.mark.article("leerlingen-9")
@pytest.mark.parametrize("case", MISSING)
def test_a_talk_that_is_over_invites_nobody(case: str) -> None:
    told, slot, command = MISSING[case]
    story = told()
    story.now += 2 * DAY
    (reason,) = stories.lacks(story, slot)
    assert reason.command == command


def test_what_is_no_letter_of_the_case_is_refused_by_its_name() -> None:
    story = stories.suspended()
    assert "`ontslag`" in stories.lacks(story, "ontslag/b1/sem")[0].text.nl
    assert "`ordeschorsing`" in stories.lacks(story, "ordeschorsing/b1/sem")[0].text.nl
    assert "`b9`" in stories.lacks(story, "besluit-schorsing/b9/sem")[0].text.nl
    assert "niet voor deze persoon" in stories.lacks(story, "besluit-schorsing/b1/lena")[0].text.nl
    assert stories.lacks(story, "besluit-schorsing")


@pytest.mark.parametrize("kind", COMPLETE)
def test_an_edition_may_ask_any_part_in_any_letter_and_what_cannot_be_known_is_named(kind: str) -> None:
    told, rest, _voice = COMPLETE[kind]
    story = told()
    asked = replace(current().letters[kind], parts=tuple(LetterPart), also=())
    story.edition = replace(story.edition, letters={kind: asked})
    slot = next(one for one in slot_ids(story) if one.startswith(f"{kind}/{rest}"))
    reasons = stories.lacks(story, slot)
    assert reasons
    assert all(reason.text.nl for reason in reasons)
