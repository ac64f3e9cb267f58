"""Keyzer: a school's protocol on communication devices and social media, made to work."""
