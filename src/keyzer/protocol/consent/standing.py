"""What holds for one purpose; only a yes is a yes."""

from enum import StrEnum

from keyzer.protocol.vocabulary import Text


class ImageStanding(StrEnum):
    """`OPEN`: not everybody who decides has answered. `DIFFER`: they answered differently, and no counts."""

    YES = "yes"
    NO = "no"
    OPEN = "open"
    DIFFER = "differ"

    @property
    def may_show(self) -> bool:
        """Silence, doubt and difference are no."""
        return self is ImageStanding.YES


IMAGE_STANDINGS = {
    ImageStanding.YES: Text(nl="mag", en="allowed"),
    ImageStanding.NO: Text(nl="mag niet", en="not allowed"),
    ImageStanding.OPEN: Text(nl="nog niet iedereen heeft geantwoord", en="not everybody has answered yet"),
    ImageStanding.DIFFER: Text(nl="nog niet eens", en="not agreed yet"),
}
