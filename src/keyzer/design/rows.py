"""Rows that read like sentences, made in Python: the cost of a long list is its template (stack: two to five times)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html, format_html_join
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

    def pill(self) -> SafeString:
        """The state at the end of the row, if any."""
        if self.due is not None:
            return markup.due(self.due)
        return markup.state(self.kind, self.label) if self.label else SafeString()


def rows(items: Iterable[Row]) -> SafeString:
    """The whole list, escaped and ready for a page."""
    return format_html('<ul class="rows">{}</ul>', format_html_join("", "{}", ((row(item),) for item in items)))


def row(item: Row) -> SafeString:
    """One `<li>`; the whole row can be tapped when it leads somewhere."""
    pill = item.pill()
    return format_html(
        '<li class="row {}">{}<span class="row-text">{}{}</span>{}</li>',
        item.kind,
        format_html('<span class="row-icon">{}</span>', markup.icon(item.icon)) if item.icon else "",
        sentence(item),
        format_html('<span class="row-detail">{}</span>', item.detail) if item.detail else "",
        format_html('<span class="row-state">{}</span>', pill) if pill else "",
    )


def sentence(item: Row) -> SafeString:
    """The sentence, as a link when it leads somewhere."""
    if item.url:
        return format_html('<a class="row-sentence" href="{}">{}</a>', item.url, item.sentence)
    return format_html('<span class="row-sentence">{}</span>', item.sentence)
