"""What follows from who takes part in an incident: who is shut out of it, in which lane it runs, who can handle it."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.people import queries as people


class Standing(NamedTuple):
    """`parties` are those who did more than report it, the guardians of its subjects, and whom its report kept out."""

    parties: frozenset[UUID]
    staff: tuple[UUID, ...]
    on: date

    @property
    def lane(self) -> protocol.Lane:
        """The staff lane when a subject is staff."""
        return protocol.Lane.PERSONEEL if self.staff else protocol.Lane.LEERLING

    def handler(self, preferred: UUID, layer: int | None, *, sealed: bool = False) -> UUID:
        """Who handles it: `preferred`, or in the staff lane the subject's manager, but never a party.

        What is sealed stays with the board. Raises people.queries.NobodyLeft.
        """
        if sealed:
            board = people.board_for(self.on, without=self.parties)
            return preferred if preferred in board else board[0]
        if self.staff:
            return people.manager_of(self.staff[0], self.on, without=self.parties)
        if preferred in self.parties:
            return people.coordinator_for(layer, self.on, without=self.parties)
        return preferred


def standing_of(parts: Collection[tuple[UUID, protocol.Part]], on: date, kept_out: Collection[UUID] = ()) -> Standing:
    """What follows from these parts on that day; `kept_out` are parties without a part."""
    taking_part = {person for person, part in parts if part is not protocol.Part.MELDER}
    subjects = [person for person, part in parts if part is protocol.Part.ONDERWERP]
    briefs = people.brief(subjects, on)
    guardians = {guardian.id for subject in subjects for guardian in people.guardians_of(subject, on)}
    staff = tuple(subject for subject in subjects if briefs[subject].layer is None)
    return Standing(frozenset(taking_part | guardians | set(kept_out)), staff, on)
