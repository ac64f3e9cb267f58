"""Where sentences begin and end."""

import re
from collections.abc import Iterator

BREAK = re.compile(r"(?<=[.!?])[^\S\n]+(?=[^a-z\d])|\n+")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence that holds anything."""
    start = 0
    for gap in BREAK.finditer(text):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()
    if text[start:].strip():
        yield start, len(text)
