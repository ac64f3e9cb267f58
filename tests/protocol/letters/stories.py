"""Cases in which a letter of each kind can be written, and what a test asks of it."""

from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from keyzer.protocol.case.facts import recipients
from keyzer.protocol.case.letters.compose import Composed, compose
from keyzer.protocol.case.letters.slots import Slot, letter_slots
from keyzer.protocol.case.reasons import Reason, Refusal
from keyzer.protocol.case.values import Actor
from tests.protocol.case.world import (
    BOARD,
    COORDINATOR,
    DAY,
    DIRECTOR,
    HOUR,
    MOTHER,
    PUPIL_CASE,
    SETTINGS,
    STAFF_CASE,
    STAFF_SETTINGS,
    TEAM_LEADER,
    Story,
)

FULL_SETTINGS = replace(SETTINGS, complaint_address="Klachtencommissie, Postbus 2")
FULL_STAFF = replace(
    STAFF_SETTINGS,
    appeal_body="Commissie van Beroep",
    appeal_weeks=6,
    appeal_address="Postbus 3",
    order_suspension_weeks=4,
)
DIGEST = "ab" * 32


def written(story: Story, slot: str, by: Actor | None = None) -> Composed:
    """The letter of a slot, which must be complete."""
    found = compose(story.edition, story.state, slot, story.now, by)
    assert isinstance(found, Composed), [reason.text.en for reason in found.reasons]
    return found


def lacks(story: Story, slot: str) -> tuple[Reason, ...]:
    """Why the letter of a slot can't be made."""
    found = compose(story.edition, story.state, slot, story.now)
    assert isinstance(found, Refusal), slot
    return found.reasons


def slot_ids(story: Story) -> list[str]:
    """The letters that the case can have now."""
    return [slot.id for slot in letter_slots(story.edition, story.state, story.now)]


def slot(story: Story, slot_id: str) -> Slot:
    """One of them."""
    return next(one for one in letter_slots(story.edition, story.state, story.now) if one.id == slot_id)


def establish(story: Story) -> None:
    """Write down what happened."""
    said = {"text": "Een foto ging rond.", "happened_on": date(2026, 11, 12), "place": "thuis", "channel": "groepsapp"}
    story.do("establish-facts", TEAM_LEADER if story.state.handler == "tess" else COORDINATOR, **said)


def pupil(grade: str = "ernstig", **changes: Any) -> Story:
    """A pupil's case in which the facts stand and everybody was heard."""
    changes = {"settings": FULL_SETTINGS} | changes
    story = Story(replace(PUPIL_CASE, **changes))
    establish(story)
    story.hear()
    for guardian in ("mo", "vic"):
        story.reach(guardian, view_asked=True)
    story.weigh(grade)
    return story


def invited() -> Story:
    """A pupil who is invited to a talk of tomorrow."""
    story = pupil()
    story.do("invite-hearing", person="sem", planned_at=story.now + DAY, place="kamer 12")
    return story


def suspended(days: int = 3, **changes: Any) -> Story:
    """A pupil who is suspended."""
    story = pupil(**changes)
    story.suspend(days)
    return story


def light(measure: str = "waarschuwing", **said: Any) -> Story:
    """A pupil about whom the coordinator decided."""
    story = pupil()
    story.do("decide-measure", measure=measure, reason="Het was de eerste keer.", **said)
    return story


def device_taken() -> Story:
    """A pupil whose telephone was handed in for this afternoon."""
    story = pupil()
    starts = story.now + 2 * HOUR
    story.do("decide-measure", measure="inname-apparaat", reason="x", starts=starts, ends=starts + HOUR)
    story.do("take-device", decision="b1", device="telefoon", kept_at="kluis 3")
    return story


def removal_intended(**changes: Any) -> Story:
    """A pupil who has the intention of a removal, and all an invitation."""
    story = pupil("zeer-ernstig", **changes)
    said = {"facts": "Het ging door.", "reason": "Niets hielp."}
    story.do("record-intention", DIRECTOR, measure="verwijdering", given_at=story.now, **said)
    for person in ("sem", "mo", "vic"):
        story.do("invite-hearing", person=person, planned_at=story.now + DAY, place="kamer 1")
    return story


def removed(**changes: Any) -> Story:
    """A pupil who is removed."""
    story = removal_intended(**changes)
    for person in recipients(story.state, story.now):
        send(story, f"voornemen-verwijdering/v1/{person}")
    story.do("consult-inspectorate", BOARD, outcome="Overlegd over lessen intussen.")
    story.do("record-other-school", BOARD, school="De Brug", confirmed_by="de rector van De Brug")
    story.do("decide-measure", BOARD, measure="verwijdering", reason="Niets lichters hielp.")
    return story


def objected(**changes: Any) -> Story:
    """A removal against which the mother objects."""
    story = removed(**changes)
    for person in ("sem", "mo", "vic"):
        send(story, f"besluit-verwijdering/b1/{person}")
    story.do(
        "lodge-objection", MOTHER, decision="b1", person="mo", received_on=story.now.date(), objection="Niet eerlijk."
    )
    return story


def answered(outcome: str = "rejected", **changes: Any) -> Story:
    """An objection that was heard and decided."""
    story = objected(**changes)
    story.do("hear-objection", BOARD, decision="b1", documents_offered=True, account="Alles besproken.")
    story.do("decide-objection", BOARD, decision="b1", outcome=outcome, reason="De redenen blijven staan.")
    return story


def ended(lane: str = "leerling") -> Story:
    """A case that ends without a measure."""
    story = pupil() if lane == "leerling" else staff()
    story.do("end-without-measure", DIRECTOR, ground="not-established", reason="Niemand weet het zeker.")
    return story


def staff(grade: str = "zeer-ernstig", **changes: Any) -> Story:
    """A case about a member of staff who was heard."""
    changes = {"settings": FULL_STAFF} | changes
    story = Story(replace(STAFF_CASE, **changes), by=TEAM_LEADER)
    establish(story)
    said = {"outcome": "heard", "account": "Ik begrijp het."}
    story.do("record-hearing", TEAM_LEADER, person="stan", held_at=story.now, **said)
    story.weigh(grade, TEAM_LEADER)
    return story


def staff_invited() -> Story:
    """A member of staff who is invited to a talk."""
    story = staff()
    story.do("invite-hearing", TEAM_LEADER, person="stan", planned_at=story.now + DAY, place="kamer 2")
    return story


def staff_intended(measure: str = "berisping", **changes: Any) -> Story:
    """A member of staff who has a written intention."""
    story = staff(**changes)
    said = {"facts": "Hij voegde een leerling toe.", "reason": "Het was bekend dat dit niet mag."}
    story.do("record-intention", BOARD, measure=measure, given_at=story.now, **said)
    return story


def staff_decided(measure: str = "berisping", **said: Any) -> Story:
    """A member of staff about whom the board decided after a defence."""
    story = staff_intended(measure)
    send(story, "voornemen-personeel/v1/stan")
    given = {"form": "written", "received_at": story.now, "account": "Ik bied excuses aan."}
    story.do("record-defence", TEAM_LEADER, measure=measure, **given)
    if measure == "ontslag":
        story.do("record-legal-advice", BOARD, adviser="mr. X", advice="Kan.")
    story.do("decide-measure", BOARD, measure=measure, reason="x", **said)
    return story


def staff_warned() -> Story:
    """A member of staff who is warned."""
    story = staff("licht")
    story.do("decide-measure", TEAM_LEADER, measure="waarschuwing-personeel", reason="Eerste keer.")
    return story


def order_suspended() -> Story:
    """A member of staff who does not work while it is looked into."""
    story = staff()
    starts = story.now + DAY
    said = {"starts": starts, "ends": starts + timedelta(days=7), "reason": "Voor de rust."}
    story.do("decide-measure", DIRECTOR, measure="ordeschorsing", **said)
    return story


def dismissed_at_once() -> Story:
    """A member of staff who was dismissed at once."""
    story = staff()
    story.do("record-knowledge", BOARD, person="bea", known_at=story.now, learned="x")
    story.do("claim-urgency", BOARD, reason="Het kan geen dag langer.")
    story.do("record-legal-advice", BOARD, adviser="mr. X", advice="Kan.")
    story.do("decide-measure", BOARD, measure="ontslag-op-staande-voet", reason="x")
    return story


def issue(story: Story, slot_id: str, letter: str = "l1", by: Any = None) -> None:
    """Issue a letter as who may."""
    who = by or next(one for one in (BOARD, DIRECTOR, COORDINATOR, TEAM_LEADER) if _may(story, slot_id, one))
    story.do("issue-letter", who, slot=slot_id, letter=letter, language="nl", digest=DIGEST)


def send(story: Story, slot_id: str, channel: str = "aangetekend", proof: str = "3S123") -> list[Any]:
    """Issue a letter and give it."""
    issue(story, slot_id, letter=f"l-{slot_id}")
    return story.do("send-letter", BOARD, slot=slot_id, channel=channel, proof=proof)


def _may(story: Story, slot_id: str, by: Any) -> bool:
    return ("issue-letter", slot_id) in story.allowed(by)
