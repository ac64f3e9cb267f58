"""Where the stream process is, as a browser sees it; read from `KEYZER_LIVE_URL`."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from keyzer.kit.environment import EnvironmentProblem

PORT = re.compile(r":(\d{1,5})")


class Place(NamedTuple):
    """A port of the host that the page came from, or an address; neither where no stream process runs."""

    port: int | None = None
    url: str = ""


NOWHERE = Place()


def place(text: str) -> Place:
    """`:8001` is a port beside the school's, `/live/` a path behind its proxy, `https://…/` another host.

    Raises EnvironmentProblem.
    """
    if not text:
        return NOWHERE
    if (port := PORT.fullmatch(text)) and 0 < int(port[1]) <= 65535:  # noqa: PLR2004 -- the last port there is
        return Place(port=int(port[1]))
    parts = urlsplit(text)
    whole = parts.scheme in {"http", "https"} and parts.hostname
    if (whole or (text.startswith("/") and not text.startswith("//"))) and not parts.query:
        return Place(url=text.rstrip("/") + "/")
    raise EnvironmentProblem(
        f"`KEYZER_LIVE_URL` is `{text}`: write a port as :8001, a path as /live/, or an address as https://host/"
    )


def base(where: Place, scheme: str, host: str) -> str:
    """What a token is put behind, for a page of `host` (a port in it is left out); empty where nothing streams."""
    if where.port is None:
        return where.url
    return f"{scheme}://{_name(host)}:{where.port}/"


def other_origin(where: Place, scheme: str, host: str) -> str:
    """The origin that the page must be allowed to connect to; empty when it is the page's own."""
    parts = urlsplit(base(where, scheme, host))
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def same_name(origin: str, host: str) -> bool:
    """Whether a page of `origin` and a stream asked for as `host` have one name, whatever their ports."""
    return bool(origin) and urlsplit(origin).hostname == urlsplit(f"//{host}").hostname


def _name(host: str) -> str:
    """Without the port; an address of version 6 keeps its brackets."""
    return re.sub(r":\d+$", "", host)
