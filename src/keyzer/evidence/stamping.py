"""Asks a time-stamping server to sign that something existed by now (RFC 3161); it learns a digest and nothing else."""

import hashlib
import urllib.request
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.parse import urlsplit

from cryptography import x509
from rfc3161_client import HashAlgorithm, TimestampRequestBuilder, TimeStampResponse, VerificationError, VerifierBuilder
from rfc3161_client import decode_timestamp_response as decoded

PATIENCE = 15  # seconds
LARGEST_ANSWER = 64 * 1024
GRANTED = 0


class NoStamp(Exception):
    """The server gave no stamp, or one that does not hold."""


class Stamp(NamedTuple):
    """What the server signed. `verified` tells whether its certificate was checked against the school's roots."""

    moment: datetime
    answer: bytes
    verified: bool


def stamp(server: str, sha256: str, *, roots: str) -> Stamp:
    """A stamp over the 32 bytes of `sha256`; `roots` is a PEM file of certificates, or empty. Raises NoStamp."""
    if urlsplit(server).scheme not in {"http", "https"}:
        raise NoStamp(f"`{server}` is no address of a time-stamping server: begin it with https://")
    digest = bytes.fromhex(sha256)
    request = TimestampRequestBuilder().data(digest).hash_algorithm(HashAlgorithm.SHA256).build()
    answer = _asked(server, request.as_bytes())
    try:
        told = decoded(answer)
        if told.status != GRANTED:
            raise NoStamp(f"`{server}` refused to stamp: {told.status_string}")
        _check(told, digest, request.nonce, Path(roots) if roots else None)
    except (ValueError, VerificationError) as problem:
        raise NoStamp(f"the stamp of `{server}` does not hold: {problem}") from problem
    return Stamp(told.tst_info.gen_time, answer, verified=bool(roots))


def _asked(server: str, request: bytes) -> bytes:
    headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    asking = urllib.request.Request(server, request, headers)  # noqa: S310 -- the scheme was looked at
    try:
        with urllib.request.urlopen(asking, timeout=PATIENCE) as answer:  # noqa: S310 -- as above
            return bytes(answer.read(LARGEST_ANSWER))
    except (URLError, OSError) as problem:
        raise NoStamp(f"the time-stamping server `{server}` does not answer: {problem}") from problem


def _check(told: TimeStampResponse, digest: bytes, nonce: int | None, roots: Path | None) -> None:
    """The stamp is over this digest and answers this request; with roots also: who signed it is trusted."""
    if told.tst_info.message_imprint.message != hashlib.sha256(digest).digest():
        raise NoStamp("the stamp is over something else")
    if told.tst_info.nonce != nonce:
        raise NoStamp("the stamp answers another request")
    if roots is None:
        return
    verifier = VerifierBuilder(nonce=nonce, roots=x509.load_pem_x509_certificates(roots.read_bytes())).build()
    verifier.verify_message(told, digest)
