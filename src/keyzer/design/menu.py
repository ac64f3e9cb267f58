"""The main menu, made in Python: it stands on every page and has a line for each room."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.safestring import SafeString

from keyzer.design import markup


class MenuLine(NamedTuple):
    """One room: its name, where it lies, its drawing, and whether this page belongs to it."""

    label: Promise | str
    url: str
    drawing: str
    current: bool


def menu(lines: Iterable[MenuLine]) -> SafeString:
    """The whole list, escaped and ready for a page."""
    return SafeString(f"<ul>{''.join(map(_line, lines))}</ul>")


def _line(line: MenuLine) -> str:
    current = ' aria-current="page"' if line.current else ""
    return (
        f'<li><a href="{markup.text(line.url)}"{current}>{markup.icon(line.drawing)}{markup.text(line.label)}</a></li>'
    )
