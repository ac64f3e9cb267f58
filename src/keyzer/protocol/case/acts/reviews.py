"""Looking again at a suspension that waits for something else (personeel-8; WVO 2020, 8.15(4))."""

from keyzer.protocol.case.act import Act
from keyzer.protocol.case.acts.measures import lift, may_lift
from keyzer.protocol.case.commands import measures as commands
from keyzer.protocol.case.events import measures as events
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.moment import Moment, repeat
from keyzer.protocol.rule import implements
from keyzer.protocol.vocabulary import Text


@implements("leerlingen-9", "personeel-8")
def review(moment: Moment, command: commands.ReviewSuspension) -> list[Event]:
    """A suspension that is no longer needed ends with the review; going on longer takes a new decision."""
    reviewed: list[Event] = [repeat(moment, events.SuspensionReviewed, command)]
    return reviewed if command.still_needed else [*reviewed, lift(moment, command.decision, command.reason)]


ACTS = (
    Act(
        command=commands.ReviewSuspension,
        label=Text(nl="Schorsing opnieuw bekijken", en="Look again at a suspension"),
        do=review,
        choice="decision",
        of_choice=may_lift,
    ),
)
