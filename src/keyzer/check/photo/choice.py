"""Which places in a photo somebody wants blurred, as an address says it: nothing of it is kept."""

from collections.abc import Iterator
from typing import NamedTuple

from django.http import QueryDict
from django.utils.http import urlencode

from .areas import Area
from .blurring import AROUND, blurred
from .seen import Seen

COLUMNS, ROWS = 12, 12
"""The squares by which a person points at what the finder missed."""


class Choice(NamedTuple):
    """Faces by their number from 1, squares from 0, and whether the squares are shown to be pointed at."""

    faces: frozenset[int]
    squares: frozenset[int]
    is_pointing: bool = False

    def areas(self, seen: Seen) -> Iterator[Area]:
        """The places to blur."""
        for number, face in enumerate(seen.faces, start=1):
            if number in self.faces:
                yield face.widened(AROUND)
        yield from (square(number) for number in sorted(self.squares))

    def drawn(self, picture: bytes, seen: Seen) -> bytes:
        """A JPEG of the photo, of whichever size, with these places blurred."""
        areas = tuple(self.areas(seen))
        return blurred(picture, areas) if areas else picture

    def said(self, *, keeps_pointing: bool = True) -> str:
        """The same as the end of an address, with its question mark; empty when there is nothing to say."""
        pairs = [("wazig", str(one)) for one in sorted(self.faces)] + [
            ("vak", str(one)) for one in sorted(self.squares)
        ]
        if self.is_pointing and keeps_pointing:
            pairs.append(("wijs", "1"))
        return f"?{urlencode(pairs)}" if pairs else ""

    def with_face(self, number: int) -> "Choice":
        """With this face blurred, or shown again when it was."""
        return self._replace(faces=self.faces ^ {number})

    def with_square(self, number: int) -> "Choice":
        """With this square blurred, or shown again when it was."""
        return self._replace(squares=self.squares ^ {number})


def read(said: QueryDict, seen: Seen) -> Choice:
    """What an address says; what makes no sense in this photo is passed over."""
    return Choice(
        faces=_numbers(said.getlist("wazig"), range(1, len(seen.faces) + 1)),
        squares=_numbers(said.getlist("vak"), range(COLUMNS * ROWS)),
        is_pointing=said.get("wijs") == "1",
    )


def square(number: int) -> Area:
    """Where a square lies, counted from the top left along the rows."""
    row, column = divmod(number, COLUMNS)
    return Area(column / COLUMNS, row / ROWS, (column + 1) / COLUMNS, (row + 1) / ROWS)


def _numbers(words: list[str], within: range) -> frozenset[int]:
    return frozenset(
        number for word in words if word.isascii() and word.isdigit() and (number := int(word[:4])) in within
    )
