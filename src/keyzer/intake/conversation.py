"""A report as moments on a timeline, in the words of who looks at it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from .events import IntakeLane
from .queries import ReportPage


@dataclass(frozen=True, kw_only=True)
class Moment:
    """What the timeline draws."""

    at: datetime
    title: str
    body: str = ""
    icon: str = ""
    by: str = ""
    articles: tuple[str, ...] = ()


def moments(page: ReportPage) -> list[Moment]:
    """All that was said, oldest first."""
    found = [
        Moment(at=page.received_at, title=_first_title(page), body=page.told.words, icon="report", by=_reporter(page)),
        *(
            Moment(
                at=message.at,
                title=_title(page, by_reporter=message.by_reporter),
                body=message.words,
                icon="pen" if message.by_reporter else "chat",
                by=_reporter(page) if message.by_reporter else page.handler.name,
            )
            for message in page.messages
        ),
    ]
    if page.by_reporter and page.read_at:
        found.append(Moment(at=page.read_at, title=_("%(name)s has read it") % {"name": page.handler.name}, icon="eye"))
    return sorted(found, key=lambda moment: moment.at)


def _first_title(page: ReportPage) -> str:
    if page.lane is IntakeLane.TWIJFEL:
        return _("You asked") if page.by_reporter else _("%(name)s asked") % {"name": page.reporter.name}
    return _("You reported") if page.by_reporter else _("%(name)s reported") % {"name": page.reporter.name}


def _title(page: ReportPage, *, by_reporter: bool) -> str:
    if by_reporter == page.by_reporter:
        return _("You wrote")
    other = page.reporter if by_reporter else page.handler
    return _("%(name)s wrote") % {"name": other.name}


def _reporter(page: ReportPage) -> str:
    return "" if page.by_reporter else page.reporter.class_name
