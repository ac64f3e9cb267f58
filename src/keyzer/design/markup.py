"""The small pieces of a page as safe HTML; the template tags and the row component are both made of these."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from html import escape
from pathlib import Path

from django.utils.safestring import SafeString

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


def text(words: object) -> str:
    """The words as HTML; what is safe already stays (Django's own escaping costs a list three times as much)."""
    return words if isinstance(words, SafeString) else escape(str(words))


@cache
def icon(name: str) -> SafeString:
    """The drawing called `name`, hidden from screen readers; raises ValueError when we have no such drawing."""
    drawing = ICONS / f"{name}.svg"
    if not drawing.is_file():
        raise ValueError(f"no icon `{name}`; the names are the files in {ICONS.name}/: {', '.join(icon_names())}")
    return SafeString(drawing.read_text(encoding="utf-8").strip())


def icon_names() -> list[str]:
    """Every drawing that we have, by name."""
    return sorted(path.stem for path in ICONS.glob("*.svg"))


@cache
def article(article_id: str) -> SafeString:
    """A chip that links to the article's page; raises ValueError when the id has no part before its number."""
    part, dash, number = article_id.rpartition("-")
    if not dash:
        raise ValueError(f"article `{article_id}` has no number; write it as in `leerlingen-9`")
    chapter, number = text(part), text(number)
    label = chapter.replace("-", " ").capitalize()
    return SafeString(f'<a class="article" href="/protocol/{chapter}/{number}">{label} {number}</a>')


def articles(article_ids: Iterable[str]) -> SafeString:
    """The chips of several articles, in one line that wraps."""
    return SafeString(f'<span class="articles">{"".join(map(article, article_ids))}</span>')


def state(kind: str, label: str) -> SafeString:
    """A pill of icon, word and tint; raises ValueError for a kind that is not in STATE_ICONS."""
    if kind not in STATE_ICONS:
        raise ValueError(f"no state `{kind}`; the kinds are {', '.join(STATE_ICONS)}")
    return SafeString(f'<span class="state {kind}">{icon(STATE_ICONS[kind])}{text(label)}</span>')


def when(moment: date) -> SafeString:
    """A moment in human words, with the whole date behind it."""
    words, whole = text(moments.spoken(moment, clock.now())), text(moments.in_full(moment))
    return SafeString(f'<time datetime="{moments.machine(moment)}" title="{whole}">{words}</time>')


def due(moment: date) -> SafeString:
    """When something is owed, as a state: too late, soon, or later."""
    return state(*moments.deadline(moment, clock.now()))
