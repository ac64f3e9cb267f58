"""Every write to evidence: files on their way in, what is kept, who opens it, what of a chat is proof."""

from .chats import choose_passage, read_chat
from .items import NotLocked, erase_with, hand_to_police, keep, open_item, quarantine
from .looking import draw, read_words
from .seeing_to import see_to
from .uploads import begin_upload, begun, drop_upload, sweep, take, whole_upload

__all__ = [
    "NotLocked",
    "begin_upload",
    "begun",
    "choose_passage",
    "draw",
    "drop_upload",
    "erase_with",
    "hand_to_police",
    "keep",
    "open_item",
    "quarantine",
    "read_chat",
    "read_words",
    "see_to",
    "sweep",
    "take",
    "whole_upload",
]
