"""How an event is sealed to the one before. Hashes cover the ciphertext, so the chain outlives a key."""

import hashlib
import json
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import UUID

GENESIS = bytes(32)


class Place(NamedTuple):
    """Where an event stands, without its content. It is bound to the ciphertext as well as to the chain."""

    stream: UUID
    seq: int
    kind: str
    at: datetime
    by: UUID | None

    def encoded(self) -> bytes:
        """A canonical form: two different places never encode alike."""
        moment = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        return json.dumps([str(self.stream), self.seq, self.kind, moment, str(self.by or "")]).encode()


def link(previous: bytes, place: Place, body: bytes) -> bytes:
    """The hash of an event: over the hash before it, its place and its ciphertext."""
    encoded = place.encoded()
    return hashlib.sha256(previous + len(encoded).to_bytes(4, "big") + encoded + body).digest()


def head_statement(stream: UUID, version: int, head: bytes) -> bytes:
    """What the seal of a stream states: how many events it has and the hash of the last."""
    return stream.bytes + version.to_bytes(8, "big") + head


def erased_statement(stream: UUID, version: int, head: bytes) -> bytes:
    """What the seal of an erased stream states: only the school itself takes a key away."""
    return head_statement(stream, version, head) + b"erased"
