"""Whether two pictures look the same: an app saves a picture anew, smaller or coarser, and it is still that picture.

Both are looked at in one common size, so small that what saving does is averaged away. There the block counts that
differs most, not the average over all: one face that is blurred in the one alone makes it another picture.
"""

from PIL import Image, ImageChops, ImageStat

COMMON_SIDE, BLOCK = 256, 4  # pixels; the smallest face that the photo check finds fills a block
MOST = 255
ALIKE = 10
"""Saving at quality 30 or more and scaling to a third changed a block by 8 at most, the smallest blurred face by 28."""
SKEW = 0.015
"""By so much of itself the shape may differ, for points are whole; what was cut off at one side differs by more."""


def difference(one: Image.Image, other: Image.Image) -> int:
    """How much two pictures differ where they differ most: 0 is not at all, `MOST` also is another shape.

    Colour counts half: it is what saving as JPEG alters most and the eye sees least.
    """
    across, upright = one.width * other.height, one.height * other.width
    side = min(COMMON_SIDE, min(*one.size, *other.size) // 2)
    if abs(across - upright) > SKEW * across or side < BLOCK:
        return MOST
    first, second = (each.convert("YCbCr").resize((side, side), Image.Resampling.LANCZOS) for each in (one, other))
    blocks = ImageChops.difference(first, second).reduce(BLOCK)
    (_, light), (_, blue), (_, red) = ImageStat.Stat(blocks).extrema
    return max(light, blue // 2, red // 2)
