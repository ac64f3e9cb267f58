"""Keeps floods from a door that asks for no name: some work for the browser, and a budget that is soon forgotten."""

import hashlib
import ipaddress
import os
from collections import Counter
from datetime import datetime, timedelta
from enum import StrEnum
from threading import Lock
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.core import signing
from django.http import HttpRequest

WORK = 14
"""Leading zero bits that the browser looks for: some 16,000 digests, about a second on an old phone."""
WAIT = timedelta(seconds=15)
"""How long who does no such work writes at least: nobody tells something in less."""
LASTS = timedelta(hours=24)
SALT = "keyzer.intake.door"
EVERYBODY = b"everybody"
HOME_NETWORK = 64  # bits of an IPv6 address that one household or school shares


class Held(StrEnum):
    """Why something is not taken in at once."""

    TOO_SOON = "too-soon"
    TOO_MANY = "too-many"


class Budget:
    """How often something may be done from one network, and by everybody together, until it is forgotten.

    A network is counted under a digest with a salt. Salt and counts are kept in the memory of this process alone, and
    go together: afterwards nobody can tell who came.
    """

    def __init__(self, allowed: int, by_all: int, lasts: timedelta) -> None:
        self.allowed, self.by_all, self.lasts = allowed, by_all, lasts
        self._lock = Lock()
        self._until: datetime | None = None
        self.forget()

    def spend(self, network: str, at: datetime) -> bool:
        """Count one more at `at`; False when the budget is spent."""
        with self._lock:
            if self._until is None or not self._until - self.lasts <= at < self._until:
                self.forget()
                self._until = at + self.lasts
            mark = hashlib.blake2b(network.encode(), key=self._salt, digest_size=16).digest()
            self._spent[mark] += 1
            self._spent[EVERYBODY] += 1
            return self._spent[mark] <= self.allowed and self._spent[EVERYBODY] <= self.by_all

    def forget(self) -> None:
        """Let go of all that was counted, and of the salt by which it was."""
        self._salt, self._spent, self._until = os.urandom(16), Counter[bytes](), None


WITH_WORK = Budget(60, 2_000, timedelta(hours=1))  # a whole school comes in through one address
WITHOUT_WORK = Budget(10, 200, timedelta(hours=1))
RECEIPTS = Budget(60, 600, timedelta(minutes=15))


def ticket_for(sending: UUID, at: datetime) -> str:
    """What the browser does its work on: good for one sending, for a day."""
    return signing.dumps([str(sending), at.isoformat()], salt=SALT)


def held_up(ticket: str, proof: str, sending: UUID, network: str, at: datetime) -> Held | None:
    """Why a report without a name is not taken in yet; None when it is. Who did no work waits, and has less budget."""
    worked, since = has_worked(ticket, proof), _issued(ticket, sending)
    if since is None or not is_good(ticket, sending, at) or (not worked and at - since < WAIT):
        return Held.TOO_SOON
    budget = WITH_WORK if worked else WITHOUT_WORK
    return None if budget.spend(network, at) else Held.TOO_MANY


def is_good(ticket: str, sending: UUID, at: datetime) -> bool:
    """Whether a ticket is ours, for this sending, and of the last day."""
    since = _issued(ticket, sending)
    return since is not None and since <= at <= since + LASTS


def has_worked(ticket: str, proof: str) -> bool:
    """Whether `proof` is the number that the browser had to look for."""
    digest = hashlib.sha256(f"{ticket}:{proof}".encode()).digest()
    return int.from_bytes(digest[:4], "big") >> (32 - WORK) == 0


def network_of(request: HttpRequest) -> str:
    """From which network somebody comes: an address, or the front of one where households have a whole range."""
    address = ipaddress.ip_address(get_adapter().get_client_ip(request))
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    return str(ipaddress.ip_network((address.packed, HOME_NETWORK), strict=False))


def _issued(ticket: str, sending: UUID) -> datetime | None:
    try:
        meant, since = signing.loads(ticket, salt=SALT)
    except signing.BadSignature:
        return None
    return datetime.fromisoformat(since) if meant == str(sending) else None
