"""Every write to evidence: files on their way in, what is kept, who opens it, what of a chat is proof."""

from .attachments import NoAttachment, take_attachment
from .chats import choose_passage, read_chat
from .items import erase_with, keep, open_item
from .locking import quarantine
from .looking import draw, read_words
from .police import NotHanded, NotLocked, fetch_sealed, hand_to_police, note_police_said, seal_for_police
from .seeing_to import see_to
from .uploads import begin_upload, begun, drop_upload, name_of, sweep, take, whole_upload

__all__ = [
    "NoAttachment",
    "NotHanded",
    "NotLocked",
    "begin_upload",
    "begun",
    "choose_passage",
    "draw",
    "drop_upload",
    "erase_with",
    "fetch_sealed",
    "hand_to_police",
    "keep",
    "name_of",
    "note_police_said",
    "open_item",
    "quarantine",
    "read_chat",
    "read_words",
    "seal_for_police",
    "see_to",
    "sweep",
    "take",
    "take_attachment",
    "whole_upload",
]
