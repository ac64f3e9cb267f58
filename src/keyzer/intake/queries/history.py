"""What was recorded of a report, read again: all words of people, and who did what when."""

from datetime import datetime
from typing import NamedTuple, TypeVar
from uuid import UUID

from keyzer.intake import events
from keyzer.intake.events import AnyEvent, EvidenceAdded, Told
from keyzer.ledger import queries as ledger

E = TypeVar("E", bound=events.Event)


class History(NamedTuple):
    """All events of one report, oldest first."""

    told: Told
    each: list[tuple[ledger.Recorded, AnyEvent]]

    def of(self, kind: type[E]) -> list[tuple[ledger.Recorded, E]]:
        """The events of one kind."""
        return [(recorded, event) for recorded, event in self.each if isinstance(event, kind)]

    def evidence(self) -> list[EvidenceAdded]:
        """The files that came with it."""
        return [event for _recorded, event in self.of(EvidenceAdded)]

    def moves(self) -> list[tuple[datetime, UUID]]:
        """When somebody else began to handle it, and who."""
        return [(recorded.at, event.handler) for recorded, event in self.of(events.Rerouted)]

    def concerned(self) -> set[UUID]:
        """Whoever wrote in it under a name, or handled it."""
        return {recorded.by for recorded, _event in self.each if recorded.by} | {who for _at, who in self.moves()}

    def who_looked(self) -> set[UUID | None]:
        """Who broke the seal."""
        return {recorded.by for recorded, _event in self.of(events.SealBroken)}

    def wants_mail(self) -> bool:
        """Whether who told it asked for mail, as was said last."""
        wished = self.of(events.MailWished)
        return wished[-1][1].wanted if wished else self.told.by_mail

    def set_aside(self) -> events.SetAside | None:
        """Why it was set aside last."""
        aside = self.of(events.SetAside)
        return aside[-1][1] if aside else None


def history_of(report: UUID) -> History | None:
    """All that was recorded of a report; None when it was erased or never was."""
    each = [(one, events.read(one.content)) for one in ledger.read(report)]
    told = next((event for _one, event in each if isinstance(event, Told)), None)
    return History(told, each) if told else None


def told_in(report: UUID) -> Told:
    """What was told in a report; for a room that has asked who may see it. Raises LookupError when it was erased."""
    return _known(report).told


def wants_mail(report: UUID) -> bool:
    """Whether who told it asked for mail, as was said last. Raises LookupError when it was erased."""
    return _known(report).wants_mail()


def has_read(report: UUID, person: UUID) -> bool:
    """Whether this person opened it before as who handles it."""
    read = events.Read.__struct_config__.tag
    return any(each.kind == read and each.by == person for each in ledger.read(report))


def _known(report: UUID) -> History:
    if (found := history_of(report)) is None:
        raise LookupError(f"report `{report}` was erased: nothing is known of it any more")
    return found
