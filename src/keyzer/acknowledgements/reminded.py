"""What became of a round of reminders, in words."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from keyzer.people import queries as people

from .actions.reminding import Reminded

MOST_NAMES = 20


def told(done: Reminded) -> Iterator[str]:
    """How many mails go out, who had one this week, and who can't be reached by mail."""
    yield ngettext(
        "%(count)d e-mail goes out, in school hours.", "%(count)d e-mails go out, in school hours.", done.mailed
    ) % {"count": done.mailed}
    if done.lately:
        yield ngettext(
            "%(count)d person was reminded this week already.",
            "%(count)d people were reminded this week already.",
            done.lately,
        ) % {"count": done.lately}
    if done.unreachable:
        names = sorted(people.names(done.unreachable).values())
        said = ", ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")
        yield _("No e-mail address is known of: %(names)s. Let them sign on paper.") % {"names": said}
