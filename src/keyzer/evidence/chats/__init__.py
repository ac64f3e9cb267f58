"""Reads the export of a chat line by line, in bounded memory; pure: bytes in, messages out."""

from .index import Checkpoint, Index, index
from .lines import Line
from .masking import Mask, mask_of
from .messages import Message, read, said
from .order import Look, NotAChat, Order, begins, look
from .shape import Shape

__all__ = [
    "Checkpoint",
    "Index",
    "Line",
    "Look",
    "Mask",
    "Message",
    "NotAChat",
    "Order",
    "Shape",
    "begins",
    "index",
    "look",
    "mask_of",
    "read",
    "said",
]
