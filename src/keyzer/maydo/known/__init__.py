"""What the school's registers know of a question: read anew each time, for who asks and for nobody else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest

from keyzer.kit import clock
from keyzer.maydo.queries import ACCOUNT, ANSWER, AUDIENCES, PICTURE, Asked
from keyzer.people.guards import not_for_you
from keyzer.people.queries import AT_WORK
from keyzer.people.requests import SignedIn, recognise
from keyzer.protocol import Audience, Situation, Verdict, Viewer

from . import accounts, answers, phone, pictures
from .entry import Beside, Entry, Link, Offer, Used

__all__ = ["Beside", "Entry", "Known", "Link", "Offer", "Used", "known_of"]

Reader = Callable[[Viewer, str, datetime], Entry | None]

READERS: Mapping[str, Reader] = {
    ACCOUNT: lambda viewer, said, _at: accounts.read(viewer, UUID(said)),
    PICTURE: lambda viewer, said, at: pictures.read(viewer, said, clock.local(at).date()),
    ANSWER: lambda viewer, said, at: answers.read(viewer, UUID(said), at),
}


@dataclass(frozen=True)
class Known:
    """What was read for a question. `viewer` is None for who asks without signing in, or as somebody else."""

    at: datetime
    viewer: Viewer | None = None
    entries: tuple[Entry, ...] = ()

    def without(self, name: str) -> "Known":
        """Without what the address says under this name."""
        return replace(self, entries=tuple(one for one in self.entries if one.used.name != name))

    def fill(self, situation: Situation) -> Situation:
        """The situation with all that the registers say of it."""
        for entry in self.entries:
            situation = entry.fill(situation)
        return situation

    def judged(self, verdict: Verdict, situation: Situation) -> Verdict:
        """The verdict within what the registers allow."""
        for entry in self.entries:
            verdict = entry.judged(verdict, situation)
        return verdict

    def used(self, situation: Situation) -> list[Used]:
        """The entries that told something which nobody else did, and accounts that tell nothing any more."""
        found = []
        for entry in self.entries:
            filled = entry.fill(situation)
            if filled != situation or isinstance(entry, accounts.AccountStopped):
                found.append(entry.used)
            situation = filled
        return found

    def beside(self, fact: str, situation: Situation) -> Beside | None:
        """What stands beside the question about a fact; None where no register knows of it."""
        if self.viewer is None:
            return None
        at_work = self.viewer.holds(*AT_WORK) and situation.who is not Audience.LEERLING
        if fact == "consent" and (at_work or situation.who is Audience.LEERLING):
            return pictures.beside(self.viewer, situation, clock.local(self.at).date())
        if fact in {"account", "account_shows"} and at_work:
            return accounts.beside(self.viewer, situation)
        if fact == "manager_leave" and at_work:
            return answers.beside(self.viewer, situation, self.at)
        return None


def known_of(request: HttpRequest, asked: Asked, at: datetime) -> Known:
    """What the registers say to whoever asks. Raises Http404 for an entry that is not theirs to read."""
    known = recognise(request)
    who = asked.situation.who
    if known is None or who not in _bound_as(known):
        return Known(at)
    if who is Audience.LEERLING:
        now = phone.phone_now(known.viewer, asked.situation, at)
        return Known(at, known.viewer, (now,) if now else ())
    if not known.viewer.holds(*AT_WORK):
        return Known(at, known.viewer)
    return Known(at, known.viewer, tuple(_read(known, name, said, at) for name, said in asked.entries.items()))


def _bound_as(known: SignedIn) -> set[Audience]:
    return {AUDIENCES.get(held.role, Audience.PERSONEEL) for held in known.viewer.roles}


def _read(request: SignedIn, name: str, said: str, at: datetime) -> Entry:
    try:
        found = READERS[name](request.viewer, said, at)
    except ValueError:
        found = None
    if found is None:
        not_for_you(request, f"maydo-{name}", said[:80])
    return found
