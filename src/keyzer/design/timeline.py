"""What a timeline shows: one moment after another, as `design/timeline.html` draws them."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """One line: when, what, the words that were written, a drawing, the articles it rests on, and by whom."""

    at: datetime
    title: str
    body: str = ""
    icon: str = ""
    articles: tuple[str, ...] = ()
    by: str = ""
