"""Words for platforms and people that more rooms choose from."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from keyzer.people import queries as people
from keyzer.platforms import queries as platforms

from .handles import OTHER


def platform_choices() -> list[tuple[str, str]]:
    """Every program in use of the register, by name, and what is none of them."""
    found = [(entry.id, said.name) for entry, said in platforms.register().platforms()]
    return [*found, (OTHER, _("A website or something else"))]


def platform_name(platform: str) -> str:
    """What people call it; one that left the register keeps its id."""
    return dict(platform_choices()).get(platform, platform)


def colleague_choices(on: date, without: UUID | None = None) -> list[tuple[str, str]]:
    """Everybody with a task at the school, by name."""
    ids = {person for role in people.AT_WORK for person in people.holders(role, on) if person != without}
    return sorted(((str(one), name) for one, name in people.names(ids).items()), key=_by_name)


def _by_name(choice: tuple[str, str]) -> str:
    return choice[1].casefold()
