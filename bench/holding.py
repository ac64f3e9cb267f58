"""Many open pages in one process, as a measurement needs them: a stream each, and a part that is fetched anew."""

import asyncio
import json
import random
import time
from typing import NamedTuple

HOST = "127.0.0.1"
OK, UNCHANGED = 200, 304


class Page(NamedTuple):
    """What a page that is open knows: its stream, its part, who looks, and what it has seen."""

    stream: str
    fragment: str
    cookie: str


class Told(NamedTuple):
    """When a page heard that something changed, and when it had its part anew (by the monotonic clock)."""

    heard: float
    shown: float


class Listening:
    """One page that waits for its stream."""

    def __init__(self, page: Page, pages_at: int, streams_at: int) -> None:
        """Nothing is open yet."""
        self._page, self._pages_at, self._streams_at = page, pages_at, streams_at
        self._tag = ""

    async def open(self) -> None:
        """Be told the number of this moment, and have the part once. Raises RuntimeError when it is refused."""
        self._reader, self._writer = await asyncio.open_connection(HOST, self._streams_at)
        self._writer.write(_request(self._page.stream, {"Accept": "text/event-stream"}))
        if (status := _status(await self._reader.readuntil(b"\r\n\r\n"))) != OK:
            raise RuntimeError(f"a stream was answered with {status}")
        await self._event()
        _status_code, self._tag = await fetch(self._page, self._pages_at, "")

    async def told(self) -> Told:
        """Wait for a change, and fetch the part when the stream says that there is room for it."""
        within = await self._event()
        heard = time.monotonic()
        await asyncio.sleep(random.random() * within)
        _status_code, self._tag = await fetch(self._page, self._pages_at, self._tag)
        return Told(heard, time.monotonic())

    def close(self) -> None:
        """Leave."""
        self._writer.close()

    async def _event(self) -> float:
        """The seconds within which the next event asks to come."""
        while not (line := await self._reader.readline()).startswith(b"data: "):
            if not line:
                raise RuntimeError("a stream ended")
        within: float = json.loads(line.removeprefix(b"data: "))["within"]
        return within / 1000


async def fetch(page: Page, port: int, tag: str) -> tuple[int, str]:
    """The status and the tag of the part, over a connection of its own. Raises RuntimeError for another answer."""
    reader, writer = await asyncio.open_connection(HOST, port)
    asked = {"Cookie": page.cookie, "Accept-Language": "nl", "Connection": "close"}
    writer.write(_request(page.fragment, asked | ({"If-None-Match": tag} if tag else {})))
    answer = await reader.read()
    writer.close()
    if (status := _status(answer)) not in {OK, UNCHANGED}:
        raise RuntimeError(f"`{page.fragment}` was answered with {status}")
    headers = answer.partition(b"\r\n\r\n")[0].decode("latin-1").lower()
    return status, next((line[6:] for line in headers.split("\r\n") if line.startswith("etag: ")), "")


def _request(path: str, headers: dict[str, str]) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\n{lines}\r\n".encode()


def _status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])
