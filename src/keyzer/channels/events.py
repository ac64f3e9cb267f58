"""What is recorded of an account and of a fake one."""

import msgspec
from msgspec import Struct

from keyzer.ledger.actions import Entry
from keyzer.protocol import AccountKind

STREAM = "account"
FAKE_STREAM = "fake-account"


Kind = AccountKind


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """Something that happened to an account."""


class Registered(Event, frozen=True, tag="registered"):
    """It was entered in the register. `recovery` says in words where it lies, never what it is."""

    account_kind: Kind
    platform: str
    shown: str
    purpose: str
    recovery: str
    publishers: tuple[str, ...] = ()
    owner: str | None = None
    deputy: str | None = None
    free_of_personal: bool = False
    pupils_may_follow: bool = False


class Rearranged(Event, frozen=True, tag="rearranged"):
    """Others may publish, another is deputy, or its recovery lies elsewhere; of one for work who may follow it."""

    purpose: str
    recovery: str
    publishers: tuple[str, ...]
    deputy: str | None
    pupils_may_follow: bool | None = None


class InUse(Event, frozen=True, tag="in-use"):
    """Who publishes said that it is still in use."""


class Reviewed(Event, frozen=True, tag="reviewed"):
    """It was looked at: school matters alone and nothing personal, or not."""

    is_right: bool
    remark: str = ""


class HandedOver(Event, frozen=True, tag="handed-over"):
    """Another member of staff has it from now on."""

    to: str


class Retired(Event, frozen=True, tag="retired"):
    """It is the school's no more."""

    reason: str


class FakeReported(Event, frozen=True, tag="fake-reported"):
    """Somebody, whoever it was, came across it."""

    platform: str
    shown: str
    words: str


class FakeHandled(Event, frozen=True, tag="fake-handled"):
    """What was done about it."""

    outcome: str


Told = Registered | Rearranged | InUse | Reviewed | HandedOver | Retired | FakeReported | FakeHandled


def entry(event: Told) -> Entry:
    """The event as the ledger takes it."""
    return Entry(str(event.__struct_config__.tag), msgspec.json.encode(event))


def read(content: bytes) -> Told:
    """The event as it was written. Raises msgspec.ValidationError."""
    found: Told = msgspec.json.decode(content, type=Told)
    return found
