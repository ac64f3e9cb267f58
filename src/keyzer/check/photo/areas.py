"""Places in a picture, told apart from its size."""

from typing import NamedTuple


class Area(NamedTuple):
    """A rectangle in a picture, as parts of its width and height: 0 is left or top, 1 is right or bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def widened(self, part: float) -> "Area":
        """With `part` of its own size added on each side, within the picture."""
        beside, above = (self.right - self.left) * part, (self.bottom - self.top) * part
        edges = (self.left - beside, self.top - above, self.right + beside, self.bottom + above)
        return Area(*(min(max(edge, 0.0), 1.0) for edge in edges))

    def on(self, width: int, height: int) -> tuple[int, int, int, int]:
        """The same in whole points of a picture of this size, never empty."""
        left, top = min(int(self.left * width), width - 1), min(int(self.top * height), height - 1)
        return left, top, max(round(self.right * width), left + 1), max(round(self.bottom * height), top + 1)
