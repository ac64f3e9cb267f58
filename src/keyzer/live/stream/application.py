"""Server-sent events over ASGI: that something changed, and never what."""

import asyncio
import json
import random
import signal
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from contextlib import suppress
from typing import Any, NamedTuple

from keyzer.kit import clock
from keyzer.live import address, tokens

from .hub import Full, Hub, Listener
from .poll import follow

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Header = tuple[bytes, bytes]

HEARTBEAT = 15.0
"""Seconds: proxies and phones end a connection on which nothing comes for longer."""

LONGEST = 3600.0
RETRY = 2000, 4000
"""Milliseconds after which a page tries again; not all at once."""


class Asked(NamedTuple):
    """What a browser asks for."""

    token: str
    host: str
    origin: str
    last: int


class Stream:
    """The whole application: streams on any path that ends with a token."""

    def __init__(self, most: int, origin: str) -> None:
        """At most so many open pages; pages of `origin` may listen too where their host has another name."""
        self._hub = Hub(most)
        self._origin = origin

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one connection, or live through the start and end of the process."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._answer(_asked(scope), receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        _at_the_end(self._hub.close)
        following = asyncio.create_task(follow(self._hub))
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self._hub.close()
        await following
        await send({"type": "lifespan.shutdown.complete"})

    async def _answer(self, asked: Asked, receive: Receive, send: Send) -> None:
        """A page that is refused asks the school itself every few seconds, and tries here again later."""
        headers, now = self._headers(asked), clock.now()
        granted = tokens.read(asked.token, now)
        if granted is None:
            return await _refuse(send, 403, headers)
        try:
            with self._hub.listening(granted.topics) as listener:
                await _start(send, 200, [*headers, (b"content-type", b"text/event-stream")])
                left = min(LONGEST, (granted.until - now).total_seconds())
                with suppress(TimeoutError):
                    async with asyncio.timeout(left):
                        await self._tell(listener, asked.last, receive, send)
                return await _end(send)
        except Full:
            return await _refuse(send, 503, headers)

    async def _tell(self, listener: Listener, heard: int, receive: Receive, send: Send) -> None:
        """The number at once unless it was heard before, then each time that it rises; until the page goes."""
        leaving = asyncio.create_task(_wake_when_gone(listener, receive))
        try:
            await _say(send, f"retry: {random.randint(*RETRY)}\n\n")  # noqa: S311 -- only spreads them in time
            while not (leaving.done() or self._hub.closing.is_set()):
                number = self._hub.number_of(listener.topics)
                if number > heard:
                    await _say(send, _event(number, listener.within))
                    heard = number
                await _woken(listener, send)
        finally:
            leaving.cancel()

    def _headers(self, asked: Asked) -> list[Header]:
        """Pages of the same host may read it, on whatever port, and those of the school's own address."""
        always = [(b"cache-control", b"no-store"), (b"x-accel-buffering", b"no"), (b"vary", b"Origin")]
        if address.same_name(asked.origin, asked.host) or (asked.origin and asked.origin == self._origin):
            return [*always, (b"access-control-allow-origin", asked.origin.encode("ascii", "replace"))]
        return always


def _at_the_end(close: Callable[[], None]) -> None:
    """The server waits for open pages before it says that it stops; so the signal itself must let them go.

    A handler that is set this way runs beside the one of the server, which hears signals through the loop.
    """
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(close))


async def _woken(listener: Listener, send: Send) -> None:
    """Wait until there is something to look at; a heartbeat when that takes long."""
    try:
        async with asyncio.timeout(HEARTBEAT):
            await listener.woken.wait()
    except TimeoutError:
        await _say(send, ": \n\n")
    listener.woken.clear()


async def _wake_when_gone(listener: Listener, receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    listener.woken.set()


def _event(number: int, within: float) -> str:
    told = json.dumps({"number": number, "within": round(within * 1000)})
    return f"event: changed\nid: {number}\ndata: {told}\n\n"


def _asked(scope: Message) -> Asked:
    sent = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
    last = sent.get(b"last-event-id", "")
    return Asked(
        token=scope["path"].rpartition("/")[2],
        host=sent.get(b"host", ""),
        origin=sent.get(b"origin", ""),
        last=int(last) if last.isascii() and last.isdigit() and len(last) < 20 else -1,  # noqa: PLR2004 -- a bigint
    )


async def _refuse(send: Send, status: int, headers: Iterable[Header]) -> None:
    await _start(send, status, headers)
    await _end(send)


async def _start(send: Send, status: int, headers: Iterable[Header]) -> None:
    await send({"type": "http.response.start", "status": status, "headers": list(headers)})


async def _say(send: Send, text: str) -> None:
    await send({"type": "http.response.body", "body": text.encode(), "more_body": True})


async def _end(send: Send) -> None:
    await send({"type": "http.response.body", "body": b"", "more_body": False})
