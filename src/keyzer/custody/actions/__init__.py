"""Every write of custody: it asks the protocol, appends what that decided and lets the tables follow."""

from .acting import Refused, act
from .counting import Difference, count
from .places import PlaceExists, add_place, retire_place
from .taking import Draft, refuse, take, take_for_decision
from .warning import warn

__all__ = [
    "Difference",
    "Draft",
    "PlaceExists",
    "Refused",
    "act",
    "add_place",
    "count",
    "refuse",
    "retire_place",
    "take",
    "take_for_decision",
    "warn",
]
