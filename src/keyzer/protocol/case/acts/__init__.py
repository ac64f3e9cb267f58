"""The acts of the case machine, by noun, and all of them by command."""

from keyzer.protocol.case.act import Act
from keyzer.protocol.case.acts import consequences, frame, letters, measures, police, remedies, staff, talks
from keyzer.protocol.case.commands.base import Command

ALL: tuple[Act, ...] = (
    *frame.ACTS,
    *talks.ACTS,
    *measures.ACTS,
    *consequences.ACTS,
    *letters.ACTS,
    *remedies.ACTS,
    *police.ACTS,
    *staff.ACTS,
)
BY_COMMAND: dict[type[Command], Act] = {act.command: act for act in ALL}
