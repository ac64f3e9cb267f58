"""Keeps floods from a door that asks for no name: some work for the browser, and a budget that is soon forgotten."""

import hashlib
import ipaddress
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.core import signing
from django.http import HttpRequest

from . import actions

WORK = 14
"""Leading zero bits that the browser looks for: some 16,000 digests, about a second on an old phone."""
WAIT = timedelta(seconds=15)
"""How long who does no such work writes at least: nobody tells something in less."""
LASTS = timedelta(hours=24)
SALT = "keyzer.intake.door"
HOME_NETWORK = 64  # bits of an IPv6 address that one household or school shares


class Held(StrEnum):
    """Why something is not taken in at once."""

    TOO_SOON = "too-soon"
    TOO_MANY = "too-many"


class Budget(NamedTuple):
    """How much may be done by one, who is known by a network or a number, and by everybody together, in a while.

    All processes count as one. Whom something is counted for can't be read back; see `actions.budgets`.
    """

    name: str
    allowed: int
    by_all: int
    lasts: timedelta

    def spend(self, who: str, at: datetime, amount: int = 1) -> bool:
        """Count `amount` more at `at`; False when the budget is spent."""
        spent = actions.spend(self.name, who, amount, lasts=self.lasts, at=at)
        return spent.by_mark <= self.allowed and spent.by_all <= self.by_all

    def forget(self) -> None:
        """Let go of all that was counted."""
        actions.forget_budget(self.name)


WITH_WORK = Budget("reports with work", 60, 2_000, timedelta(hours=1))  # a whole school comes in through one address
WITHOUT_WORK = Budget("reports without work", 10, 200, timedelta(hours=1))
MEGABYTES = Budget("megabytes", 1_000, 10_000, timedelta(hours=1))
DRAFTS = Budget("drafts", 120, 1_000, timedelta(hours=1))
TRIED = Budget("numbers tried", 60, 600, timedelta(minutes=15))
READ = Budget("conversations read", 120, 20_000, timedelta(minutes=15))


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
