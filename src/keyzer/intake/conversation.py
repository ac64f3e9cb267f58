"""A report as moments on a timeline, in the words of who looks at it."""

from django.utils.translation import gettext as _

from keyzer.design.timeline import Moment

from .events import IntakeLane
from .queries import ReportPage


def moments(page: ReportPage) -> list[Moment]:
    """All that was said, oldest first."""
    found = [
        Moment(at=page.received_at, title=_first_title(page), body=page.told.words, icon="report", by=_class(page)),
        *(
            Moment(
                at=message.at,
                title=_("%(name)s wrote") % {"name": message.writer},
                body=message.words,
                icon="pen" if message.by_reporter else "chat",
            )
            for message in page.messages
        ),
    ]
    if page.by_reporter and page.read_at:
        found.append(Moment(at=page.read_at, title=_read_by(page), icon="eye"))
    return sorted(found, key=lambda moment: moment.at)


def _first_title(page: ReportPage) -> str:
    words = _("%(name)s asked") if page.lane is IntakeLane.TWIJFEL else _("%(name)s reported")
    return words % {"name": page.teller}


def _read_by(page: ReportPage) -> str:
    if page.told.to_board:
        return _("The board has read it")
    return _("%(name)s has read it") % {"name": page.handler.name}


def _class(page: ReportPage) -> str:
    return "" if page.by_reporter or page.reporter is None else page.reporter.class_name
