"""Every read about signatures: who still must, who did under which edition, and how far the school is."""

from .asked import AskedLine, asked_of
from .coverage import (
    ClassLine,
    Count,
    Coverage,
    Forecast,
    MissingLine,
    NotYetLine,
    coverage,
    forecast,
    may_see_class,
    missing,
    not_bound_yet,
)
from .decisions import Decision, decisions_about
from .documents import Document, DocumentAltered, document, document_content
from .founding import unfounded
from .standing import RefusalLine, SignedLine, Standing, refusal, refusals, standing_of

__all__ = [
    "AskedLine",
    "ClassLine",
    "Count",
    "Coverage",
    "Decision",
    "Document",
    "DocumentAltered",
    "Forecast",
    "MissingLine",
    "NotYetLine",
    "RefusalLine",
    "SignedLine",
    "Standing",
    "asked_of",
    "coverage",
    "decisions_about",
    "document",
    "document_content",
    "forecast",
    "may_see_class",
    "missing",
    "not_bound_yet",
    "refusal",
    "refusals",
    "standing_of",
    "unfounded",
]
