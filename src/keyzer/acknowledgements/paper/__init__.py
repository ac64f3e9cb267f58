"""Signing on paper: lists to print, what was signed on them, and signatures that were kept elsewhere before."""
