"""Whether an account is really of this school: what everybody may know, and no more."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from keyzer.channels.events import Kind
from keyzer.channels.handles import OTHER, Handle, looks_like
from keyzer.channels.handles import read as read_handle
from keyzer.channels.models import Account

FIELDS = ("id", "kind", "platform", "name", "shown", "purpose", "retired_at")


class Known(NamedTuple):
    """An account of the register as everybody may know it: whose kind it is and what for, never whose by name."""

    id: UUID
    kind: Kind
    platform: str
    name: str
    shown: str
    purpose: str
    is_retired: bool


class Answer(StrEnum):
    """Whether it is really an account of the school."""

    YES = "yes"
    RETIRED = "retired"
    NO = "no"


class Found(NamedTuple):
    """The answer. `alike` are accounts of ours that this one could be taken for; `elsewhere` bear its name."""

    answer: Answer
    handle: Handle
    accounts: tuple[Known, ...] = ()
    elsewhere: tuple[Known, ...] = ()
    alike: tuple[Known, ...] = ()


def known(platform: str, handle: str) -> Known | None:
    """The account of the register with this handle on this platform, one in use before one that is retired.

    Raises handles.NotAHandle.
    """
    found = check(handle, platform)
    return found.accounts[0] if found.accounts else None


def check(typed: str, platform: str = "") -> Found:
    """Whether what somebody types or pastes is an account of the school. Raises handles.NotAHandle."""
    handle = read_handle(typed, platform)
    everything = [_known(row) for row in Account.objects.order_by("-registered_at").values_list(*FIELDS)]
    named = [one for one in everything if _is_same(handle, one)]
    here = [one for one in named if not handle.platform or one.platform == handle.platform]
    used = tuple(one for one in here if not one.is_retired)
    if used:
        return Found(Answer.YES, handle, used)
    elsewhere = tuple(one for one in named if one not in here and not one.is_retired)
    alike = tuple(one for one in everything if not one.is_retired and looks_like(handle.name, one.name))
    answer = Answer.RETIRED if here else Answer.NO
    return Found(answer, handle, tuple(here), elsewhere, alike)


def _is_same(handle: Handle, one: Known) -> bool:
    """A page of a website is of who has the website."""
    return one.name == handle.name or (
        one.platform == handle.platform == OTHER and "/" not in one.name and handle.name.startswith(f"{one.name}/")
    )


def _known(row: tuple[UUID, str, str, str, str, str, datetime | None]) -> Known:
    account, kind, platform, name, shown, purpose, retired_at = row
    return Known(account, Kind(kind), platform, name, shown, purpose, is_retired=retired_at is not None)
