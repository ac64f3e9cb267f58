"""Reads the language of a draft: what may insult, harass, threaten, hate, be sexual, or call others to join in.

It runs in the process itself, keeps nothing and learns nothing. It is a reader that errs: `card()` tells how often.
"""

from .reader import read
from .signal import Kind, Signal, Sure, Why

__all__ = ["Kind", "Signal", "Sure", "Why", "read"]
