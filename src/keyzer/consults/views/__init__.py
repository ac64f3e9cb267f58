"""Pages of consults: ask, read and answer, and guidance for all."""
