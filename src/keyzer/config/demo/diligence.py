"""A school that does what it owes: it reads a case's duties and options and acts on them, as people do on its pages."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from keyzer import protocol
from keyzer.cases import actions, queries
from keyzer.kit.clock import local
from keyzer.people import queries as people

from . import correspondence
from .hours import next_working_moment, same_hour_next_day
from .stories import Story, phrases

BY_LETTER = {
    protocol.IssueLetter.named(): correspondence.issue,
    protocol.SendLetter.named(): correspondence.send,
}
PREFERRED = {"no-report", "refrains", "heard", "signed"}
IN_WRITING = {("announce", "channel"): "brief"}
WORTH_FILLING = {"answer", "seen", "reached", "view_asked"}
LAST_HOUR_FOR_A_DEVICE = 16
AFTERCARE_AFTER = timedelta(days=21)


class Diligence:
    """Works one case on from the moment it was opened, as far as its story goes, and never past `now`."""

    def __init__(self, case: UUID, story: Story, actors: list[UUID], opened: datetime, now: datetime) -> None:
        self.case = case
        self.story = story
        self.actors = actors
        self.at = next_working_moment(opened)
        self.now = now
        self.phrases = phrases()

    def work(self) -> None:
        """Do one thing after another; where nothing can be done today, wait a day."""
        done = 0
        while self.at < self.now and (self.story.duties is None or done < self.story.duties):
            if self._step():
                done += 1
                self.at = next_working_moment(self.at)
            else:
                self.at = same_hour_next_day(self.at)
            if self._is_closed():
                return

    def _step(self) -> bool:
        """The first thing that somebody may do now, done."""
        files = [file for actor in self.actors if (file := self._seen_by(actor))]
        if not files:
            return False
        for kind, preset in self._wishes(files[0]):
            for file in files:
                if self._may(file, kind, preset):
                    self._do(file, kind, preset)
                    return True
        return False

    def _wishes(self, file: queries.CaseFile) -> Iterator[tuple[str, dict[str, str]]]:
        """What is owed first; then what the measure still asks for; then the measure; then the end."""
        for duty in protocol.open_duties(file.edition, file.state, self.at):
            if duty.command and duty.command != "decide-measure":
                yield duty.command, duty.preset
        if not file.state.decisions:
            for guardian in file.state.guardians:
                if not any(hearing.person == guardian.person for hearing in file.state.hearings):
                    yield "record-hearing", {"person": guardian.person}
            yield "decide-measure", {"measure": self.story.measure}
        yield "close", {}

    def _may(self, file: queries.CaseFile, kind: str, preset: dict[str, str]) -> bool:
        offered = protocol.options(file.edition, file.state, file.actor, self.at)
        return any(
            option.kind == kind and option.allowed and preset.items() >= option.preset.items() for option in offered
        )

    def _do(self, file: queries.CaseFile, kind: str, preset: dict[str, str]) -> None:
        if kind in BY_LETTER:
            BY_LETTER[kind](file, preset["slot"], self.at)
            return
        fields = protocol.describe(file.edition, file.state, kind)
        filled = {field.name: preset.get(field.name) or self._fill(kind, field) for field in fields}
        command = protocol.parse_command(kind, filled)
        actions.act(self.case, command, seen=file.version, by=UUID(file.actor.id), at=self.at)

    def _fill(self, kind: str, field: protocol.Field) -> Any:  # noqa: ANN401 - what a form holds
        """What a diligent person fills in; None leaves a field open."""
        special = IN_WRITING.get((kind, field.name)) or self._special(field.name)
        if special is not None:
            return special
        if not field.required and field.name not in WORTH_FILLING:
            return None
        if field.choices:
            offered = [choice.value for choice in field.choices]
            chosen = next((value for value in offered if value in PREFERRED), offered[0])
            return [chosen] if field.kind == "choices" else chosen
        filled = {"datetime": self.at, "date": local(self.at).date(), "integer": 1, "flag": "on"}
        return filled.get(field.kind, self._phrase(kind, field.name))

    def _phrase(self, kind: str, name: str) -> str:
        """What is written in a field: words for that field, for that kind of command, or for any."""
        phrases = self.phrases
        return phrases.get(f"{kind}:{name}") or phrases.get(kind, phrases["default"])

    def _special(self, name: str) -> Any:  # noqa: ANN401 - what a form holds
        story = self.story
        axes = dict(zip(("utterance", "conduct", "consequence"), story.gravity, strict=True))
        if name in axes:
            return axes[name].value
        if name == "planned_on":
            return local(self.at + AFTERCARE_AFTER).date()
        if name in {"starts", "ends"}:
            return self._length()[name]
        return None

    def _length(self) -> dict[str, datetime | None]:
        measure = protocol.in_force(local(self.at).date()).measures[self.story.measure]
        if not measure.needs_end:
            return {"starts": None, "ends": None}
        if measure.lasts_at_most == 0:
            return {"starts": self.at, "ends": local(self.at).replace(hour=LAST_HOUR_FOR_A_DEVICE, minute=0)}
        starts = same_hour_next_day(self.at)
        return {"starts": starts, "ends": starts + timedelta(days=self.story.suspended_days, hours=-1)}

    def _seen_by(self, actor: UUID) -> queries.CaseFile | None:
        return queries.case_for(people.viewer_of(actor, local(self.at).date()), self.case)

    def _is_closed(self) -> bool:
        file = self._seen_by(self.actors[0])
        return file is not None and file.state.phase is protocol.Phase.CLOSED
