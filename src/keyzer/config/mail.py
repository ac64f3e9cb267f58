"""Reads through which server the school sends mail, and where people find this Keyzer."""

from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from keyzer.kit.environment import EnvironmentProblem

PORTS = {"smtp": 25, "smtps": 465}
SUBMISSION = 587


class Server(NamedTuple):
    """A mail server in Django's words, in the order in which the settings unpack it."""

    backend: str
    host: str
    port: int
    user: str
    password: str
    tls_from_the_start: bool
    tls_before_sign_in: bool


NONE = Server(
    "django.core.mail.backends.dummy.EmailBackend", "", 0, "", "", tls_from_the_start=False, tls_before_sign_in=False
)


def server(url: str) -> Server:
    """The server at `smtp://name:password@host:port` or `smtps://…`; NONE for nothing. Raises EnvironmentProblem.

    A password never travels in the clear: `smtp` with a name, or on port 587, asks for encryption first.
    """
    if not url:
        return NONE
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS[parts.scheme]
    except (KeyError, ValueError):
        parts, port = urlsplit(""), 0
    if not parts.hostname:
        raise EnvironmentProblem("`KEYZER_MAIL_URL` is no mail server: use smtp://name:password@host:port or smtps://…")
    return Server(
        backend="django.core.mail.backends.smtp.EmailBackend",
        host=parts.hostname,
        port=port,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls_from_the_start=parts.scheme == "smtps",
        tls_before_sign_in=parts.scheme == "smtp" and (bool(parts.username) or port == SUBMISSION),
    )


def address(url: str) -> str:
    """Where people find this Keyzer, without a slash at the end; empty for nothing. Raises EnvironmentProblem."""
    parts = urlsplit(url)
    if url and (parts.scheme not in {"http", "https"} or not parts.hostname):
        raise EnvironmentProblem("`KEYZER_ADDRESS` is no address of pages: write it as https://keyzer.example.nl")
    return url.rstrip("/")
