"""Handing mails to the school's mail server, one connection a round."""

import logging
from enum import StrEnum
from smtplib import SMTPDataError, SMTPRecipientsRefused
from types import TracebackType
from typing import Self

from django.core.mail import get_connection

from .writing import Mail, written

PERMANENT = 500
log = logging.getLogger(__name__)


class Outcome(StrEnum):
    SENT = "sent"
    PUT_OFF = "put off"
    REFUSED = "refused"


class Round:
    """One connection for several mails. Once the server does not answer, the rest is put off without asking again."""

    def __init__(self, school: str) -> None:
        self.school = school
        self.connection = get_connection()
        self.is_reachable = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()

    def send(self, mail: Mail) -> Outcome:
        """Hand over one mail and tell what the server said of it."""
        if not self.is_reachable:
            return Outcome.PUT_OFF
        try:
            self.connection.open()
            self._hand_over(mail)
        except SMTPRecipientsRefused as refusal:
            return _judged(max(code for code, _words in refusal.recipients.values()))
        except SMTPDataError:
            return Outcome.PUT_OFF
        except OSError as problem:
            log.warning("the mail server can't be used (%s): it is tried again later", _told(problem))
            self.is_reachable = False
            return Outcome.PUT_OFF
        except ValueError:  # what stands as an address is none
            return Outcome.REFUSED
        return Outcome.SENT

    def _hand_over(self, mail: Mail) -> None:
        message = written(mail, self.school)
        message.connection = self.connection
        message.send()


def _judged(code: int) -> Outcome:
    """A mailbox that is refused for good is not tried again."""
    return Outcome.REFUSED if code >= PERMANENT else Outcome.PUT_OFF


def _told(problem: OSError) -> str:
    """The kind of problem and the server's code; its words may hold an address."""
    code = getattr(problem, "smtp_code", None)
    return f"{type(problem).__name__} {code}" if code else type(problem).__name__
