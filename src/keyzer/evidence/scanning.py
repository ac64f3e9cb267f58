"""Asks the virus scanner of the machine, ClamAV's `clamd`, over its socket; where none is named nothing is scanned."""

import socket
import struct
from collections.abc import Iterable
from contextlib import closing
from typing import NamedTuple

from .events import Scan

PATIENCE = 60  # seconds
CHUNK = struct.Struct(">I")
LONGEST_ANSWER = 4096


class NoScanner(Exception):
    """The scanner that the settings name does not answer, or not as it should."""


class Verdict(NamedTuple):
    """What the scanner said; `found` is the name of what it found."""

    outcome: Scan
    found: str = ""


def scan(address: str, content: Iterable[bytes]) -> Verdict:
    """Let the scanner at `address` (a path, or `host:port`) read the content. Raises NoScanner."""
    try:
        with closing(_connected(address)) as scanner:
            return _verdict(_asked(scanner, content))
    except OSError as problem:
        raise NoScanner(f"the virus scanner at `{address}` does not answer: see whether clamd runs") from problem


def _connected(address: str) -> socket.socket:
    if address.startswith("/"):
        scanner = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        scanner.settimeout(PATIENCE)
        scanner.connect(address)
        return scanner
    host, _, port = address.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=PATIENCE)


def _asked(scanner: socket.socket, content: Iterable[bytes]) -> str:
    """Clamd's answer. It says that a stream is too long as soon as it is, and hangs up: then the rest is not sent."""
    scanner.sendall(b"zINSTREAM\0")
    try:
        for piece in content:
            scanner.sendall(CHUNK.pack(len(piece)) + piece)
        scanner.sendall(CHUNK.pack(0))
    except (BrokenPipeError, ConnectionResetError):
        pass
    found = b""
    while not found.endswith(b"\0") and len(found) < LONGEST_ANSWER and (more := scanner.recv(LONGEST_ANSWER)):
        found += more
    return found.rstrip(b"\0").decode("utf-8", "replace")


def _verdict(answer: str) -> Verdict:
    said = answer.removeprefix("stream: ")
    if said == "OK":
        return Verdict(Scan.CLEAN)
    if said.endswith(" FOUND"):
        return Verdict(Scan.INFECTED, said.removesuffix(" FOUND"))
    if "size limit exceeded" in said:
        return Verdict(Scan.TOO_LARGE)
    raise OSError(said or "no answer")
