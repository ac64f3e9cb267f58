"""Asks each address of the register whether it still answers. No cookies, few at a time, one by one at each host."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from http import HTTPStatus
from http.client import HTTPException, HTTPMessage
from typing import IO, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from .entry import Platform
from .shelf import Entry

AT_ONCE = 4
MOST_STEPS = 6
NAME = "keyzer-platforms-check"
FOR_GOOD = frozenset({HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT})
SHY = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS})
"""Answers that tell about us, not about the page: many sites let no program in."""
NO_HEAD = frozenset({HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED, HTTPStatus.NOT_FOUND, *SHY})
"""Answers to HEAD after which the page itself is asked for."""


class Found(StrEnum):
    """What came of asking."""

    OK = "ok"
    MOVED = "moved"
    UNSURE = "unsure"
    DEAD = "dead"


class Link(NamedTuple):
    """An address, and the file and field that it stands in."""

    file: str
    field: str
    url: str


class Finding(NamedTuple):
    """What came of a link, and why or whither."""

    link: Link
    found: Found
    detail: str


class _Reply(NamedTuple):
    status: int
    to: str


class _StayHere(HTTPRedirectHandler):
    """Redirects are followed by us, so that the last address is known."""

    def redirect_request(
        self, _req: Request, _fp: IO[bytes], _code: int, _msg: str, _headers: HTTPMessage, _newurl: str
    ) -> None:
        """Follow nothing."""


def links_of(entry: Entry) -> Iterator[Link]:
    """Every address in one entry."""
    said = entry.content
    if not isinstance(said, Platform):
        return
    for field in ("report", "block", "settings", "proof", "takedown"):
        if url := getattr(said, field).link:
            yield Link(entry.file.name, f"{field}.link", url)


def check(links: Iterable[Link], timeout: float) -> list[Finding]:
    """What comes of each link, in the order given; `timeout` is in seconds, for each question that is asked."""
    given = list(links)
    hosts: defaultdict[str, list[str]] = defaultdict(list)
    for url in dict.fromkeys(link.url for link in given):
        hosts[urlsplit(url).netloc].append(url)
    with ThreadPoolExecutor(AT_ONCE) as several:
        answers = several.map(lambda urls: [(url, _look(url, timeout)) for url in urls], hosts.values())
        found = dict(pair for pairs in answers for pair in pairs)
    return [Finding(link, *found[link.url]) for link in given]


def _look(url: str, timeout: float) -> tuple[Found, str]:
    """Follow an address to where it ends; it moved when a step on the way was for good."""
    opener, here, moved = build_opener(_StayHere), url, False
    for _step in range(MOST_STEPS):
        try:
            reply = _ask(opener, here, timeout)
        except (OSError, HTTPException, ValueError) as problem:
            return Found.DEAD, _reason(problem, timeout)
        if not reply.to:
            return _judge(reply.status, here, moved=moved)
        if urlsplit(reply.to).scheme not in {"http", "https"}:
            return Found.DEAD, f"leads to `{reply.to}`, which is no page"
        here, moved = reply.to, moved or reply.status in FOR_GOOD
    return Found.DEAD, f"leads on and on, more than {MOST_STEPS} times"


def _ask(opener: OpenerDirector, url: str, timeout: float) -> _Reply:
    """HEAD first; the page itself when the answer may be about HEAD alone."""
    reply = _send(opener, url, "HEAD", timeout)
    return _send(opener, url, "GET", timeout) if reply.status in NO_HEAD else reply


def _send(opener: OpenerDirector, url: str, method: str, timeout: float) -> _Reply:
    request = Request(url, method=method, headers={"User-Agent": NAME, "Accept": "text/html,*/*"})  # noqa: S310
    try:
        with opener.open(request, timeout=timeout) as answer:
            return _Reply(answer.status, "")
    except HTTPError as answer:
        with answer:
            place = answer.headers.get("Location")
            is_redirect = HTTPStatus.MULTIPLE_CHOICES <= answer.code < HTTPStatus.BAD_REQUEST and place
            return _Reply(answer.code, urljoin(url, place) if is_redirect else "")


def _judge(status: int, url: str, *, moved: bool) -> tuple[Found, str]:
    if status in SHY:
        return Found.UNSURE, f"answers {status}: lets no program in, look with a browser"
    if status >= HTTPStatus.MULTIPLE_CHOICES:
        return Found.DEAD, f"answers {status}"
    return (Found.MOVED, url) if moved else (Found.OK, "")


def _reason(problem: Exception, timeout: float) -> str:
    cause = problem.reason if isinstance(problem, URLError) else problem
    if isinstance(cause, TimeoutError):
        return f"no answer within {timeout:g} seconds"
    return f"can't be reached: {cause}"
