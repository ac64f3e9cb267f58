"""Devices that were taken in: where each lies, who had it, and how it went back."""
