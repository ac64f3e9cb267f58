"""What was signed on behalf of somebody, for a case; and who refused, for who decides what follows."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from keyzer.acknowledgements import events
from keyzer.acknowledgements.checks import Asked
from keyzer.acknowledgements.editions import shelf
from keyzer.acknowledgements.models import Signature
from keyzer.acknowledgements.words import State
from keyzer.kit import clock
from keyzer.kit.prepared import prepared
from keyzer.ledger import queries as ledger
from keyzer.people import queries as people
from keyzer.protocol import Audience, Viewer

from .decisions import DECIDE_WHAT_FOLLOWS, Decision, decisions_about


class SignedLine(NamedTuple):
    """What a signer had said of which edition; `counts` says whether it counted for the edition of that day."""

    signer: UUID
    audience: Audience
    state: State
    edition: str
    at: datetime
    counts: bool


class Standing(NamedTuple):
    """What stood on a day on behalf of a person: what the person said last, and what each guardian did."""

    own: SignedLine | None
    guardians: tuple[SignedLine, ...]

    @property
    def signed_edition(self) -> str:
        """The edition that the person had signed and that counted; empty when there was none."""
        return self.own.edition if self.own and self.own.counts and self.own.state is State.SIGNED else ""


class RefusalLine(NamedTuple):
    """A refusal that stands, with the reason and what was decided.

    `name` is of the signer, `child` of another on whose behalf.
    """

    signature: UUID
    asked: Asked
    name: str
    child: str
    at: datetime
    reason: str
    decisions: tuple[Decision, ...]


def standing_of(person: UUID, on: date) -> Standing:
    """What stood at the end of a day; one query, for who may see the case that it is for."""
    end = datetime.combine(on + timedelta(days=1), time(), clock.SCHOOL_ZONE)
    counting = shelf(on).counting
    lines: dict[tuple[UUID, str], SignedLine] = {}
    for signer, audience, state, edition, at in _stood(person, end):
        counts = edition in counting
        lines[signer, audience] = SignedLine(signer, Audience(audience), State(state), edition, at, counts)
    own = [line for line in lines.values() if line.signer == person]
    others = tuple(line for line in lines.values() if line.signer != person)
    return Standing(max(own, key=lambda line: line.at, default=None), others)


@prepared
def _stood(person: UUID, end: datetime) -> QuerySet[Signature, tuple[UUID, str, str, str, datetime]]:
    rows = Signature.objects.filter(Q(ended_at=None) | Q(ended_at__gte=end), on_behalf_of_id=person, at__lt=end)
    return rows.order_by("at").values_list("signer_id", "audience", "state", "edition", "at")


def refusals(viewer: Viewer) -> list[RefusalLine]:
    """Every refusal that stands, newest first, with its reason; for who decides what follows, and nobody else."""
    if not viewer.holds(*DECIDE_WHAT_FOLLOWS):
        return []
    counting = shelf(clock.today()).counting
    found = Signature.objects.filter(state=State.REFUSED, ended_at=None, edition__in=counting).order_by("-at")
    rows = list(found.values_list("id", "stream", "at", "signer_id", "on_behalf_of_id", "audience"))
    names = people.names({person for *_, signer, child, _audience in rows for person in (signer, child)})
    reasons = _reasons([stream for _, stream, *_ in rows])
    decided = decisions_about({signature for signature, *_ in rows})
    return [
        RefusalLine(
            signature,
            Asked(signer, child, Audience(audience)),
            names[signer],
            names[child] if child != signer else "",
            at,
            reasons.get(signature, ""),
            tuple(decided.get(signature, ())),
        )
        for signature, _stream, at, signer, child, audience in rows
    ]


def refusal(viewer: Viewer, signature: UUID) -> RefusalLine | None:
    """One refusal that stands, for who decides what follows."""
    return next((line for line in refusals(viewer) if line.signature == signature), None)


def _reasons(streams: list[UUID]) -> dict[UUID, str]:
    """Why each was refused, from the ledger; what was erased is absent."""
    told = [events.decode(one.content) for history in ledger.read_many(streams).values() for one in history]
    return {event.line.signature: event.reason for event in told if isinstance(event, events.Declined)}
