"""What happened at the demo school before you came: reports told, answered, made into incidents, and worked on."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec

from keyzer.cases import actions as cases
from keyzer.intake import actions as intake
from keyzer.intake import events
from keyzer.intake import queries as reports
from keyzer.kit.clock import local
from keyzer.people import queries as people
from keyzer.people.roster import Roster
from keyzer.protocol import Part, Role

from .diligence import Diligence
from .hours import next_working_moment
from .roster import SEED
from .stories import Story, stories

ANSWERED = "Dank je wel dat je dit vertelt. Ik kijk er vandaag naar."
LAYER_TO_LOOK_AT = 2
TOLD_IN_FULL = {"schorsing", "schorsing-intern"}
"""Measures with all that a family gets of one: a talk, a letter each, school work, and what they can do about it."""
HANDLED = {"incident", "case"}


def leading_roles(roster: Roster, now: datetime) -> list[UUID]:
    """Who is worth being in the demo: of the second year, the latest story's people and a family with a decision."""
    told, pupils = stories(), _pupils_by_class(roster)
    of_year = [number for number, story in enumerate(told) if story.layer == LAYER_TO_LOOK_AT]
    decided = [number for number in of_year if told[number].reached == "case" and told[number].measure in TOLD_IN_FULL]
    latest, before = (Happening(number, told[number], pupils, now) for number in (of_year[-1], decided[-1]))
    coordinators = [
        held.person for held in roster.roles if held.role is Role.COORDINATOR and held.layer == LAYER_TO_LOOK_AT
    ]
    guardians = [*_guardians(roster, before.subject), *_guardians(roster, latest.affected)[:1]]
    return [latest.affected, latest.subject, before.subject, *guardians, *coordinators]


def _guardians(roster: Roster, pupil: UUID) -> list[UUID]:
    return [tie.guardian for tie in roster.guardianships if tie.child == pupil]


def tell(roster: Roster, now: datetime, progress: Callable[[str], None]) -> None:
    """Let all stories happen, each on its own day up to `now`, through the same actions that people use."""
    told = stories()
    pupils = _pupils_by_class(roster)
    for number, story in enumerate(told):
        Happening(number, story, pupils, now).happen()
        if (number + 1) % 10 == 0:
            progress(f"{number + 1} of {len(told)} stories told")


class Happening:
    """One story with its people."""

    def __init__(self, number: int, story: Story, pupils: dict[str, list[UUID]], now: datetime) -> None:
        self.number = number
        self.story = story
        self.now = now
        lot = Random(SEED + number)  # noqa: S311 - invented people need no secret
        school_class = lot.choice([name for name in pupils if name.startswith(str(story.layer))])
        self.affected, self.subject, self.witness = lot.sample(pupils[school_class], 3)
        self.reporter = self.affected
        self.at = now - timedelta(days=story.days, minutes=20 + 7 * number)
        on = local(self.at).date()
        if story.by == "ouder":
            self.reporter = people.guardians_of(self.affected, on)[0].id
        if story.about_staff:
            self.subject = lot.choice(people.holders(Role.DOCENT, on))

    def happen(self) -> None:
        """Told, read, answered, handled: as far as the story goes."""
        report = self._tell()
        handler = reports.handler_of(report)
        if self.story.reached == "received" or handler is None:
            return
        intake.mark_read(report, by=handler, at=self._later())
        if self.story.reached == "read":
            return
        words = self.story.answer or ANSWERED
        answering = intake.settle if self.story.reached == "settled" else intake.answer
        answering(report, words, seen=self._version(report, handler), by=handler, at=self._later())
        if self.story.reached in HANDLED:
            self._handle(report, handler)

    def _tell(self) -> UUID:
        lane = events.IntakeLane(self.story.lane)
        told = events.Told(words=self.story.told, child=self.affected if self.story.by == "ouder" else None)
        if lane is events.IntakeLane.MELDING:
            told = msgspec.structs.replace(
                told,
                about=events.About.MIJZELF if self.story.by == "leerling" else events.About.ANDER,
                happened_on=local(self.at).date(),
                where=events.Where.ONLINE,
                conduct=self.story.conduct,
            )
        viewer = people.viewer_of(self.reporter, local(self.at).date())
        sending = uuid5(NAMESPACE_URL, f"https://keyzer.example/demo/sending/{self.number}")
        return intake.tell(lane, told, reporter=viewer, sending=sending, evidence=(), at=self.at)

    def _handle(self, report: UUID, handler: UUID) -> None:
        draft = intake.IncidentDraft(
            told=self.story.told,
            happened_on=local(self.at).date(),
            place=events.Where.ONLINE.value,
            persons=self._persons(),
            conduct=self.story.conduct,
        )
        seen = self._version(report, handler)
        incident = intake.open_incident(report, draft, seen=seen, by=handler, at=self._later())
        if self.story.reached == "case":
            actors = self._actors(handler)
            case = cases.open_case(incident, self.subject, by=actors[0], at=self._later())
            Diligence(case, self.story, actors, self.at, self.now).work()

    def _persons(self) -> list[tuple[UUID, Part]]:
        taking_part = [
            (self.affected, Part.BETROKKENE),
            (self.subject, Part.ONDERWERP),
            (self.witness, Part.GETUIGE),
        ]
        return [*taking_part, (self.reporter, Part.MELDER)]

    def _actors(self, handler: UUID) -> list[UUID]:
        """Who may have to act: the one who handles it, for staff the manager, and then the director and the board."""
        on = local(self.at).date()
        first = people.manager_of(self.subject, on) if self.story.about_staff else handler
        return [first, *people.holders(Role.DIRECTEUR, on)[:1], *people.holders(Role.BESTUUR, on)[:1]]

    def _version(self, report: UUID, handler: UUID) -> int:
        page = reports.page(people.viewer_of(handler, local(self.at).date()), report)
        return page.version if page else 0

    def _later(self) -> datetime:
        """The clock of the story moves on, but never past the present."""
        self.at = min(next_working_moment(self.at), self.now)
        return self.at


def _pupils_by_class(roster: Roster) -> dict[str, list[UUID]]:
    names = {school_class.id: school_class.name for school_class in roster.classes}
    found: dict[str, list[UUID]] = {name: [] for name in sorted(names.values())}
    for enrolment in roster.enrolments:
        found[names[enrolment.school_class]].append(enrolment.pupil)
    return found
