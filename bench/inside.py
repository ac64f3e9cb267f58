"""A school inside this process, asked through its WSGI door with every middleware: processor time is its own."""

import os
from io import BytesIO
from pathlib import Path
from typing import Any
from wsgiref.types import WSGIApplication

import django
from django.core.wsgi import get_wsgi_application

from keyzer.config.static import gather

from .visitor import Answer, Transport


def open_school(folder: Path) -> Transport:
    """The demo school in `folder`, answering in this process; once, before anything else asks Django for settings."""
    os.environ |= {"KEYZER_DATA": str(folder), "KEYZER_DEMO": "1", "DJANGO_SETTINGS_MODULE": "keyzer.config.settings"}
    django.setup()
    gather()
    application = get_wsgi_application()
    return lambda method, path, headers, body: _call(application, method, path, headers, body)


def _call(application: WSGIApplication, method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
    given: list[tuple[str, list[tuple[str, str]]]] = []

    def start(status: str, sent: list[tuple[str, str]], *_problem: object) -> Any:  # noqa: ANN401 -- as WSGI has it
        given.append((status, sent))

    answer = application(_environ(method, path, headers, body), start)
    try:
        content = b"".join(answer)
    finally:
        if hasattr(answer, "close"):
            answer.close()
    status, sent = given[0]
    return Answer(int(status.split()[0]), sent, content)


def _environ(method: str, path: str, headers: dict[str, str], body: bytes) -> dict[str, Any]:
    plain, _, query = path.partition("?")
    as_cgi = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()}
    return {
        "REQUEST_METHOD": method,
        "PATH_INFO": plain,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_TYPE": headers.get("Content-Type", ""),
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(body),
        "wsgi.errors": BytesIO(),
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        "wsgi.version": (1, 0),
        **as_cgi,
    }
