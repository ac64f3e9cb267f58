"""Why something was not done: the protocol's own reasons, for a page to show."""

from collections.abc import Sequence

from keyzer.protocol import Reason, Text

NO_SUCH_LESSON = Reason(
    text=Text(nl="Dit lesuur is er niet op die dag.", en="There is no such lesson on that day."),
    grounds=("leerlingen-7",),
)


class Refused(Exception):
    """The protocol does not accept it; every reason, not only the first."""

    def __init__(self, reasons: Sequence[Reason]) -> None:
        super().__init__("; ".join(reason.text.en for reason in reasons))
        self.reasons = tuple(reasons)


class NotThere(Exception):
    """There is no such permit or agreement, or it is not for this person."""
