"""Duties to look again at a suspension: of a pupil while a removal is intended, of staff while an inquiry runs."""

from datetime import datetime

from msgspec import UNSET, UnsetType

from keyzer.protocol.case import facts
from keyzer.protocol.case.effects import Effect
from keyzer.protocol.case.events.measures import MeasureDecided
from keyzer.protocol.case.owed.duty import Duty, Owing, Settle, When, owe, status_of
from keyzer.protocol.rule import implements
from keyzer.protocol.vocabulary import Text


@implements("leerlingen-9", "personeel-8")
def owed(owing: Owing) -> list[Duty]:
    """A suspension during the consultation on a removal is looked at each week; an order suspension before it ends."""
    duties = []
    for decision in owing.state.decisions:
        if facts.is_interim(owing.edition, owing.state, decision):
            duties.append(_interim(owing, decision))
        if decision.effect is Effect.ORDER_SUSPENSION and decision.ends is not None:
            duties.append(_order(owing, decision, decision.ends))
    return duties


def _interim(owing: Owing, decision: MeasureDecided) -> Duty:
    label = Text(nl="Bekijken of de schorsing nog nodig is", en="Look at whether the suspension is still needed")
    is_over = any(one.effect is Effect.REMOVAL for one in owing.state.decisions) or owing.settled
    return _review(
        owing, f"review:{decision.decision}", label, ("verwijdering", "schorsing-nakijken"), decision, is_over
    )


def _order(owing: Owing, decision: MeasureDecided, ends: datetime) -> Duty:
    label = Text(nl="De schorsing als ordemaatregel opnieuw bekijken", en="Look again at the order suspension")
    step = ("zaak-personeel", "ordeschorsing-nakijken")
    return _review(owing, f"order-suspension:{decision.decision}", label, step, decision, owing.now > ends, ends)


def _review(
    owing: Owing,
    duty_id: str,
    label: Text,
    step: tuple[str, str],
    decision: MeasureDecided,
    is_over: bool,  # noqa: FBT001
    ends: datetime | UnsetType = UNSET,
) -> Duty:
    """Done with the review or the end of the suspension, excepted when what it waited for has come."""
    looked_at = {one.decision for one in owing.state.reviews} | {one.decision for one in owing.state.lifted}
    status = status_of(done=decision.decision in looked_at, excepted=is_over)
    settle = Settle("review-suspension", {"decision": decision.decision})
    return owe(owing, duty_id, label, When(step, decision.starts or decision.at, ends=ends), status, settle=settle)
