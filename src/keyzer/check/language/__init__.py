"""Reads the language of a draft: what may insult, harass, threaten, hate, be sexual, or call others to join in.

It runs in the process itself, keeps nothing and learns nothing. It errs: `story()` tells how, `figures()` how often.
"""

from .card import Figure, Set, Story, figures, story
from .reader import read
from .signal import Kind, Signal, Sure, Why

__all__ = ["Figure", "Kind", "Set", "Signal", "Story", "Sure", "Why", "figures", "read", "story"]
