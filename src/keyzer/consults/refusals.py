"""Why something with a consult can't be done."""

from keyzer import protocol


class Refused(Exception):
    """The protocol bars it; `reasons` say why."""

    def __init__(self, reasons: tuple[protocol.Reason, ...]) -> None:
        super().__init__("; ".join(reason.text.en for reason in reasons))
        self.reasons = reasons


class NotAllowed(Exception):
    """This consult is not this person's business."""


class Moved(Exception):
    """Somebody else did something with it meanwhile: read it again first."""


class NobodyToAsk(Exception):
    """Nobody is left who can answer: everybody above is party, or holds no role."""


class NamesSomebody(Exception):
    """Somebody of the school can be read in it: `field` is where, `names` are whose."""

    def __init__(self, field: str, names: list[str]) -> None:
        super().__init__(f"`{field}` names `{', '.join(names)}`: tell it without names")
        self.field = field
        self.names = names
