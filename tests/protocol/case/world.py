"""A small world for the case machine: who is who, and a story that runs commands and keeps the events."""

from datetime import date, datetime, timedelta
from typing import Any

from keyzer.protocol.case import (
    Actor,
    CaseState,
    Event,
    Guardian,
    Open,
    Party,
    Refusal,
    SchoolSettings,
    decide,
    duties,
    evolve,
    options,
    parse_command,
)
from keyzer.protocol.case.duties import open_duties
from keyzer.protocol.case.facts import established, recipients
from keyzer.protocol.case.letters.slots import letter_slots
from keyzer.protocol.edition import Edition
from keyzer.protocol.load import current
from keyzer.protocol.terms import LOCAL
from keyzer.protocol.vocabulary import Lane, Part, Role

MONDAY = datetime(2026, 11, 16, 10, 0, tzinfo=LOCAL)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

COORDINATOR = Actor(id="cora", roles=frozenset({Role.COORDINATOR}))
OTHER_COORDINATOR = Actor(id="otto", roles=frozenset({Role.COORDINATOR}))
TEAM_LEADER = Actor(id="tess", roles=frozenset({Role.TEAMLEIDER}))
DIRECTOR = Actor(id="dirk", roles=frozenset({Role.DIRECTEUR}))
BOARD = Actor(id="bea", roles=frozenset({Role.BESTUUR}))
HR = Actor(id="hanna", roles=frozenset({Role.HR}))
TEACHER = Actor(id="daan", roles=frozenset({Role.DOCENT}))
PUPIL = Actor(id="sem", roles=frozenset({Role.LEERLING}))
MOTHER = Actor(id="mo", roles=frozenset({Role.OUDER}))
FATHER = Actor(id="vic", roles=frozenset({Role.OUDER}))
EVERYONE = (COORDINATOR, OTHER_COORDINATOR, TEAM_LEADER, DIRECTOR, BOARD, HR, TEACHER, PUPIL, MOTHER, FATHER)

SETTINGS = SchoolSettings(objection_address="Postbus 1, De Keyzer")
STAFF_SETTINGS = SchoolSettings(
    objection_address="Postbus 1, De Keyzer",
    defence_days=14,
    agreement_source="cao, artikel zoals HR opgaf",
    works_council_consent=date(2026, 9, 1),
    appeal_body="Commissie van Beroep",
    appeal_address="Postbus 3, Utrecht",
    appeal_weeks=6,
    order_suspension_weeks=4,
)
PUPIL_CASE = Open(
    subject="sem",
    lane=Lane.LEERLING,
    incident="i1",
    handler="cora",
    settings=SETTINGS,
    born=date(2013, 3, 1),
    guardians=(Guardian(person="mo"), Guardian(person="vic"), Guardian(person="gus", authority=False)),
    parties=(Party(person="lena", part=Part.BETROKKENE), Party(person="wim", part=Part.GETUIGE)),
    conduct=("foto-doorsturen",),
)
STAFF_CASE = Open(
    subject="stan",
    lane=Lane.PERSONEEL,
    incident="i2",
    handler="tess",
    settings=STAFF_SETTINGS,
    parties=(Party(person="lena", part=Part.BETROKKENE),),
    conduct=("vriend-met-leerling",),
)


class Story:
    """A case that goes on, event by event; the clock moves an hour with each command."""

    def __init__(self, opening: Open = PUPIL_CASE, by: Actor = COORDINATOR, at: datetime = MONDAY) -> None:
        self.edition: Edition = current()
        self.events: list[Event] = []
        self.now = at
        opened = decide(self.edition, None, opening, at, by)
        assert isinstance(opened, list), opened
        self.state: CaseState = evolve(None, opened[0])
        self.events += opened

    def ask(self, kind: str, by: Actor, /, **data: Any) -> list[Event] | Refusal:
        """What the machine answers, with nothing kept."""
        return decide(self.edition, self.state, parse_command(kind, data), self.now, by)

    def do(self, kind: str, by: Actor = COORDINATOR, /, **data: Any) -> list[Event]:
        """What must be accepted; kept, and an hour passes."""
        self.now += HOUR
        answer = self.ask(kind, by, **data)
        assert isinstance(answer, list), [reason.text.en for reason in answer.reasons]
        for event in answer:
            self.state = evolve(self.state, event)
        self.events += answer
        return answer

    def refused(self, kind: str, by: Actor = COORDINATOR, /, **data: Any) -> str:
        """The reasons against what must be refused, in Dutch, in one string."""
        answer = self.ask(kind, by, **data)
        assert isinstance(answer, Refusal), answer
        return " ".join(reason.text.nl for reason in answer.reasons)

    def handler(self) -> str | None:
        """Who handles the case now."""
        return self.state.handler

    def alarm(self, duty_id: str) -> datetime | None:
        """When someone must be warned of one duty."""
        return next(duty.alarm for duty in duties(self.edition, self.state, self.now) if duty.id == duty_id)

    def owed(self) -> list[str]:
        """The ids of the open duties."""
        return [duty.id for duty in open_duties(self.edition, self.state, self.now)]

    def status(self, duty_id: str) -> str:
        """The status of one duty."""
        return next(duty.status for duty in duties(self.edition, self.state, self.now) if duty.id == duty_id)

    def settled_by(self, duty_id: str) -> str | None:
        """The command that settles one duty."""
        return next(duty.command for duty in duties(self.edition, self.state, self.now) if duty.id == duty_id)

    def due(self, duty_id: str) -> datetime | None:
        """When one duty is due."""
        return next(duty.due for duty in duties(self.edition, self.state, self.now) if duty.id == duty_id)

    def allowed(self, by: Actor) -> set[tuple[str, ...]]:
        """The options that are open to someone: kind, and what it presets."""
        found = options(self.edition, self.state, by, self.now)
        return {(one.kind, *one.preset.values()) for one in found if one.allowed}

    def give(self, person: str, by: Actor = BOARD, *, about: str = "b1", channel: str = "aangetekend") -> None:
        """Bring what is told in writing to someone by its letter, with the facts written down first."""
        if established(self.state) is None:
            said = {"text": "Een foto ging rond.", "happened_on": self.now.date(), "place": "x", "channel": "x"}
            self.do("establish-facts", by, **said)
        letters = letter_slots(self.edition, self.state, self.now)
        slot = next(one.id for one in letters if (one.about, one.addressee) == (about, person))
        self.do("issue-letter", by, slot=slot, letter=slot, language="nl", digest="0" * 64)
        self.do("send-letter", by, slot=slot, channel=channel, proof="3S123")

    def intend(self, measure: str, by: Actor = BOARD) -> None:
        """Record the intention to take a measure and give each the letter, pupils' families with an invitation."""
        self.do("record-intention", by, measure=measure, given_at=self.now, facts="x", reason="x")
        for person in recipients(self.state, self.now):
            if self.state.lane is Lane.LEERLING:
                self.do("invite-hearing", person=person, planned_at=self.now + DAY, place="x")
            self.give(person, by, about=f"v{len(self.state.intentions)}")

    def hear(self, person: str = "sem") -> None:
        """Record that someone was heard."""
        self.do(
            "record-hearing", person=person, held_at=self.now, outcome="heard", account="Het speet me.", seen="seen"
        )

    def reach(self, guardian: str, **more: Any) -> None:
        """Record that a guardian was reached."""
        said: dict[str, Any] = {
            "channel": "telefoon",
            "contacted_at": self.now,
            "reached": True,
            "answer": "We praten thuis.",
        }
        self.do("record-contact", guardian=guardian, **(said | more))

    def weigh(self, grade: str = "ernstig", by: Actor = COORDINATOR) -> None:
        """Weigh all three axes alike."""
        self.do("weigh", by, utterance=grade, conduct=grade, consequence=grade, reason="Het ging lang door.")

    def suspend(self, days: int = 2, by: Actor = DIRECTOR, **more: Any) -> None:
        """Decide a suspension from tomorrow."""
        starts = (self.now + DAY).replace(hour=8)
        said: dict[str, Any] = {
            "measure": "schorsing",
            "starts": starts,
            "ends": starts + days * DAY,
            "reason": "Lichter hielp niet.",
        }
        self.do("decide-measure", by, **(said | more))


def ready_for_suspension() -> Story:
    """A case in which all was done that a suspension asks first."""
    story = Story()
    story.hear()
    story.reach("mo", view_asked=True)
    story.reach("vic", view_asked=True)
    story.weigh()
    return story
