"""A report as moments on a timeline, in the words of who looks at it."""

from django.utils.translation import gettext as _

from keyzer.design.timeline import Moment

from .events import IntakeLane
from .queries import Message, ReportPage


def moments(page: ReportPage) -> list[Moment]:
    """All that was said, oldest first."""
    found = [
        Moment(at=page.received_at, title=_first_title(page), body=page.told.words, icon="report", by=_class(page)),
        *(
            Moment(
                at=message.at,
                title=_message_title(page, message),
                body=message.words,
                icon="pen" if message.by_reporter else "chat",
            )
            for message in page.messages
        ),
    ]
    if page.by_reporter:
        found += _of_handling(page)
    return sorted(found, key=lambda moment: moment.at)


def _of_handling(page: ReportPage) -> list[Moment]:
    """That it was read, and by whom; and who handles it since when."""
    if page.told.to_board:
        return [Moment(at=page.read_at, title=_("The board has read it"), icon="eye")] if page.read_at else []
    read, moved = _("%(name)s has read it"), _("%(name)s handles it from now on")
    return [
        *(Moment(at=each.at, title=read % {"name": each.name}, icon="eye") for each in page.readings),
        *(Moment(at=at, title=moved % {"name": name}, icon="person") for at, name in page.moves),
    ]


def _first_title(page: ReportPage) -> str:
    is_doubt = page.lane is IntakeLane.TWIJFEL
    if page.by_reporter:
        return _("I asked") if is_doubt else _("I reported")
    return (_("%(name)s asked") if is_doubt else _("%(name)s reported")) % {"name": page.teller}


def _message_title(page: ReportPage, message: Message) -> str:
    is_own = page.by_reporter and message.by_reporter
    return _("I wrote") if is_own else _("%(name)s wrote") % {"name": message.writer}


def _class(page: ReportPage) -> str:
    return "" if page.by_reporter or page.reporter is None else page.reporter.class_name
