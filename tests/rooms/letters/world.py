"""What the tests of letters share: a school with a letterhead, and a suspension of two days that was decided."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from keyzer.kit.clock import local
from keyzer.letters import actions, composing, queries
from keyzer.letters.composing import Content
from keyzer.people.models import Person, School
from keyzer.protocol import Slot
from tests.cast import Cast
from tests.rooms.cases.world import do, open_case

LETTERHEAD = {
    "letterhead_address": "Schoolplein 1, 1234 AB Teststad",
    "letterhead_phone": "030 123 45 67",
    "letterhead_email": "info@dekeyzer.example",
    "letterhead_website": "dekeyzer.example",
    "brin": "99XX",
}
ADDRESSES = {"subject": "Dorpsstraat 1, 1234 AB Teststad", "guardian": "Dorpsstraat 1, 1234 AB Teststad",
             "second_guardian": "Havenkade 12, 4321 BA Elders"}  # fmt: skip
FACTS = "Daan stuurde een vakantiefoto drie keer door in de klassenapp."
REASON = "Na een waarschuwing gebeurde het weer. Een lichtere maatregel hielp niet."
SAID = "Ik vond het grappig. Nu snap ik dat het niet kan."

REACHED: dict[str, Any] = {"channel": "telefoon", "reached": True, "view_asked": True, "answer": "Goed."}
WEIGHED: dict[str, Any] = {"utterance": "licht", "conduct": "ernstig", "consequence": "ernstig", "reason": "Drie keer."}


class World(NamedTuple):
    """The case, and who is who in it."""

    cast: Cast
    case: UUID
    at: datetime

    def furnish(self, **changed: str) -> None:
        """Fill in, or empty, settings of the school."""
        School.objects.update(settings={**School.objects.get().settings, **changed})

    def slots(self) -> dict[str, Slot]:
        """The letters that the director finds, by kind and by the part that their addressee has."""
        found = queries.of_case(self.cast.viewer(self.cast.director, local(self.at).date()), self.case, self.at)
        assert found is not None
        parts = {str(person): name for name, person in self.cast.people()}
        return {f"{slot.kind}/{parts.get(slot.addressee, slot.addressee)}": slot for slot in found.slots}

    def draft(self, slot: str, *, by: UUID | None = None) -> UUID:
        """A draft of the letter in a slot, by the coordinator unless said otherwise."""
        return actions.draft(self.case, self.slots()[slot].id, by=by or self.cast.coordinator, at=self.at)

    def letter(self, letter: UUID, by: UUID | None = None) -> queries.LetterFile:
        """The letter as the director, or somebody else, finds it."""
        found = queries.letter_for(self.cast.viewer(by or self.cast.director), letter)
        assert found is not None
        return found

    def content(self, letter: UUID) -> Content:
        """What the letter says now."""
        found = self.letter(letter)
        made = composing.compose(found.file, found.line.place, found.history.free, at=self.at)
        assert isinstance(made, Content), made
        return made

    def approve(self, letter: UUID, *, by: UUID | None = None, digest: str = "", seen: int | None = None) -> int:
        """The letter approved, by the director unless said otherwise."""
        seen = self.letter(letter).line.version if seen is None else seen
        who = by or self.cast.director
        return actions.approve(letter, seen=seen, digest=digest or self.content(letter).digest, by=who, at=self.at)


def furnish_school() -> None:
    """Give the school its letterhead, and addresses to object and complain."""
    school = School.objects.get()
    remedies = {
        "objection_address": "Postbus 1, Teststad",
        "complaint_address": "Klachtencommissie, Postbus 2, Teststad",
    }
    school.settings = {**school.settings, **LETTERHEAD, **remedies}
    school.save()


def furnish(cast: Cast) -> None:
    """Give the school its letterhead, and people their address."""
    furnish_school()
    for name, address in ADDRESSES.items():
        Person.objects.filter(id=getattr(cast, name)).update(address=address)
    Person.objects.filter(id=cast.second_guardian).update(language="en")


def suspended(cast: Cast, at: datetime) -> World:
    """Heard, reached, weighed, and two days of suspension decided by the director."""
    furnish(cast)
    case = open_case(cast, at)
    pupil = str(cast.subject)
    heard: dict[str, Any] = {"person": pupil, "held_at": at, "outcome": "heard", "account": SAID, "seen": "seen"}
    do(cast, case, "establish-facts", at, text=FACTS, happened_on=at.date(), place="thuis", channel="groepsapp")
    do(cast, case, "invite-hearing", at, person=pupil, planned_at=at + timedelta(minutes=1), place="B12")
    do(cast, case, "record-hearing", at, **heard)
    for guardian in (cast.guardian, cast.second_guardian):
        reached: dict[str, Any] = {
            "channel": "telefoon",
            "contacted_at": at,
            "reached": True,
            "view_asked": True,
            "answer": "Goed.",
        }
        do(cast, case, "record-contact", at, guardian=str(guardian), **reached)
    weighed: dict[str, Any] = {
        "utterance": "licht",
        "conduct": "ernstig",
        "consequence": "ernstig",
        "reason": "Drie keer.",
    }
    do(cast, case, "weigh", at, **weighed)
    starts = at + timedelta(days=1)
    decided: dict[str, Any] = {"reason": REASON, "starts": starts, "ends": starts + timedelta(days=2, hours=-1)}
    do(cast, case, "decide-measure", at, by=cast.director, measure="schorsing", **decided)
    return World(cast, case, at)
