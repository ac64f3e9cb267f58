"""Who signs for the protocol, which signature still counts, and what changed since it was put."""

from .asked import AskedSignature, Bond, signatures_asked
from .counting import counts_for
from .differences import ArticleChange, Piece, compared, differences
from .languages import languages

__all__ = [
    "ArticleChange",
    "AskedSignature",
    "Bond",
    "Piece",
    "compared",
    "counts_for",
    "differences",
    "languages",
    "signatures_asked",
]
