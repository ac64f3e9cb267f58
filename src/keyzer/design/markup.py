"""The small pieces of a page as safe HTML; the template tags and the row component are both made of these."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from keyzer.design import moments
from keyzer.kit import clock

ICONS = Path(__file__).parent / "templates" / "design" / "icons"

STATE_ICONS = {
    "open": "dot",
    "waits": "clock",
    "late": "alert",
    "done": "check",
    "barred": "cross",
    "info": "info",
    "excepted": "seal",
}


@cache
def icon(name: str) -> SafeString:
    """The drawing called `name`, hidden from screen readers; raises ValueError when we have no such drawing."""
    drawing = ICONS / f"{name}.svg"
    if not drawing.is_file():
        raise ValueError(f"no icon `{name}`; the names are the files in {ICONS.name}/: {', '.join(icon_names())}")
    return mark_safe(drawing.read_text(encoding="utf-8").strip())  # noqa: S308 (our own file)


def icon_names() -> list[str]:
    """Every drawing that we have, by name."""
    return sorted(path.stem for path in ICONS.glob("*.svg"))


@cache
def article(article_id: str) -> SafeString:
    """A chip that links to the article's page; raises ValueError when the id has no part before its number."""
    part, dash, number = article_id.rpartition("-")
    if not dash:
        raise ValueError(f"article `{article_id}` has no number; write it as in `leerlingen-9`")
    return format_html(
        '<a class="article" href="/protocol/{}/{}">{} {}</a>', part, number, part.replace("-", " ").capitalize(), number
    )


def articles(article_ids: Iterable[str]) -> SafeString:
    """The chips of several articles, in one line that wraps."""
    return format_html(
        '<span class="articles">{}</span>', format_html_join("", "{}", ((article(i),) for i in article_ids))
    )


def state(kind: str, label: str) -> SafeString:
    """A pill of icon, word and tint; raises ValueError for a kind that is not in STATE_ICONS."""
    if kind not in STATE_ICONS:
        raise ValueError(f"no state `{kind}`; the kinds are {', '.join(STATE_ICONS)}")
    return format_html('<span class="state {}">{}{}</span>', kind, icon(STATE_ICONS[kind]), label)


def when(moment: date) -> SafeString:
    """A moment in human words, with the whole date behind it."""
    return format_html(
        '<time datetime="{}" title="{}">{}</time>',
        moments.machine(moment),
        moments.in_full(moment),
        moments.spoken(moment, clock.now()),
    )


def due(moment: date) -> SafeString:
    """When something is owed, as a state: too late, soon, or later."""
    return state(*moments.deadline(moment, clock.now()))
