"""The protocol as pages: each article in plain words, what follows from it, and how to find it."""
