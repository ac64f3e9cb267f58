"""Somebody with a browser, as far as a measurement needs one: cookies, the form's secret, and forms sent as forms."""

import re
from collections.abc import Callable
from http.client import HTTPConnection
from typing import NamedTuple
from uuid import uuid4

SECRET = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
DOORS = re.compile(r'<h2 id="role-\d+">([^<]+)</h2>|action="(/demo/[0-9a-f-]+/)"')
REDIRECT, OK, UNCHANGED = 302, 200, 304


class Answer(NamedTuple):
    """What came back, its headers as they were sent."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str:
        """The first value under `name`; empty when it is absent."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    def size(self) -> int:
        """Bytes on the wire, headers included."""
        return (
            len(self.body)
            + sum(len(key) + len(value) + 4 for key, value in self.headers)
            + len("HTTP/1.1 200 OK\r\n\r\n")
        )


Transport = Callable[[str, str, dict[str, str], bytes], Answer]


class Visitor:
    """One person in one browser."""

    def __init__(self, transport: Transport) -> None:
        """Nothing is remembered yet."""
        self._transport = transport
        self._cookies: dict[str, str] = {}
        self._secret = ""

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a page; a keyword is a header, with `_` for `-`."""
        answer = self._send("GET", path, {name.replace("_", "-"): value for name, value in headers.items()}, b"")
        if found := SECRET.search(answer.body.decode(errors="replace")):
            self._secret = found[1]
        return answer

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        """Send a form, with the secret of the last page that had one."""
        boundary = uuid4().hex
        parts = "".join(
            f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in {"csrfmiddlewaretoken": self._secret, **fields}.items()
        )
        headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
        return self._send("POST", path, headers, f"{parts}--{boundary}--\r\n".encode())

    def sign_in(self, role: str, place: int = 0) -> None:
        """Go in through the demo school's page, by the door number `place` of a role. Raises LookupError."""
        doors = doors_by_role(self.get("/demo/").body.decode())
        if not doors.get(role):
            raise LookupError(f"the demo page has no door for `{role}`; it has {', '.join(sorted(doors))}")
        path = doors[role][place % len(doors[role])]
        answer = self.post(path, {})
        if answer.status != REDIRECT:
            raise LookupError(f"`{path}` answered {answer.status}, not {REDIRECT}")

    def cookies(self) -> str:
        """What its browser sends with each request."""
        return "; ".join(f"{name}={value}" for name, value in self._cookies.items())

    def _send(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
        cookies = self.cookies()
        sent = {"Host": "127.0.0.1", "Accept-Language": "nl", **headers} | ({"Cookie": cookies} if cookies else {})
        answer = self._transport(method, path, sent, body)
        for key, value in answer.headers:
            if key.lower() == "set-cookie":
                name, _, content = value.partition(";")[0].partition("=")
                self._cookies[name] = content
        return answer


def doors_by_role(page: str) -> dict[str, list[str]]:
    """The ways in on the demo page, under the role's name in small letters."""
    doors: dict[str, list[str]] = {}
    role = ""
    for heading, path in DOORS.findall(page):
        role = heading.strip().lower() or role
        if path:
            doors.setdefault(role, []).append(path)
    return doors


def over_http(port: int) -> Transport:
    """Over one connection that is kept open."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)

    def send(method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
        connection.request(method, path, body or None, headers)
        response = connection.getresponse()
        return Answer(response.status, response.getheaders(), response.read())

    return send
