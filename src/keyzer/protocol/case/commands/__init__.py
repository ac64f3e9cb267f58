"""Every command that a case knows, under its kind."""

from keyzer.protocol.case.commands import frame, letters, measures, remedies, repair, staff, talks
from keyzer.protocol.case.commands.base import Command

ALL: tuple[type[Command], ...] = tuple(
    command
    for module in (frame, talks, repair, measures, letters, remedies, staff)
    for command in vars(module).values()
    if isinstance(command, type) and issubclass(command, Command) and command is not Command
)
BY_KIND: dict[str, type[Command]] = {command.named(): command for command in ALL}
