"""Rows that read like sentences, made in Python: the cost of a long list is its template (stack: two to five times)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from keyzer.design import markup


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One sentence of a list: what it says, where it leads, and at most one state (a pill, or a term)."""

    sentence: str
    url: str = ""
    icon: str = ""
    detail: str = ""
    kind: str = ""
    label: str = ""
    due: date | None = None

    def pill(self) -> str:
        """The state at the end of the row, if any."""
        if self.due is not None:
            return markup.due(self.due)
        return markup.state(self.kind, self.label) if self.label else ""


def rows(items: Iterable[Row]) -> SafeString:
    """The whole list, escaped and ready for a page."""
    return SafeString(f'<ul class="rows">{"".join(map(row, items))}</ul>')


def row(item: Row) -> SafeString:
    """One `<li>`; the whole row can be tapped when it leads somewhere."""
    drawing = f'<span class="row-icon">{markup.icon(item.icon)}</span>' if item.icon else ""
    detail = f'<span class="row-detail">{markup.text(item.detail)}</span>' if item.detail else ""
    pill = item.pill()
    state = f'<span class="row-state">{pill}</span>' if pill else ""
    words = f'<span class="row-text">{sentence(item)}{detail}</span>'
    return SafeString(f'<li class="row {markup.text(item.kind)}">{drawing}{words}{state}</li>')


def sentence(item: Row) -> str:
    """The sentence, as a link when it leads somewhere."""
    words = markup.text(item.sentence)
    if item.url:
        return f'<a class="row-sentence" href="{markup.text(item.url)}">{words}</a>'
    return f'<span class="row-sentence">{words}</span>'
