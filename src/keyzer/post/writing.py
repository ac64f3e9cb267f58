"""What a mail says: that something waits, where, and from which school. Never what, never about whom."""

from email.utils import formataddr
from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import override

from . import kinds


class Mail(NamedTuple):
    """A mail on its way out, and who gets it."""

    id: UUID
    kind: str
    things: int
    path: str
    address: str
    language: str
    to_pupil: bool


def written(mail: Mail, school: str) -> EmailMessage:
    """The message in the reader's language. Its Message-ID is that of the mail, so a second copy is known as one."""
    name = " ".join(school.split())
    with override(mail.language):
        words = kinds.words(mail.kind, mail.things, to_pupil=mail.to_pupil)
        content = {"opening": words.opening, "link": link(mail.path), "school": name, "to_pupil": mail.to_pupil}
        body = render_to_string("post/mail.txt", content)
    return EmailMessage(
        subject=words.subject,
        body=body,
        from_email=formataddr((name, settings.DEFAULT_FROM_EMAIL)),
        to=[mail.address],
        headers={
            "Message-ID": f"<{mail.id}@{urlsplit(settings.KEYZER_ADDRESS).hostname}>",
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "Content-Language": mail.language,
        },
    )


def link(path: str) -> str:
    """The whole address of one of our pages."""
    return f"{settings.KEYZER_ADDRESS}{path}"
