"""The register of accounts: which of them is used answers whose it is and what it shows (personeel-7)."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.channels.events import Kind
from keyzer.channels.queries import usable
from keyzer.channels.queries.accounts import Line
from keyzer.channels.words import platform_name
from keyzer.kit.addresses import address, address_of
from keyzer.maydo.queries import ACCOUNT
from keyzer.protocol import AccountEntry, Situation, Verdict, Viewer

from .entry import Beside, Link, Offer, Used


@dataclass(frozen=True)
class AccountKnown:
    """An account that is the viewer's to use."""

    line: Line
    entry: AccountEntry

    @property
    def used(self) -> Used:
        """Which account, and as what it is registered."""
        words = _("%(account)s stands in the register as a channel of the school.")
        if self.line.kind is Kind.WORK:
            words = _("%(account)s stands in the register as an account for your work.")
        return Used(ACCOUNT, words % {"account": _named(self.line)}, _see(self.line))

    def fill(self, situation: Situation) -> Situation:
        """With whose account it is and what it shows."""
        return protocol.with_account(situation, self.entry)

    def judged(self, verdict: Verdict, situation: Situation) -> Verdict:
        """Within whether pupils may follow it."""
        return protocol.within_account(verdict, situation, self.entry)


@dataclass(frozen=True)
class AccountStopped:
    """An account that was the viewer's to use and was retired since: it answers nothing any more."""

    line: Line

    @property
    def used(self) -> Used:
        """Which account."""
        return Used(ACCOUNT, _("%(account)s has stopped.") % {"account": _named(self.line)}, _see(self.line))

    def fill(self, situation: Situation) -> Situation:
        """As it was."""
        return situation

    def judged(self, verdict: Verdict, situation: Situation) -> Verdict:  # noqa: ARG002 -- as an entry has it
        """As it was."""
        return verdict


def read(viewer: Viewer, account: UUID) -> AccountKnown | AccountStopped | None:
    """The account as the register has it now; None for one that is not the viewer's to use."""
    found = usable.usable(UUID(viewer.id), account)
    if found is None:
        line = usable.stopped(UUID(viewer.id), account)
        return AccountStopped(line) if line else None
    line = found.line
    entry = AccountEntry(
        of_school=line.kind is Kind.SCHOOL,
        free_of_personal=found.free_of_personal,
        pupils_may_follow=line.pupils_may_follow or line.kind is Kind.SCHOOL,
    )
    return AccountKnown(line, entry)


def beside(viewer: Viewer, situation: Situation) -> Beside:
    """Each account that is the viewer's to use, and that fits what was told, as an answer."""
    found = usable.usable_by(UUID(viewer.id))
    if not found:
        link = Link(_("Register an account"), address("channels:index"))
        return Beside(_("No account for work of yours is in the register."), link)
    known = (read(viewer, one.id) for one in found)
    fitting = [one for one in known if isinstance(one, AccountKnown) and one.fill(situation) != situation]
    offers = tuple(Offer(_named(one.line), {ACCOUNT: str(one.line.id)}) for one in fitting)
    link = Link(_("See the register"), address("channels:index"))
    if not offers:
        return Beside(_("None of your accounts in the register answers this."), link)
    return Beside(_("These accounts of yours are in the register. Is it one of them?"), link, offers)


def _named(line: Line) -> str:
    return f"{line.shown} ({platform_name(line.platform)})"


def _see(line: Line) -> Link:
    return Link(_("See the account"), address_of("channels:show", line.id))
