"""Append-only streams of encrypted, chained events; the keys to them; and who looked at what."""
