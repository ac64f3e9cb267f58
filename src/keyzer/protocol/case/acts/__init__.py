"""The acts of the case machine, by noun, and all of them by command."""

from keyzer.protocol.case.act import Act
from keyzer.protocol.case.acts import (
    appeals,
    consequences,
    frame,
    letters,
    measures,
    police,
    remedies,
    repair,
    reviews,
    staff,
    talks,
    task_offence,
)
from keyzer.protocol.case.commands.base import Command

ALL: tuple[Act, ...] = (
    *frame.ACTS,
    *talks.ACTS,
    *repair.ACTS,
    *measures.ACTS,
    *consequences.ACTS,
    *reviews.ACTS,
    *letters.ACTS,
    *remedies.ACTS,
    *police.ACTS,
    *staff.ACTS,
    *appeals.ACTS,
    *task_offence.ACTS,
)
BY_COMMAND: dict[type[Command], Act] = {act.command: act for act in ALL}
