"""Doors to a room, made in Python as rows are: a front page has eight of them."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.safestring import SafeString

from keyzer.design import markup


class Door(NamedTuple):
    """A door with its drawing, a title, one sentence and where it leads; `main` is the one that matters most."""

    drawing: str
    title: str
    text: str
    url: str
    main: bool = False


def doors(items: Iterable[Door]) -> SafeString:
    """All of them, one below the other or side by side."""
    return SafeString(f'<div class="doors">{"".join(map(door, items))}</div>')


def door(item: Door) -> SafeString:
    """One door, escaped and ready for a page; the whole of it can be tapped."""
    text = f'<span class="door-text">{markup.text(item.text)}</span>' if item.text else ""
    title = f'<a class="door-title" href="{markup.text(item.url)}">{markup.text(item.title)}</a>'
    icon = f'<span class="door-icon">{markup.icon(item.drawing)}</span>'
    words = f'<span class="door-words">{title}{text}</span>'
    return SafeString(f'<div class="door{" main" if item.main else ""}">{icon}{words}{markup.icon("arrow")}</div>')
