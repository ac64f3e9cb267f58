"""What the first visit on a phone weighs: the front page and all that it asks for, over the wire."""

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import brotli  # type: ignore[import-untyped]  # it ships no types

from . import school
from .figures import Figure, ratio
from .visitor import OK, Answer, Visitor, over_http

LIMIT = 60_000
LOADED_BY_LINK = {"stylesheet", "icon", "preload", "manifest", "modulepreload", "apple-touch-icon"}
ADDRESS_IN_CSS = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']""")
FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
RANGE = re.compile(r"U\+([0-9A-Fa-f]+)(?:-([0-9A-Fa-f]+))?")


def figures(folder: Path) -> list[Figure]:
    """The front page for a visitor and the page for telling, each as the first that a phone ever opens."""
    with school.served(folder) as port:
        return [
            figure
            for name, path in (("front page", "/"), ("Mag dit?", "/mag-dit/"))
            for figure in _visit(port, name, path)
        ]


def _visit(port: int, name: str, path: str) -> list[Figure]:
    visitor = Visitor(over_http(port))
    answers, others = load(visitor, path)
    size = sum(answer.size() for answer in answers)
    measured = f"{size / 1000:.1f} kB in {len(answers)} requests"
    return [
        Figure(f"first visit on a phone, {name}", measured, f"limit {LIMIT / 1000:.0f} kB", ratio(size, LIMIT)),
        Figure(f"requests to another host, {name}", str(len(others)), "none", ""),
    ]


def load(visitor: Visitor, path: str) -> tuple[list[Answer], list[str]]:
    """The answers of a page and of everything that it loads, and the addresses of other hosts that it would ask."""
    page = _fetch(visitor, path)
    html = _text(page)
    found = _Loaded(html)
    waiting = [urljoin(path, address) for address in found.addresses]
    answers, seen, others = [page], {path}, []
    while waiting:
        address = waiting.pop(0)
        if address in seen or address.startswith("data:"):
            continue
        seen.add(address)
        if urlsplit(address).netloc:
            others.append(address)
            continue
        answer = _fetch(visitor, address)
        answers.append(answer)
        if "text/css" in answer.header("Content-Type"):
            waiting += [urljoin(address, part) for part in in_css(_text(answer), html)]
    return answers, others


def in_css(css: str, text: str) -> list[str]:
    """The addresses that a style sheet loads for `text`: of fonts only those that have one of its characters."""
    unused = "".join(face for face in FONT_FACE.findall(css) if not _is_for(face, text))
    skipped = {address for address, _ in ADDRESS_IN_CSS.findall(unused)}
    return [one or other for one, other in ADDRESS_IN_CSS.findall(css) if one not in skipped]


def _is_for(face: str, text: str) -> bool:
    _, found, ranges = face.partition("unicode-range")
    if not found:
        return True
    spans = [(int(first, 16), int(last or first, 16)) for first, last in RANGE.findall(ranges)]
    return any(first <= ord(letter) <= last for letter in set(text) for first, last in spans)


def _fetch(visitor: Visitor, path: str) -> Answer:
    answer = visitor.get(path, Accept_Encoding="br, gzip")
    if answer.status != OK:
        message = f"`{path}` answered {answer.status}"
        raise RuntimeError(message)
    return answer


def _text(answer: Answer) -> str:
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}.get(answer.header("Content-Encoding"), bytes)
    unpacked: bytes = unpack(answer.body)
    return unpacked.decode()


class _Loaded(HTMLParser):
    """What a page loads by itself: not what it links to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        address = given.get("href") if tag == "link" else given.get("src")
        if tag == "link" and not LOADED_BY_LINK & set((given.get("rel") or "").split()):
            return
        if address and tag != "a":
            self.addresses.append(address)
