"""Makes places in a picture unknowable: what is drawn there is worked out from a few averages, not from the picture."""

import io
from collections.abc import Iterable

from PIL import Image, ImageDraw

from .areas import Area

GRAIN = 3
"""A place is known by 3 by 3 averages alone: its light and colour, no face."""
AROUND = 0.25
"""Part of a face's own size that goes with it on each side: hair, ears and chin."""


def blurred(picture: bytes, areas: Iterable[Area]) -> bytes:
    """The JPEG `picture`, one of our own, with `areas` blurred beyond repair."""
    with Image.open(io.BytesIO(picture), formats=("JPEG",)) as opened:
        drawn = opened.convert("RGB")
    for area in areas:
        _blur(drawn, area.on(*drawn.size))
    out = io.BytesIO()
    drawn.save(out, "JPEG", quality=88)
    return out.getvalue()


def _blur(picture: Image.Image, box: tuple[int, int, int, int]) -> None:
    size = (box[2] - box[0], box[3] - box[1])
    averages = picture.crop(box).resize((GRAIN, GRAIN), Image.Resampling.BOX)
    shape = Image.new("L", size, 0)
    ImageDraw.Draw(shape).rounded_rectangle((0, 0, size[0], size[1]), radius=min(size) // 3, fill=255)
    picture.paste(averages.resize(size, Image.Resampling.BICUBIC), box[:2], shape)
