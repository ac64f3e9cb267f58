"""What is said about files: why one is not taken in, and what the scanner and the stamp tell."""

from django.conf import settings
from django.utils.translation import gettext as _

from .events import Scan
from .kinds import Problem


def problem_words(problem: Problem, where: str = "") -> str:
    """Why a file is not taken in, and what to do instead; `where` is the place inside the file."""
    if problem is Problem.ARCHIVE:
        return _("We don't open this ZIP file, because of “%(where)s” in it. Export the chat again, without media.") % {
            "where": where
        }
    return {
        Problem.EMPTY: _("This file is empty. Choose another one, or save it again."),
        Problem.TOO_LARGE: _("The files are too large together. Make the film shorter, or send a screenshot."),
        Problem.UNKNOWN: _(
            "We can't take in this kind of file. A photo, film, sound, PDF, plain text or the export of a chat is fine."
        ),
        Problem.OTHER_THAN_NAMED: _("This file is something else than its name says. Send the original file."),
        Problem.HIDDEN: _("Something else is hidden in this file. For safety we don't take it. A screenshot is fine."),
        Problem.INTERRUPTED: _("The file did not come in whole. Try it once more."),
        Problem.TOO_MANY: _("Too many files are on their way. Wait until they are in, and send the others then."),
    }[problem]


def attachment_words(problem: Problem) -> str:
    """Why an attachment can't be taken out of the conversation that it came with."""
    return {
        Problem.OTHER_THAN_NAMED: _("It stays in the conversation: it is something else than its name says."),
        Problem.HIDDEN: _("It stays in the conversation: something else is hidden in it."),
        Problem.UNKNOWN: _("It stays in the conversation: we don't open this kind of file."),
        Problem.EMPTY: _("It stays in the conversation: the file is empty."),
    }.get(problem, _("This attachment can't be taken out of the conversation."))


def scan_words(scan: Scan | None, *, has_asked: bool) -> str:
    """What the virus scanner said, or why it said nothing; it is asked when somebody opens a file."""
    if scan is None:
        return _silence(has_asked=has_asked)
    return {
        Scan.CLEAN: _("The virus scanner found nothing in it."),
        Scan.TOO_LARGE: _("This file was too large for the virus scanner."),
        Scan.INFECTED: _("The virus scanner found something in it. It stays closed."),
    }[scan]


def _silence(*, has_asked: bool) -> str:
    if not settings.KEYZER_CLAMD:
        return _("There is none here. Open the original only on a computer that has one.")
    if has_asked:
        return _("It did not answer. Open the original only when you know where it comes from.")
    return _("It looks when somebody opens this.")
