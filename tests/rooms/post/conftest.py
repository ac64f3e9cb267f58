"""A mail server that really listens, for the tests of the post; not of our making."""

import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from pytest_django import Settings


@dataclass
class Server:
    """What came in, and what the server says to the next recipient and the next message."""

    port: int = 0
    arrived: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    to_recipient: str = "250 OK"
    to_message: str = "250 OK"

    def way_out(self) -> dict[str, str]:
        """The settings of a school that sends its mail here."""
        return {
            "KEYZER_MAIL_URL": f"smtp://127.0.0.1:{self.port}",
            "KEYZER_MAIL_FROM": "keyzer@dekeyzer.example",
            "KEYZER_ADDRESS": "https://keyzer.dekeyzer.example/",
        }

    async def handle_RCPT(  # noqa: N802 -- the library's own name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to_recipient

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.to_message.startswith("250"):
            assert isinstance(envelope.content, bytes)
            self.arrived.append(message_from_bytes(envelope.content, policy=policy.default))
            self.recipients += envelope.rcpt_tos
        return self.to_message


@pytest.fixture
def server(settings: Settings) -> Iterator[Server]:
    """A server on a free port, and a school that sends its mail there."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        handler = Server(port=probe.getsockname()[1])
    controller = Controller(handler, hostname="127.0.0.1", port=handler.port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", handler.port, 5
    settings.KEYZER_MAIL_URL = f"smtp://127.0.0.1:{handler.port}"
    settings.DEFAULT_FROM_EMAIL = "keyzer@dekeyzer.example"
    settings.KEYZER_ADDRESS = "https://keyzer.dekeyzer.example"
    yield handler
    controller.stop()
